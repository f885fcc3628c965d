# `make demo` and `make test` need Python 3.11 or newer and make; everything else they set up themselves, in .venv.
PYTHON ?= python3
ARGS ?=
EXAMPLES ?= 5000
SEED ?= $(shell date +%s)
MINUTES ?= 30
RATE ?= 30
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup demo run check test lint format lock bench chaos fuzz soak wheel clean

help: ## show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.venv/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; say which: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.runtime: .venv/.created requirements.lock requirements-build.lock pyproject.toml
	@echo "Setting up .venv (a minute, once) …"
	@$(PIP) install --require-hashes -r requirements-build.lock -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.runtime requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

setup: .venv/.runtime ## install into .venv what running needs; leaves .venv/bin/bytesflows-bot

demo: .venv/.runtime ## the whole product on this machine: no accounts, no network (ARGS="--port 9000 --no-open")
	@$(BIN)/bytesflows-bot demo $(ARGS)

run: .venv/.runtime ## the bot itself; settings from the environment or .env
	@$(BIN)/bytesflows-bot run $(ARGS)

check: .venv/.runtime ## say of every setting and service whether it works
	@$(BIN)/bytesflows-bot check $(ARGS)

test: lint ## lint, then every test (ARGS="-k balance")
	@$(BIN)/python -m pytest $(ARGS)

lint: .venv/.dev ## ruff and mypy --strict
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: .venv/.dev ## put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: .venv/.dev ## pin every version anew, with hashes and without hosts
	@UV_PYTHON=$(BIN)/python sh -c '\
	  lock() { $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url "$$@"; }; \
	  lock pyproject.toml -o requirements.lock && \
	  lock --group build -c requirements.lock -o requirements-build.lock && \
	  lock --group dev -c requirements.lock -o requirements-dev.lock'

bench: .venv/.dev ## measure speed side by side with the plain way (ARGS="answers storage")
	@$(BIN)/python -m benchmarks $(ARGS)

chaos: .venv/.dev ## every fault before every neighbour, then 200 kills of each way to run (ARGS="--hurried --kills 20")
	@$(BIN)/python -m tests.chaos $(ARGS)

fuzz: .venv/.dev ## hostile bytes into every parser, for minutes (EXAMPLES=50000, SEED=1 ARGS="-k press")
	@EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest tests/chaos/test_fuzz.py --timeout 0 --hypothesis-profile=fuzz --hypothesis-seed=$(SEED) --hypothesis-show-statistics $(ARGS)

soak: .venv/.dev ## the bot under load for MINUTES=30 at RATE=30 updates a second: memory, open files, times
	@$(BIN)/python -m tests.chaos.soak --minutes $(MINUTES) --rate $(RATE) $(ARGS)

wheel: .venv/.dev ## build dist/*.whl
	@$(BIN)/python -m build --no-isolation --wheel --outdir dist .

clean: ## remove what was set up and built
	@rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache
