#!/bin/sh
# Writes requirements.txt and requirements-dev.txt from pyproject.toml: hashes, no host, no header.
set -eu
cd "$(dirname "$0")/.."
compile() {
  .venv/bin/python -m uv pip compile --quiet --universal --generate-hashes --no-header \
    --no-emit-index-url --no-emit-find-links --python-version 3.11 "$@"
}
compile pyproject.toml -o requirements.txt
compile pyproject.toml --group dev -o requirements-dev.txt
if grep -nE '[a-z]+://' requirements.txt requirements-dev.txt; then
  echo "The lock names a host in the lines above: compile it from an index, not from addresses." >&2
  exit 1
fi
