#!/usr/bin/env bash
# Sends the service more assessments than its heap holds: bursts of 1,000, 2,000, 4,000 and 10,000 at
# once, cold and warm, three times, with a heap of 256 MB and a provider that takes 1 and 30 seconds;
# and ten times what it can work on for a minute.
#
#   bench/burst.sh [--image IMAGE] [PROVIDER_SECONDS…]
#
# --image: measures the container (512 MB, 2 CPUs) instead of the jar; needs Docker.
# BURST_SIZES: other sizes, such as "1000 2000".
# Exits with 1 when an answer was neither 200 nor 503, when one `GET /` took 250 ms, when refusals in
# the flood took 500 ms, or when 10 s after the last answer the heap holds 10 MB more than before.
set -euo pipefail
# shellcheck source=bench/.service.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.service.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
image=
if [[ ${1:-} == --image ]]; then
  image=${2:?--image needs a value}
  shift 2
fi
waits=("$@")
[[ $# -gt 0 ]] || waits=(1 30)
read -ra sizes <<<"${BURST_SIZES:-1000 2000 4000 10000}"
port=18485
provider_port=18486
lesson=$project/src/main/resources/samples/lesson
status=0

prepare
ulimit -n 65536 2>/dev/null || true

start_service() {
  if [[ -n $image ]]; then
    container=$(docker run --detach --rm --network host --memory 512m --cpus 2 --read-only \
      --env PORT="$port" --env OPENAI_API_KEY=bench --env LOG_LEVEL=WARNING \
      --env OPENAI_BASE_URL="http://localhost:$provider_port/v1" "$image")
  else
    env -u AIPROXY_API_KEY LOG_LEVEL=WARNING OPENAI_API_KEY=bench \
      OPENAI_BASE_URL="http://localhost:$provider_port/v1" \
      "$java" -Xmx256m -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError \
      -jar "$jar" serve --port "$port" >service.log 2>&1 &
    service=$!
  fi
  await_service "$port"
}

stop_service() {
  if [[ -n $image ]]; then
    docker stop "$container" >/dev/null
  else
    kill "$service"
    wait "$service" || true
  fi
}

# MB in use after a collection.
heap() {
  "$JAVA_HOME/bin/jcmd" "$service" GC.run >/dev/null
  "$JAVA_HOME/bin/jcmd" "$service" GC.heap_info |
    sed -n 's/.*\(total\|heap\).* used \([0-9]*\)K.*/\2/p' | awk '{used += $1} END {print int(used / 1024)}'
}

burst() {
  "$java" "$project/bench/Burst.java" "$port" "$lesson" "$@" || status=1
}

for seconds in "${waits[@]}"; do
  play_provider "$provider_port" --latency "${seconds}s"
  provider=$!
  for size in "${sizes[@]}"; do
    start_service
    [[ -n $image ]] || before=$(heap)
    for round in cold warm "third time"; do
      echo "$size at once, provider $seconds s, $round:"
      burst "$size"
      sleep 10
      if [[ -z $image ]]; then
        after=$(heap)
        echo "  heap: $before MB before, $after MB 10 s after"
        # The first burst brings classes and caches that stay.
        [[ $round == cold ]] && before=$after
        if ((after > before + 10)); then
          echo "The heap grew." >&2
          status=1
        fi
      fi
    done
    stop_service
  done
  kill "$provider"
  wait "$provider" 2>/dev/null || true
done

play_provider "$provider_port" --latency 10s
start_service
echo "1,000 a second for a minute, provider 10 s (ten times what a heap of 256 MB holds):"
burst 1000 60
stop_service
exit "$status"
