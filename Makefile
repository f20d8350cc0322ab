# Each target does all the set-up it needs: with uv where there is one, else with venv and pip.
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= python3

ifdef UV
MAKE_VENV = $(UV) venv --quiet --allow-existing --python '>=3.11' $(VENV)
INSTALL = $(UV) pip install --quiet --python $(BIN)/python
else
MAKE_VENV = $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet 'pip>=25.1'
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

# Whatever the environment says, bytecode is kept: tests start hundreds of processes.
export PYTHONDONTWRITEBYTECODE =

.PHONY: run test check soak bench pictures clean

run: $(VENV)/run
	@$(BIN)/pullquote seeds

test: $(VENV)/dev
	$(BIN)/python -m pytest -q -n 3 --dist worksteal

check: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/wheel.py

soak: $(VENV)/dev
	$(BIN)/python -m pytest -q -m soak

bench: $(VENV)/dev
	@for script in tests/bench/bench_*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

pictures: $(VENV)/dev
	$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) build dist

# Bytecode is compiled once here, or the first start would pay for it.
$(VENV)/run: pyproject.toml constraints.txt
	@$(MAKE_VENV)
	@$(INSTALL) --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q reader summarize $(VENV)/lib || true
	@touch $@

$(VENV)/dev: $(VENV)/run
	@$(INSTALL) --constraint constraints.txt --group dev
	@touch $@
