#!/usr/bin/env bash
# Runs the service for ten minutes against a provider of whose calls one in five fails, with callers of
# whom one in ten disconnects and a burst of 2,000 assessments every minute, and compares heap (after a
# collection), threads and sockets before and after, each with nothing in flight and idle connections
# closed.
#
#   bench/soak.sh [SECONDS [CALLERS]]
#
# Exits with 1 when an answer was 500, or when one of the three grew by more than 10 %. Needs Linux.
set -euo pipefail
# shellcheck source=bench/.service.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.service.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
seconds=${1:-600}
callers=${2:-100}
port=18483
provider_port=18484
# Connections that no one uses are closed after a minute.
until_idle=75

prepare

play_provider "$provider_port" --latency 50ms-500ms --fault 429,500,503,garbage,cut,reset,hang:0.2
env -u AIPROXY_API_KEY LOG_LEVEL=ERROR AIPROXY_BUDGET=10s \
  OPENAI_API_KEY=bench OPENAI_BASE_URL="http://localhost:$provider_port/v1" \
  "$java" -Xmx256m -XX:+UseCompactObjectHeaders -jar "$jar" serve --port "$port" >service.log 2>&1 &
service=$!
await_service "$port"

call() {
  "$java" "$project/bench/Soak.java" "http://localhost:$port" \
    "$project/src/main/resources/samples/lesson" "$callers" "$1"
}

# More than the heap holds, every minute.
bursts() {
  while sleep 60; do
    echo "A burst of 2,000:"
    "$java" "$project/bench/Burst.java" "$port" "$project/src/main/resources/samples/lesson" 2000 || true
  done
}

# Heap in KB, threads, sockets.
measure() {
  sleep "$until_idle"
  "$JAVA_HOME/bin/jcmd" "$service" GC.run >/dev/null
  "$JAVA_HOME/bin/jcmd" "$service" GC.run >/dev/null
  echo "$("$JAVA_HOME/bin/jcmd" "$service" GC.heap_info | sed -n 's/.*total.* used \([0-9]*\)K.*/\1/p' | head -n 1)" \
    "$(sed -n 's/^Threads:\s*//p' "/proc/$service/status")" \
    "$(find "/proc/$service/fd" -lname 'socket:*' | wc -l)"
}

echo "Warming up for a minute…"
call 60 || true
read -r heap threads sockets < <(measure)
echo "Before: heap $heap KB, $threads threads, $sockets sockets"
status=0
bursts &
bursts=$!
call "$seconds" || status=1
kill "$bursts"
read -r heap_after threads_after sockets_after < <(measure)
echo "After:  heap $heap_after KB, $threads_after threads, $sockets_after sockets"
for grown in "$heap $heap_after heap" "$threads $threads_after threads" "$sockets $sockets_after sockets"; do
  read -r before after what <<<"$grown"
  # Of few, one more is over 10 %.
  if ((after * 10 > before * 11 + 10)); then
    echo "The $what grew by more than 10 %." >&2
    status=1
  fi
done
if grep -q ERROR service.log; then
  echo "The log has errors:" >&2
  grep -m 3 ERROR service.log >&2
  status=1
fi
exit "$status"
