# Two commands for a fresh machine with Python, pip and make:  make demo  and  make test

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(PYTHON) -m pip --python $(BIN)/python install --quiet

.PHONY: demo test lint types contract check bench fuzz clean

demo: $(VENV)/multilex  ## set up, read a whole issue: records in out/, a summary on the screen
	$(BIN)/multilex extract samples/issue.pdf --out out/ --force
	$(BIN)/multilex extract samples/issue.pdf --papers-only --format html --out out/ --force
	$(BIN)/multilex show samples/issue.pdf
	@echo; echo "In out/:"; ls out

test: $(VENV)/test  ## set up, run the tests
	$(BIN)/pytest -n 2

lint: $(VENV)/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/dev
	$(BIN)/mypy

contract: $(VENV)/dev  ## the order of imports
	$(BIN)/lint-imports

check: lint types contract test

bench: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.speed

fuzz: $(VENV)/test  ## 5,200 damaged files: none may end in a traceback or hang (some ten minutes)
	$(BIN)/python -m tests.fuzz

clean:
	rm -rf $(VENV) out build dist

$(BIN)/python:
	$(PYTHON) -m venv --without-pip $(VENV)
	$(PIP) pip

# One stamp per set of dependencies.
$(VENV)/multilex: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/test $(VENV)/dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable ".[$(notdir $@)]"
	@touch $@ $(VENV)/multilex
