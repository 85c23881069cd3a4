# Two commands matter: `make serve` and `make test`. Each sets up what it needs by itself.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup tools runtime serve site offline release changes test beside quick lint verify format bench audit cases mutants fuzz coverage clean

# The first Python that is new enough; `make PYTHON=... test` names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; \
  done)
BIN := .venv/bin
# Of the browser's tests, those that wait for the other core: after all that needs no browser.
BESIDE := tests/browser/engines tests/browser/offline
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

define bootstrap
@python="$(PYTHON)"; python="$${python:-python3}"; \
command -v "$$python" >/dev/null || { \
  echo "Python is missing (no $$python on the PATH): 3.11 or newer is needed."; \
  echo "  Way out: install it from your system's packages (apt-get install python3 python3-venv);"; \
  echo "  then run the same command again."; exit 1; } >&2; \
"$$python" -m checker.build.bootstrap
endef

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

setup: ## packages, Pyodide's compiler, browsers and fonts; seconds when they are there
	$(bootstrap) tools browser headless engines

tools:
	$(bootstrap) tools

runtime: tools
	@$(BIN)/python -m checker build runtime

serve: site ## set up, build, and serve on http://127.0.0.1:8000, each saved YAML file at once (PORT=... for another)
	@$(BIN)/python -m checker.build.live site

site: runtime ## build the site into site/
	@$(BIN)/mkdocs build --strict

offline: runtime ## build the files that open without a server, and the zip of the site, into dist/offline/
	@$(BIN)/python -m checker build offline

release: runtime ## what a release hands out, into dist/release/ (VERSION=v1.2.3)
	@$(BIN)/python -m checker build release "$${VERSION:-v0.0.0}"

changes: tools ## what changed for whom since a commit, as Markdown (SINCE=origin/main)
	@$(BIN)/python -m checker diff --format markdown "$${SINCE:-origin/main}"

test: export SITE_DIR := build/tested-site
test: export OFFLINE_DIR := build/tested-offline
test: setup lint runtime ## set up, check, and run every test, the browser ones in real Chromium
	@$(BIN)/mkdocs build --strict --quiet --site-dir $(SITE_DIR)
	@$(BIN)/python -m checker build offline --out $(OFFLINE_DIR)
	@mkdir -p build/logs; echo "  the other half of the tests runs beside this one; its report comes last"; \
	$(MAKE) --no-print-directory beside >build/logs/beside.log 2>&1 & beside=$$!; \
	$(BIN)/python -m pytest tests/browser $(BESIDE:%=--ignore=%); browser=$$?; \
	wait $$beside; others=$$?; cat build/logs/beside.log; exit $$((browser || others))

beside:
	@$(MAKE) --no-print-directory quick; quick=$$?; $(BIN)/python -m pytest $(BESIDE); exit $$((quick || $$?))

quick: runtime ## every test but the browser's, the engine's with each of its branches reached
	@$(BIN)/coverage run --source=checker/engine --data-file=build/coverage-engine -m pytest tests/engine; engine=$$?; \
	$(BIN)/coverage report --data-file=build/coverage-engine --fail-under=100 --skip-covered --show-missing; reached=$$?; \
	$(BIN)/python -m pytest --ignore=tests/engine --ignore=tests/browser; exit $$((engine || reached || $$?))

lint: tools ## style, format, types, layers
	@echo "  style" && $(BIN)/ruff check --quiet
	@echo "  format" && $(BIN)/ruff format --check --quiet
	@echo "  types of Python" && $(BIN)/mypy --no-error-summary
	@echo "  layers" && mkdir -p build/logs && $(BIN)/lint-imports --no-logo >build/logs/layers.log || { cat build/logs/layers.log; exit 1; }
	@echo "  types of JavaScript" && node_modules/.bin/tsc --noEmit
	@echo "  workflows" && $(BIN)/zizmor --offline --quiet --no-progress .github/workflows
	@echo "  joined scripts" && $(BIN)/python -m checker.build.scripts checker/browser/*.js

verify: tools ## what is wrong with the rules as a whole, or past, today (ON=2026-11-22 for another day)
	@$(BIN)/python -m checker verify $(if $(ON),--on $(ON))

format: tools ## put the Python files into the one format, and mend what can be mended
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format --quiet

bench: setup runtime ## measure sizes and times against their budgets
	@$(BIN)/python -m checker.build.bench

audit: tools ## licences of all packages, and what is known to be wrong with them (asks osv.dev)
	@$(BIN)/python -m checker build audit

cases: tools ## an insurer's written cases: their form, and where the rules say something else (INSURER=...)
	@PYTHONPATH=.:tests $(BIN)/python -m told_cases $(INSURER)

mutants: tools ## put small mistakes into every rule, and see whether the written cases catch them (INSURER=... for one)
	@PYTHONPATH=.:tests $(BIN)/python -m mutants $(INSURER)

fuzz: tools ## feed files, lines, addresses, links and messages at random for MINUTES=10 (SEED=... for the same again)
	@PYTHONPATH=.:tests $(BIN)/python -m fuzzing --minutes $${MINUTES:-10} $(if $(SEED),--seed $(SEED))

coverage: tools ## which branches no test but the browser's reaches
	@$(BIN)/coverage run -m pytest --ignore=tests/browser
	@$(BIN)/coverage report

clean: ## remove everything that make has made
	rm -rf .venv node_modules build site dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
