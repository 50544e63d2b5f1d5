# One command per wish. `make demo` and `make test` do all the set-up on a fresh machine.

VENV   ?= .venv
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
BIN    := $(VENV)/bin
PADAN  := $(BIN)/padan

# Stamps of what is installed: RUN for the demo and the page, EVAL to measure, DEV for tests, lint and types (torch among it), TRAIN besides.
RUN    := $(VENV)/.run
EVAL   := $(VENV)/.eval
DEV    := $(VENV)/.dev
TRAIN  := $(VENV)/.train

CORPORA ?= ../shared/corpora
REPORT  ?= build/eval
POSTINGS ?= ../shared/postings/dev.jsonl.gz
ADVERTS ?= 4000

.PHONY: demo test app eval bench check fix train train-deep clean

demo: export PADAN_INDEX ?= $(abspath $(VENV))/index
demo: $(RUN)  ## build the index of the bundled decrees (its own, not the user's) and match three sample texts
	$(PADAN) index
	@for text in lowongan-customer-service advert-brand-manager cv-sales-supervisor; do \
	  echo; echo "=== data/samples/$$text.txt ==="; \
	  $(PADAN) match -k 5 data/samples/$$text.txt && $(PADAN) gaps data/samples/$$text.txt || exit 1; \
	done

test: $(DEV)  ## run every test
	$(BIN)/pytest

app: $(RUN)  ## open the page on 127.0.0.1
	$(PADAN) serve

pictures: $(DEV)  ## take the pictures of the README anew (Chromium is needed)
	PADAN_PICTURES=docs/pictures $(BIN)/pytest tests/ui/test_pictures.py

eval: $(EVAL)  ## measure search, match and gaps on the labelled sets (dev split); the report goes to $(REPORT)
	$(PADAN) eval -o $(REPORT)

bench: $(TRAIN)  ## time a batch beside a plain pipeline (a minute; ADVERTS=100000 for the long way)
	$(BIN)/python -m eval.speed $(POSTINGS) --adverts $(ADVERTS)

check: $(DEV)  ## lint, formatting and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: $(DEV)  ## repair what the linter can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

train: $(TRAIN)  ## rebuild the bundled model from the training corpora (not distributed)
	$(BIN)/python -m training static --corpora $(CORPORA) --output data/models/padan-id-en

train-deep: $(TRAIN)  ## rebuild the bundled deep model (hours; can be broken off and resumed)
	$(BIN)/python -m training deep --corpora $(CORPORA) --output data/models/padan-id-en-deep

clean:  ## remove the environment and everything built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed. Name one with: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

$(RUN): pyproject.toml constraints.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[app]'
	@touch $(RUN)

$(EVAL): pyproject.toml constraints.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[app,eval]'
	@touch $(RUN) $(EVAL)

$(DEV): pyproject.toml constraints.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[app,models,eval,cluster,dev]'
	@touch $(RUN) $(EVAL) $(DEV)

$(TRAIN): $(DEV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[app,models,eval,cluster,dev,train]'
	@touch $(TRAIN)
