# Every target sets up what it needs: Python 3.11 with pip is enough. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
UV_LINES := /^uv==/,/^ *\#/
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --custom-compile-command 'make lock' pyproject.toml

# Some machines have this set: then every process, and the tests start some hundred, compiles the whole bot for itself.
unexport PYTHONDONTWRITEBYTECODE

define debian
( \
		command -v apt-get > /dev/null || { echo 'Here is no apt-get: install $(1) as your system does it.'; exit 1; }; \
		echo '== set-up: $(1)'; \
		root=; [ "$$(id -u)" = 0 ] || root=sudo; \
		$$root apt-get update -q -o=Dpkg::Use-Pty=0 > /dev/null && \
		DEBIAN_FRONTEND=noninteractive $$root apt-get install -q -y -o=Dpkg::Use-Pty=0 --no-install-recommends \
			$(1) > /dev/null )
endef

.PHONY: help demo story run test browser ffmpeg pictures check bench crash fuzz mutants lock pin
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 8

demo: $(READY) ## a page of telephones against a stand-in for Telegram, until Ctrl-C
	@$(BIN)/python -m simulator page

story: $(READY) ## play a report, a notice and a reminder in the terminal
	@$(BIN)/python -m simulator story

run: $(READY) ## run the bot; BOT_TOKEN must be set
	@$(BIN)/python -m bot run

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest -n 2 --dist worksteal --durations 5
	@command -v chromium > /dev/null || echo 'Left out, for want of a browser: tests/browser. This brings it: make browser'
	@command -v ffmpeg > /dev/null || echo 'Left out, for want of ffmpeg: the cleaning of video and audio. This brings it: make ffmpeg'

browser: ## install what tests/browser and pictures need: Chromium and an emoji font, from Debian's packages
	@command -v chromium > /dev/null && fc-list | grep -qi emoji || \
		$(call debian,chromium fontconfig fonts-dejavu-core fonts-noto-color-emoji)

ffmpeg: ## install what the cleaning of video and audio needs, from Debian's packages
	@command -v ffmpeg > /dev/null || $(call debian,ffmpeg)

pictures: $(READY) ## draw the pictures of the README anew
	@$(BIN)/python -m tests.browser.pictures

check: $(READY) ## look for mistakes without running the bot
	@echo '== ruff: mistakes'
	@$(BIN)/ruff check
	@echo '== ruff: format'
	@$(BIN)/ruff format --check
	@echo '== mypy: types'
	@$(BIN)/mypy
	@echo '== import-linter: which layer imports which'
	@$(BIN)/lint-imports
	@echo '== locales: every text in every language'
	@$(BIN)/python -m pytest tests/contracts/test_locales.py
	@echo '== hadolint: Dockerfile'
	@$(BIN)/hadolint Dockerfile
	@echo '== docker-compose: compose.yaml'
	@$(BIN)/docker-compose --profile postgres config --quiet

bench: $(READY) ## measure the bot against a plain relay
	@$(BIN)/python -m bench

crash: $(READY) ## kill the bot again and again, and count what is lost
	@$(BIN)/python -m tests.crash

fuzz: $(READY) ## let people do anything in 200 towns, other ones each time; another number: TOWNS=1000
	@FUZZ_TOWNS=$(or $(TOWNS),200) $(BIN)/python -m pytest -n 2 --timeout 0 tests/fuzz

mutants: $(READY) ## put small mistakes into the code, and list those that no test catches; one module: MODULE=bot/workers/pace.py
	@$(BIN)/python -m tests.mutants $(MODULE)

lock: $(READY) ## write the requirements anew from pyproject.toml
	@echo '== requirements.txt, requirements-dev.txt'
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

pin: ## write the digests of the images into Dockerfile and compose.yaml; needs a Docker engine
	@$(PYTHON) -m tests.pin

# uv, itself locked in requirements-dev.txt, installs in seconds what takes pip a minute. Where there is no uv, pip does.
$(READY): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is %s. Name another: make PYTHON=python3.11" % sys.version.split()[0])'
	@echo '== set-up: $(VENV)'
	@$(PYTHON) -m venv $(VENV)
	@echo '== set-up: packages'
	@sed -n '$(UV_LINES) p' requirements-dev.txt > $(VENV)/uv.txt
	@if $(BIN)/python -m pip install --quiet --require-hashes -r $(VENV)/uv.txt \
		&& VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --require-hashes -r requirements-dev.txt; then :; else \
		echo '== set-up: uv cannot; pip takes a minute'; \
		sed '$(UV_LINES) d' requirements-dev.txt | $(BIN)/python -m pip install --require-hashes -r /dev/stdin; \
	fi
	@touch $(READY)
