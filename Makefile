# Everything a newcomer needs is `make status` and `make test`; both set up what they use.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
KPI    := $(BIN)/kpi
USER_READY := $(VENV)/.ready-to-use
DEV_READY  := $(VENV)/.ready-to-develop

.DEFAULT_GOAL := help
.PHONY: help status install test fuzz check lint format snapshots docs gallery bench bench-quick clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

status: $(USER_READY)  ## where the real targets stand
	@$(KPI) status

install: $(USER_READY)  ## set up the command in .venv
	@echo "$(KPI) is ready; try: $(KPI) --help"

test: $(DEV_READY)  ## set up and run all tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

SECONDS ?= 600
fuzz: $(DEV_READY)  ## search for files that break kpi, for ten minutes (SECONDS=…)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz
	@$(BIN)/python -m tests.fuzz.hunt all --seconds $(SECONDS)

check: $(DEV_READY) lint  ## the real project's data, then lint and types
	@$(KPI) check --quiet && $(KPI) check | tail -n 1

lint: $(DEV_READY)  ## ruff and mypy
	@$(BIN)/ruff format --check kpi tests docs benchmarks examples
	@$(BIN)/ruff check kpi tests docs benchmarks examples
	@$(BIN)/mypy

format: $(DEV_READY)  ## format and mend what ruff can mend
	@$(BIN)/ruff check --fix-only kpi tests docs benchmarks examples
	@$(BIN)/ruff format kpi tests docs benchmarks examples

snapshots: $(DEV_READY)  ## rewrite expected outputs after a change that is meant; read the diff
	@KPI_UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest -q -p no:cacheprovider || true
	@git diff --stat

docs: $(DEV_READY)  ## rewrite the pages that are generated from the code
	@$(BIN)/python docs/generate.py

gallery: $(DEV_READY)  ## draw the pictures of README from the real project; needs chromium
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group browser
	@$(BIN)/python docs/gallery/draw.py

bench: $(DEV_READY)  ## measure kpi beside others, a quarter of an hour; needs hledger, ledger, sqlite3
	@$(BIN)/python -m benchmarks.run

bench-quick: $(DEV_READY)  ## the same with the small projects, two minutes
	@$(BIN)/python -m benchmarks.run --quick

clean:  ## remove what the other targets made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* .fuzz build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment needs Python 3.11 and its own pip, nothing else. pip 25.1 is the first that
# knows dependency groups. A stamp is written last, so a broken set-up starts again.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "kpi needs Python 3.11 or newer; make PYTHON=/path/to/python3 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@touch $@

$(USER_READY): pyproject.toml $(VENV)/.made
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q kpi  # where Python may not write bytecode, each start would compile
	@touch $@

$(DEV_READY): pyproject.toml $(VENV)/.made
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@$(BIN)/python -m compileall -q kpi
	@touch $(USER_READY) $@
