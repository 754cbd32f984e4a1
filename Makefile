# The project's commands; `make help` lists them. Paths are relative, so that a folder may hold a space.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help serve build check diff comment code-quality test test-code lint format schema hooks \
	post-github post-gitlab bench bench-check bench-search soak audit lock clean

help: ## lista kommandona
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 21

serve: $(STAMP) ## bygg och visa portalen på http://127.0.0.1:8000
	$(RUN) -m macros serve

build: $(STAMP) ## kontrollera och bygg till site/
	$(RUN) -m macros build

check: $(STAMP) ## lista alla fel i plans/ och content/ (FORMAT=github)
	@$(RUN) -m macros check --format "$${FORMAT:-text}"

# The names come by the environment: what a branch is called is never read by the shell.
diff: $(STAMP) ## säg vad som ändras för läsarna (A=main B=HEAD FORMAT=markdown)
	@$(RUN) -m macros diff $${A:+"$$A"} $${B:+"$$B"} --format "$${FORMAT:-text}"

comment: $(STAMP) ## skriv texten till ändringsförslagets kommentar (A=main B=HEAD; utan dem det som inte är sparat i git)
	@$(RUN) -m macros comment $${A:+"$$A"} $${B:+"$$B"}

code-quality: $(STAMP) ## skriv felen som GitLab läser dem
	@mkdir -p build
	@$(RUN) -m macros check --format gitlab > build/code-quality.json || [ $$? -eq 1 ]

test: $(STAMP) .venv-zensical/.installed .venv-audit/.installed ## alla tester, även i webbläsare
	$(RUN) tests/programs.py
	$(RUN) -m pytest -n 3 --dist loadfile

# Data alone concerns the check and the build. A is the commit that the request is compared with.
test-code: ## lint och test, om annat än uppgifter och texter är ändrat (A=main)
	@if [ -n "$$A" ] && git diff --quiet "$$A" HEAD -- . \
		':(exclude)plans' ':(exclude)content' ':(exclude)schema'; then \
		echo "Bara uppgifter och texter är ändrade. Koden behöver inte provas."; \
	else \
		$(MAKE) lint test; \
	fi

lint: $(STAMP) ## kodstil och typer
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

format: $(STAMP) ## skriv om koden i rätt stil
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

schema: $(STAMP) ## skriv om redigerarnas scheman och listan över fält
	$(RUN) -m macros schema

hooks: $(STAMP) ## låt git kontrollera före varje commit
	$(RUN) -m pre_commit install

# Run where there are rights, with nothing installed: Python as the machine has it.
post-github: ## förnya kommentaren på GitHub (bara i arbetsflödet)
	@$(PYTHON) -m posting github

post-gitlab: ## förnya kommentarerna på GitLab (bara på schema)
	@$(PYTHON) -m posting gitlab

bench: $(STAMP) ## mät byggtid och minne (tar lång tid)
	$(RUN) -m tests.bench

bench-check: $(STAMP) ## mät kontrollen bredvid check-jsonschema (tar lång tid)
	$(RUN) -m tests.bench.check

bench-search: $(STAMP) ## mät sökningen bredvid temats egen (tar lång tid)
	$(RUN) tests/programs.py chromium
	$(RUN) -m tests.bench.search

soak: $(STAMP) ## långa slumpprov av inläsningen och publiceringen
	$(RUN) tests/programs.py
	$(RUN) -m pytest -m soak

# pip-audit calls a lock sound also where it could ask about nothing; --strict makes that a failure.
audit: .venv-audit/.installed ## sök kända sårbarheter i allt som är låst (frågar paketregistret)
	@status=0; for lock in requirements*.lock; do echo "$$lock"; \
		.venv-audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r "$$lock" \
		|| status=1; done; exit $$status

lock: $(STAMP) ## lås om alla versioner (behöver uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --quiet --extra dev --extra brotli \
		pyproject.toml --output-file requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --quiet requirements-zensical.in --output-file requirements-zensical.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --quiet requirements-audit.in --output-file requirements-audit.lock

clean: ## ta bort allt som byggts
	rm -rf site .site-* build *.egg-info .venv .venv-zensical .venv-audit .mypy_cache .pytest_cache .ruff_cache .cache

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@

.venv-zensical/.installed: requirements-zensical.lock
	$(PYTHON) -m venv .venv-zensical
	.venv-zensical/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-zensical.lock
	touch $@

.venv-audit/.installed: requirements-audit.lock
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.lock
	touch $@
