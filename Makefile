# Each target sets up what it needs inside the checkout: Python 3.11 and pip are enough.

PYTHON ?= python3
BIN = .venv/bin
PEERS = benchmarks/peers/.venv
SOURCES = src tests benchmarks

.PHONY: demo test lint check generate native peers bench bench-country browser fuzz clean

demo: .venv/installed ## check and render a real plan
	$(BIN)/kehoach validate examples/lao-cai-2026-2030/plan.yaml
	$(BIN)/kehoach render examples/lao-cai-2026-2030/plan.yaml --format md --report assignments

test: .venv/developed ## the whole suite
	$(BIN)/python -m pytest -n auto

lint: .venv/developed ## format, lint, types, layers
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test ## what CI runs

generate: .venv/installed ## schemas, and the references of rules and expressions
	for kind in plan process register workspace; do $(BIN)/kehoach schema $$kind > schemas/$$kind.schema.json; done
	$(BIN)/kehoach rules --format markdown > examples/rules/README.md
	$(BIN)/kehoach query --tables --format markdown > docs/query-tables.md
	$(BIN)/python -c "from kehoach.expressions.reference import page; print(page(), end='')" > docs/expressions.md

native: .venv/developed ## the optional part in C, held against the part in Python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check ./native
	$(BIN)/python -m pytest tests/reading/test_compiled.py tests/model/test_encoding.py tests/analysis/test_telltales.py

peers: $(PEERS)/installed ## the tools in Python that `make bench` compares with, in an environment of their own

bench: .venv/developed peers ## ratios against named peers, measured in one run
	$(BIN)/python benchmarks/run.py

bench-country: .venv/developed peers ## the national table of docs/scale.md: up to half an hour; PLANS=300 for a first look
	cd benchmarks/peers && npm ci --silent --no-audit --no-fund || true
	$(BIN)/python -m pip install --quiet --disable-pip-version-check ./native || echo "no C compiler: measured without kehoach-native"
	$(BIN)/python benchmarks/national.py $(if $(PLANS),--plans $(PLANS))

browser: .venv/developed ## pages in Chromium, with axe-core; the same tests are skipped by `make test` where these are not installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group browser
	command -v chromium > /dev/null || command -v google-chrome > /dev/null || $(BIN)/python -m playwright install chromium
	npm install --prefix tests/browser --no-package-lock --no-audit --no-fund --silent
	KEHOACH_TASKS=1000 $(BIN)/python -m pytest tests/reports/test_browser.py

fuzz: .venv/developed ## long property tests
	KEHOACH_RANDOM_PLANS=1500 $(BIN)/python -m pytest tests/reading tests/workspace

clean:
	rm -rf .venv $(PEERS) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# An environment in the given folder, also where Python comes without ensurepip.
define environment
$(PYTHON) -m venv $(1) || ($(PYTHON) -m venv --without-pip $(1) && $(PYTHON) -m pip --python $(1)/bin/python install pip)
$(1)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
endef

.venv/python:
	$(call environment,.venv)
	@touch $@

$(PEERS)/installed: benchmarks/peers/requirements.txt
	$(call environment,$(PEERS))
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

.venv/installed: .venv/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/developed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group dev
	@touch $@
