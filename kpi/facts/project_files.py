"""Where records and reports stand in a project, for those too who load nothing else of them."""

TARGETS_FILE = "targets.toml"
OBSERVATIONS_FOLDER = "observations"
REPORTS_FOLDER = "reports"  # unless another one is named
