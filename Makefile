# `make demo` and `make test` need Python >= 3.11 and a network for pip; they set up everything else themselves.
# A stamp in .venv says what is installed; it is made again only when pyproject.toml has changed.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PEERS := .bench-venv
PEERS_PIP := $(PEERS)/bin/python -m pip --disable-pip-version-check --quiet

# Makes a virtual environment at $(1), or says what is missing. An environment that is already there is kept.
define make_venv
	@test -x $(1)/bin/python && $(1)/bin/python -m pip --version >/dev/null 2>&1 && exit 0; \
	for python in python3 python3.13 python3.12 python3.11; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
		python=; \
	done; \
	test -n "$$python" || { echo "onrecord needs Python 3.11 or newer; none was found as python3, python3.13, python3.12 or python3.11." >&2; exit 1; }; \
	echo "Making $(1) with $$($$python --version)"; \
	$$python -m venv --clear $(1) || { rm -rf $(1); \
		echo "Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
endef

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench quality clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed ## read the bundled stories, and write a record and a brief to ./onrecord-demo
	@$(BIN)/onrecord demo

test: $(VENV)/.installed-dev ## run all tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev ## check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy examples benchmarks/speed.py benchmarks/quality.py

bench: $(VENV)/.installed $(PEERS)/.installed ## measure speed and memory beside textacy and sayswho (minutes)
	@$(BIN)/python benchmarks/speed.py

quality: $(VENV)/.installed ## score `onrecord extract` on the measuring data in ../shared
	@$(BIN)/python benchmarks/quality.py

clean: ## remove everything that make made
	rm -rf $(VENV) $(PEERS) onrecord-demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests benchmarks examples -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/.pip:
	$(call make_venv,$(VENV))
	@$(PIP) install --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.pip
	@echo "Installing onrecord into $(VENV)"
	@$(PIP) install --editable ".[html]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV)"
	@$(PIP) install --group dev
	@touch $@

$(PEERS)/.installed: benchmarks/peers.txt
	$(call make_venv,$(PEERS))
	@echo "Installing the systems to compare with into $(PEERS)"
	@$(PEERS_PIP) install --requirement benchmarks/peers.txt
	@touch $@
