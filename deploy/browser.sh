#!/bin/sh
# A Chromium for the browser journeys: the one that is installed, else Debian's where we may.
for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
  if command -v $name >/dev/null 2>&1; then
    exit 0
  fi
done
[ -n "${CHROMIUM:-}" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "No Chromium here; installing Debian's ..."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; } >/dev/null 2>&1 && exit 0
fi
if [ "${CI:-}" = true ] || [ "${CI:-}" = 1 ]; then
  echo "No Chromium is installed, and CI asks for the browser journeys." >&2
  exit 1
fi
echo "*** No Chromium is installed: THE BROWSER JOURNEYS ARE SKIPPED. Install chromium, or name one with CHROMIUM=. ***" >&2
