# The commands of the portal; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test check bench audit guides lock
PYTHON_IN = .venv/bin/python
export PYTHONUNBUFFERED = 1

help: ## List the commands
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

run: ## Start the portal here: PORT= DATA_DIR= DATABASE_URL= REDIS_URL= EMAIL_URL=
	@sh deploy/environment.sh run && exec $(PYTHON_IN) -m rocb.launch

test: ## Run every test, the browser journeys too: ARGS="-k name" narrows
	@sh deploy/environment.sh test && sh deploy/browser.sh && exec $(PYTHON_IN) -m pytest -n $(or $(WORKERS),2) --dist loadfile --no-loadscope-reorder $(ARGS)

check: ## Lint, types, import contracts, migrations, templates, deployment settings
	@sh deploy/environment.sh test && exec $(PYTHON_IN) -m tests.check

bench: ## Measure the bars of speed and memory, side by side with their floors
	@sh deploy/environment.sh test && exec $(PYTHON_IN) -m tests.bench $(ARGS)

audit: ## Ask outside checkers: HTML, links, API, feeds, PDF tags, keyboard: ARGS="html links" narrows
	@sh deploy/environment.sh test && sh deploy/browser.sh && exec $(PYTHON_IN) -m tests.audit $(ARGS)

guides: ## Take the pictures of the guides anew, beside a running make run
	@sh deploy/environment.sh test && sh deploy/browser.sh && exec $(PYTHON_IN) -m tests.guides

lock: ## Lock the dependencies anew, with hashes
	@sh deploy/environment.sh test && sh deploy/lock.sh
