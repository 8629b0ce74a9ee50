#!/usr/bin/env bash
# Runs the whole test suite. Arguments go to Maven: bin/test.sh -Dtest='*Label*'
# With --clients, runs OpenAI's client for Node.js against the service instead.
# With --local-model, runs the service against a real llama.cpp server with a small model instead.
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
if [[ ${1:-} == --local-model ]]; then
  shift
  if ! command -v python3 >/dev/null || ! command -v curl >/dev/null; then
    echo "Install Python 3.10 or newer with venv, and curl (python3-venv and curl)." >&2
    exit 1
  fi
  port=${LOCAL_MODEL_PORT:-8081}
  log=$(mktemp)
  "$project/src/test/local-model/serve.sh" --port "$port" >"$log" 2>&1 &
  server=$!
  trap 'kill "$server" 2>/dev/null || true; rm -f "$log"' EXIT
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$port/health"; do
    if ! kill -0 "$server" 2>/dev/null; then
      cat "$log" >&2
      exit 1
    fi
    sleep 1
  done
  LOCAL_MODEL_URL=http://127.0.0.1:$port/v1 run_maven -Plocal-model test "$@"
  exit
fi
run_maven test "$@"
