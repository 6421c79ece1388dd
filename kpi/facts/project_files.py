"""Where the records stand in a project, for those too who load nothing else of `records`."""

TARGETS_FILE = "targets.toml"
OBSERVATIONS_FOLDER = "observations"
