# Targets say what they do with `make help`.
.DEFAULT_GOAL := help
.PHONY: help demo notebooks test docs lint types check fuzz neo4j lock clean venv-run venv-lab venv-test venv-fuzz

PYTHON ?= python3
export PYTHON
BIN := .venv/bin
OUT ?= build/demo
SAMPLE := data/sample/wiki data/edges/film_tropes_2014.parquet
INPUT ?= $(SAMPLE)
FUZZ_SECONDS ?= 60
LAB ?=
FIRST := --LabApp.default_url=/lab/tree/notebooks/01_first_look.ipynb
NO_NETWORK := --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate
QUESTION := MATCH (:Trope {name: 'Boldly Coming'})-[r]-(t:Trope) RETURN type(r) AS relation, t.name AS trope, r.evidence AS evidence ORDER BY relation, trope

help: ## Say what each target does
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: venv-run ## Build a graph, ask it in Cypher and draw its map (INPUT=path for your own files)
	@mkdir -p $(OUT)
	$(BIN)/tropegraph build $(INPUT) --out $(OUT)/graph
ifeq ($(INPUT),$(SAMPLE))
	$(BIN)/tropegraph query --graph $(OUT)/graph --cypher "$(QUESTION)"
endif
	$(BIN)/tropegraph query hubs --graph $(OUT)/graph --param limit=5
	$(BIN)/tropegraph map --graph $(OUT)/graph --out $(OUT)/map.html
	@echo "Open $(OUT)/map.html in a browser; ask more with: $(BIN)/tropegraph query --list"

notebooks: venv-lab ## Open the notebooks in JupyterLab (LAB=--no-browser and other options of it)
	$(BIN)/jupyter lab $(FIRST) $(NO_NETWORK) $(LAB)

test: venv-test ## Lint, types and all tests (TROPEGRAPH_REQUIRE=neo4j,browser,corpus lets nothing skip)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: venv-test ## Format the code and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: venv-test ## Check types only
	$(BIN)/mypy

fuzz: venv-fuzz ## Fuzz reading and parsing, guided by coverage (FUZZ_SECONDS=60)
	$(BIN)/python -m tests.fuzz.run $(FUZZ_SECONDS)

docs: venv-test ## Build the documentation as a site that needs no network: build/docs/index.html
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict
	@echo "Open build/docs/index.html in a browser."

neo4j: venv-run ## Start a Neo4j server of your own to explore (needs Java 17 and Maven), print its address
	$(BIN)/python tools/neo4j_server.py run

lock: ## Write requirements/*.txt anew from pyproject.toml (needs uv)
	tools/lock.sh

venv-run:
	@tools/setup_venv.sh run

venv-lab:
	@tools/setup_venv.sh lab

venv-test:
	@tools/setup_venv.sh test

venv-fuzz:
	@tools/setup_venv.sh fuzz

clean: ## Remove what the targets above have made
	rm -rf build dist .venv .mypy_cache .ruff_cache .hypothesis
