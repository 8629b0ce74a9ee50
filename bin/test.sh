#!/usr/bin/env bash
# Runs the whole test suite. Arguments go to Maven. With -Dtest='*Label*' only some, quickly: it compiles
# only what changed, without the checks of Error Prone and NullAway.
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

# Prints which tests failed, last of all: a record of CI may keep no more than the end.
list_tests() {
  local found
  found=$(find "$target/surefire-reports" -name 'TEST-*.xml' -newer "$start" \
    -exec awk -v flaky="$1" -f "$project/bin/.failures.awk" {} + 2>/dev/null | sort) || true
  [[ -z $found ]] || printf '%s\n%s\n' "$2" "$found" >&2
}

# Compiles what changed and what depends on it into the folder of the profile "loop", without Error Prone.
recompile() {
  local loop=$project/target/loop/target sources=$project/src/test/java/org/code/aiproxy/recompile
  local offline=() java=("$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto)
  [[ " $* " =~ \ (-o|--offline)\  ]] && offline=(--offline)
  mkdir -p "$loop"
  if [[ ! -s $loop/classpath || $project/pom.xml -nt $loop/classpath ]]; then
    run_maven --quiet ${offline[@]+"${offline[@]}"} dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$loop/classpath"
  fi
  if [[ -n $(find "$sources" -newer "$loop/recompiler" 2>&1) ]]; then
    rm -rf "$loop/recompiler"
    "$JAVA_HOME/bin/javac" -nowarn -cp "$(cat "$loop/classpath")" -d "$loop/recompiler" "$sources"/*.java
    touch "$loop/recompiler"
  fi
  "${java[@]}" -cp "$loop/recompiler" org.code.aiproxy.recompile.Recompile "$project" "$loop" "$loop/classpath"
}

start=$(mktemp)
trap 'rm -f "$start"' EXIT
target=$project/target
status=0
if [[ " $*" == *" -Dtest="* && " $*" != *" -P"* ]]; then
  find_jdk
  target=$target/loop/target
  export MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
  recompile "$@"
  run_maven -Ploop test "$@" || status=$?
else
  remove_classes
  run_maven test "$@" || status=$?
fi
list_tests 1 "FLAKY; find out why and fix it. These tests passed only when they were run again:"
list_tests 0 "FAILED tests:"
exit "$status"
