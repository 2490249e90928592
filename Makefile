# `make run` starts the application, `make test` proves that it is right.
# Both need Python 3.11 or newer, make and a package registry, and nothing else.

PYTHON ?= $(shell for python in python3 python python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LINES ?= 1_000_000
FUZZ_SECONDS ?= 600
FUZZ_READERS ?= text sheet message parquet archive cells delivery

.DEFAULT_GOAL := help
.PHONY: help run test soak opinion fuzz bench sample readme clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: .venv/run.stamp ## start the application in a browser at http://127.0.0.1:8501
	$(BIN)/streamlit run streamlit_app.py

test: .venv/test.stamp ## format, lint, types, and every test, in about three quarters of an hour
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy core pages tests streamlit_app.py
	$(BIN)/python -m tests.environment
	$(BIN)/pytest --numprocesses=2 --dist=loadfile $(ARGS)

soak: .venv/test.stamp ## the long version of every property: fifty times as many made-up cases
	$(BIN)/pytest --hypothesis-profile=soak -m "not browser and not spark" $(ARGS)

opinion: .venv/test.stamp ## let another program attack protected tables, in an environment of its own
	$(BIN)/python -m tests.peers protection

fuzz: .venv/fuzz.stamp ## search for bytes that break a reader, ten minutes each (FUZZ_SECONDS=60)
	for reader in $(FUZZ_READERS); do \
		$(BIN)/python -m tests.fuzz $$reader --seconds $(FUZZ_SECONDS) || exit 1; \
	done

bench: .venv/test.stamp build/peers/pm4py.stamp ## measure time and memory, and print the comparison with others
	$(BIN)/python -m tests.bench $(ARGS)

sample: .venv/run.stamp ## make the artificial region anew, in build/sample (LINES=10_000_000)
	$(BIN)/python -m core sample --out build/sample --lines $(LINES)

readme: .venv/run.stamp ## write the parts of README.md that come from the vocabulary
	$(BIN)/python -m tests.readme

clean: ## remove everything that was made here, the environment included
	rm -rf .venv build .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/created.stamp:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and was not found." >&2; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "No environment could be made. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/run.stamp: requirements.txt | .venv/created.stamp
	$(PIP) --requirement requirements.txt
	@touch $@

.venv/test.stamp: requirements.txt tests/requirements.txt | .venv/created.stamp
	$(PIP) --requirement tests/requirements.txt
	@touch .venv/run.stamp $@

.venv/fuzz.stamp: requirements.txt tests/requirements.txt tests/fuzz/requirements.txt | .venv/created.stamp
	$(PIP) --requirement tests/fuzz/requirements.txt
	@touch .venv/run.stamp .venv/test.stamp $@

build/peers/pm4py.stamp: tests/bench/requirements-pm4py.txt
	$(PYTHON) -m venv build/peers
	build/peers/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
