"""The version of the tool, in one place: pyproject.toml and every output take it from here."""

VERSION = "0.1.0"
