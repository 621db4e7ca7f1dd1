# The words of this repository. `make site` and `make test` do everything on a fresh machine, set-up included.
.DEFAULT_GOAL := help
.PHONY: help setup site serve check test lint golden bench handbook dist catalogues

PYTHON  ?= python3
EXAMPLE ?=
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
# The folder whose site is built: this repository, or one of tests/examples/.
ROOT := $(if $(EXAMPLE),tests/examples/$(EXAMPLE),.)
SITE := $(if $(EXAMPLE),site.$(EXAMPLE),site)
READY := .venv/ready

help:            ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(READY)  ## make .venv with everything that is needed

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $(READY)

site: $(READY)   ## build the public site (EXAMPLE=hong-kong-immigration for a real body's)
	@$(BIN)/charter build $(ROOT) --site-dir $(SITE)

serve: $(READY)  ## preview the site while you write
	@$(BIN)/charter serve $(ROOT)

check: $(READY)  ## check all records
	@$(BIN)/charter check $(ROOT)

test: $(READY)   ## all tests, in a browser too where one can be had
	@$(BIN)/python tools/browser.py
	@$(BIN)/python tools/nu.py
	$(BIN)/python -m pytest -n auto --dist loadscope --no-loadscope-reorder

lint: $(READY)   ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python tools/catalogues.py check

golden: $(READY) ## rewrite the golden pages; then read the difference
	$(BIN)/python -m pytest -q tests/test_golden.py --golden-update

bench: $(READY)  ## measure: building, checking, previewing, side by side with others
	$(BIN)/python tests/benchmarks/bench.py

handbook: $(READY) ## build the handbook for staff and developers, in all languages
	@$(BIN)/python tools/handbook_build.py
	@echo "The handbook stands in site-handbook/"

catalogues: $(READY) ## collect the messages of the code into the catalogues
	$(BIN)/python tools/catalogues.py update

dist: $(READY)   ## build the package
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
