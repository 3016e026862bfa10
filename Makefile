# `make` installs what is missing and then builds; `make help` lists the rest.
# PYTHON=python3.12 make … chooses the Python that .venv is made with.

python := .venv/bin/python

.DEFAULT_GOAL := build
.PHONY: build install test lint bench audit mutants suite-times golden docs pictures lock clean help
.PHONY: libraries test-libraries audit-libraries mutants-libraries
# Two installs at once, under `make -j`, would break the environment.
.NOTPARALLEL:

build: libraries ## build the web page and the flyers (plain `make` does this)
	@$(python) build.py

install: libraries ## install what is missing, and build nothing

test: lint ## check the code, then run every test
	@$(python) -m pytest -n 2 --dist worksteal

lint: test-libraries ## check the code's style and types
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy

bench: test-libraries ## measure how fast a campaign is built
	@$(python) -m tests.bench

audit: audit-libraries ## measure the pages with Lighthouse, and weigh them
	@$(python) -m tests.audit

mutants: mutants-libraries ## count the changes that the tests notice (it takes minutes)
	@$(python) -m tests.mutants

suite-times: test-libraries ## measure where the time of the tests goes
	@$(python) -m tests.where_time_goes

golden: test-libraries ## accept today's output as what the golden tests expect
	@$(python) -m pytest tests/test_golden.py tests/test_sample.py tests/test_sample_record.py --renew-golden

docs: libraries ## write the reference pages from the code
	@$(python) -m handbill.reference

pictures: test-libraries build ## take the pictures in README and docs anew
	@$(python) -m tests.pictures

lock: ## take the newest versions that pyproject.toml allows into requirements/
	@sh setup/lock.sh

clean: ## remove what was installed and built here
	@rm -rf .venv output mutants

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

libraries:
	@sh setup/install.sh build

test-libraries:
	@sh setup/install.sh test

audit-libraries: test-libraries
	@sh setup/install.sh audit

mutants-libraries: test-libraries
	@sh setup/install.sh mutants
