# Daybook's few commands. `make` lists them.

SITEURL ?=
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PYTEST := $(BIN)/pytest
BROWSER_CODE := $(shell find theme/scripts theme/styles plugins/daybook/knowledge/search -type f 2>/dev/null)

.PHONY: help site install serve demo test check eval bench soak offline publish wheel words lock clean
.DELETE_ON_ERROR:

help: ## list the commands
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

site: install ## seeds/ into content/, content/ into output/ (SITEURL=https://… for absolute addresses)
	@SITEURL='$(SITEURL)' $(BIN)/daybook build

install: .venv/.installed build/.scripts ## what the other commands need (they call it themselves)

serve: install ## the site on http://localhost:8000, built again and reloaded at every change
	@$(BIN)/python scripts/serve.py

demo: install ## an archive of 1,000 articles to look at, in build/demo/output/
	@$(BIN)/python -m scripts.demo

test: install ## every test, a real browser included
	npm test --silent
	$(PYTEST) -n 2 --dist loadgroup

check: install ## lint, types, tests, content/ identical when made again, docs true
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	npm run types --silent
	npm test --silent
	$(PYTEST) -n 2 --dist loadgroup

eval: install ## every figure of docs/quality.md against its floor (corpora: DAYBOOK_SHARED, else ../shared)
	@$(BIN)/python -m scripts.evaluate

bench: install ## Daybook and others over 19,043 articles, side by side: build/bench.json, docs/performance.md (some 15 minutes)
	@$(BIN)/python -m scripts.bench

soak: install ## the long runs: whole lists of hostile input, hundreds of kills, big bombs
	$(PYTEST) -m soak

offline: install ## build/daybook-offline.zip: the whole site in one file that opens anywhere
	@$(BIN)/daybook build
	@$(BIN)/python scripts/offline.py output build/daybook-offline.zip

publish: install ## push output/ to the branch gh-pages by hand (give SITEURL)
	@test -n '$(SITEURL)' || { echo 'make publish: expected SITEURL=https://<you>.github.io/<repository>'; exit 2; }
	@SITEURL='$(SITEURL)' $(BIN)/daybook build
	-@$(BIN)/daybook release
	$(BIN)/ghp-import --no-jekyll --push --force --message 'The site' output

wheel: install ## build/wheel/: Daybook as a package, for archives of your own that need neither this folder nor Node.js
	@rm -rf build/lib build/bdist.* build/wheel
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir build/wheel .
	@ls build/wheel/*.whl

words: install ## the catalogues of the interface's words, up to date with the sources (NEW=pl begins a Polish one)
	@$(BIN)/python -m scripts.words $(NEW)

lock: .venv/.installed ## requirements.lock, scripts/bench/peers.lock and package-lock.json anew
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --extra dev --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file scripts/bench/peers.lock scripts/bench/peers.in
	npm update --package-lock-only

clean: ## remove what was made (content/ stays)
	rm -rf .venv node_modules build output output.* .output.* .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/.installed: requirements.lock pyproject.toml
	@test -n '$(PYTHON)' || { echo 'make: expected Python 3.11 or newer, found none on the path; install it or give PYTHON='; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.installed: package-lock.json package.json .npmrc
	@command -v npm >/dev/null || { echo 'make: expected Node.js 20 or newer with npm, found none on the path'; exit 2; }
	@npm ci --silent
	@touch $@

build/.scripts: node_modules/.installed package.json scripts/build.mjs scripts/borders.mjs scripts/fonts.mjs $(wildcard scripts/borders/*) theme/borders.json $(BROWSER_CODE)
	@npm run build --silent
	@mkdir -p build && touch $@
