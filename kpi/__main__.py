"""`python -m kpi`, for where the command itself is not on the path."""

from kpi.cli.main import main

if __name__ == "__main__":
    main()
