#!/usr/bin/env bash
# Measures the service under load: 1,000 requests at once against a provider that takes 5 seconds,
# with a heap of 256 MB. Prints the figures of a warm-up round and of the measured one.
#
#   bench/load.sh [REQUESTS [PROVIDER_SECONDS]]
#
# Exits with 1 when a request failed, when all took 3 s more than the provider, or when one `GET /`
# of a hundred took 100 ms meanwhile.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../bin/.build.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
requests=${1:-1000}
seconds=${2:-5}
port=18480
provider_port=18481

build_jar
find_jdk
java=$JAVA_HOME/bin/java
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
ulimit -n 16384 2>/dev/null || true

"$java" -Dsun.net.httpserver.maxIdleConnections=5000 "$project/bench/SlowProvider.java" "$provider_port" "$seconds" &
env -u AIPROXY_API_KEY LOG_LEVEL=WARNING \
  OPENAI_API_KEY=bench OPENAI_BASE_URL="http://localhost:$provider_port/v1" \
  "$java" -Xmx256m -XX:+UseCompactObjectHeaders -jar "$jar" serve --port "$port" >service.log 2>&1 &
for _ in $(seq 120); do
  curl --silent --fail --output /dev/null "http://localhost:$port/" && break
  sleep 0.5
done

"$java" "$project/bench/Load.java" "http://localhost:$port" \
  "$project/src/main/resources/samples/lesson" "$requests" "$((seconds + 3))" 100
