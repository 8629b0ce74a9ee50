#!/usr/bin/env bash
# Runs the whole test suite. Arguments go to Maven: bin/test.sh -Dtest='*Label*'
# With --clients, runs OpenAI's client for Node.js against the service instead.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
if [[ ${1:-} == --clients ]]; then
  shift
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Install Node.js 20 or newer with npm (the packages nodejs and npm)." >&2
    exit 1
  fi
  (cd "$project/src/test/node" && npm ci --no-audit --no-fund --loglevel=error)
  run_maven -Pclients test "$@"
  exit
fi
run_maven test "$@"
