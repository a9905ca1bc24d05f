#!/bin/sh
# Makes .venv hold exactly what the lock says, and nothing to do if it already does.
# Usage: environment.sh run|test      (test: the tools of the developer as well)
set -eu
cd "$(dirname "$0")/.."

case ${1:-run} in
  run) lock=requirements.txt ;;
  *) lock=requirements-dev.txt ;;
esac
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

find_python() {
  for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
    # Run it: a name on PATH may be a shim for a version that is not installed.
    if command -v "$name" >/dev/null 2>&1 && "$name" -c "$supported" >/dev/null 2>&1; then
      echo "$name"
      return
    fi
  done
  found=$(python3 --version 2>/dev/null || echo 'no Python')
  echo "The portal needs Python 3.11, 3.12 or 3.13, and this machine has $found: install one, or name it with PYTHON=." >&2
  exit 1
}

python=.venv/bin/python
# A folder that was moved or whose interpreter is gone is made anew.
if ! { [ -x $python ] && $python -c "$supported" && $python -m pip --version; } >/dev/null 2>&1; then
  base=$(find_python)
  rm -rf .venv
  if ! said=$("$base" -m venv .venv 2>&1); then
    rm -rf .venv
    echo "$base cannot make a virtual environment in .venv; on Debian or Ubuntu install its python3-venv package. It said: $said" >&2
    exit 1
  fi
fi

fingerprint() {
  $python -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest()[:16])' "$1"
}
stamp=.venv/installed-$(fingerprint $lock)
# The developer's lock contains the other one.
if [ -e "$stamp" ] || [ -e ".venv/installed-$(fingerprint requirements-dev.txt)" ]; then
  exit 0
fi

echo "Installing the packages named in $lock ..."
rm -f .venv/installed-*

with_uv() {
  # The same index as pip's, where one is set.
  index=${PIP_INDEX_URL:-$($python -m pip config get global.index-url 2>/dev/null || true)}
  if [ -n "$index" ]; then
    export UV_DEFAULT_INDEX="$index"
  fi
  $python - <<'PYTHON' >.venv/uv.txt
# The lines of the lock that name uv and its hashes.
from pathlib import Path

wanted = False
for line in Path("requirements-dev.txt").read_text().splitlines():
    if not line.startswith((" ", "#")):
        wanted = line.startswith("uv==")
    if wanted and "#" not in line:
        print(line)
PYTHON
  if ! [ -x .venv/tools/bin/uv ]; then
    $python -m pip install --quiet --require-hashes --no-deps --only-binary :all: \
      --target .venv/tools -r .venv/uv.txt
  fi
  # The certificates of this machine, as pip uses them.
  UV_SYSTEM_CERTS=1 UV_HTTP_TIMEOUT=${UV_HTTP_TIMEOUT:-20} UV_HTTP_RETRIES=1 .venv/tools/bin/uv pip sync --quiet --compile-bytecode \
    --python $python --require-hashes --no-build "$lock"
}

if ! with_uv >.venv/uv.log 2>&1; then
  if ! $python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps \
    --only-binary :all: -r $lock; then
    echo "The packages in $lock could not be installed; the lines above say why (is a package index within reach?)." >&2
    exit 1
  fi
fi
touch "$stamp"
