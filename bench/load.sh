#!/usr/bin/env bash
# Measures the service under load: 1,000 requests at once against a provider that takes 5 seconds,
# with a heap of 256 MB. Prints the figures of a warm-up round and of the measured one.
#
#   bench/load.sh [REQUESTS [PROVIDER_SECONDS]]
#
# Exits with 1 when a request failed, when all took 3 s more than the provider, or when one `GET /`
# of a hundred took 100 ms meanwhile.
set -euo pipefail
# shellcheck source=bench/.service.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.service.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
requests=${1:-1000}
seconds=${2:-5}
port=18480
provider_port=18481

prepare

play_provider "$provider_port" --latency "${seconds}s"
env -u AIPROXY_API_KEY LOG_LEVEL=WARNING \
  OPENAI_API_KEY=bench OPENAI_BASE_URL="http://localhost:$provider_port/v1" \
  "$java" -Xmx256m -XX:+UseCompactObjectHeaders -jar "$jar" serve --port "$port" >service.log 2>&1 &
await_service "$port"

"$java" "$project/bench/Load.java" "http://localhost:$port" \
  "$project/src/main/resources/samples/lesson" "$requests" "$((seconds + 3))" 100
