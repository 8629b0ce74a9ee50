# Shared by the scripts in this folder; sourced, never run. Starts what is measured.
# shellcheck shell=bash
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../bin/.build.sh"

# Builds the jar, sets `java`, and goes to a folder that vanishes at the end, with all that was
# started in the background.
prepare() {
  build_jar
  find_jdk
  # shellcheck disable=SC2034
  java=$JAVA_HOME/bin/java
  work=$(mktemp -d)
  trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
  cd "$work" || exit
  ulimit -n 16384 2>/dev/null || true
}

# Plays a provider on a port, with further options of `aiproxy play`; its process is $!.
play_provider() {
  "$java" -jar "$jar" play --quiet --port "$@" >/dev/null &
}

# Waits until the service on a port answers, a minute at the most.
await_service() {
  local _
  for _ in $(seq 120); do
    curl --silent --fail --output /dev/null "http://localhost:$1/" && return
    sleep 0.5
  done
  echo "The service didn't start:" >&2
  tail -n 20 service.log >&2
  exit 1
}
