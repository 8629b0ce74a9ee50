#!/usr/bin/env bash
# Builds the container image and tries it as a small task would run it: a quarter of a CPU, 512 MB,
# a read-only file system. Posts the sample lesson, looks at the user, the log, the health and the
# stop, and prints how long the start takes and how much memory the service needs at rest. A start's
# figure is the best of three: busy neighbours slow a start down, and nothing speeds one up.
#
#   --image IMAGE   try this image, and build none
#
# Needs a running Docker engine, curl and python3, and no key: the offline baseline answers.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

# What a task must keep to.
START_QUARTER_CPU=15
START_ONE_CPU=3
STOP=10
MEMORY_MB=300

image=
while (($#)); do
  case $1 in
    --help) show_help "${BASH_SOURCE[0]}" && exit ;;
    --image)
      if (($# < 2)); then
        echo "$1 needs a value; see --help." >&2
        exit 2
      fi
      image=$2
      shift 2
      ;;
    *)
      echo "$1 is not an option; see --help." >&2
      exit 2
      ;;
  esac
done

for tool in docker curl python3; do
  command -v "$tool" >/dev/null || { echo "Install $tool." >&2; exit 1; }
done
docker info >/dev/null 2>&1 || { echo "Start a Docker engine first: docker info finds none." >&2; exit 1; }

scratch=$(mktemp -d)
containers=()
failures=()
figures=()

# A signal ends the script by way of EXIT.
trap 'exit 130' INT TERM HUP
trap 'clean_up' EXIT
clean_up() {
  if ((${#containers[@]})); then
    docker rm --force --volumes "${containers[@]}" >/dev/null 2>&1 || true
  fi
  rm -rf "$scratch"
}

# Without a service that runs, nothing further can be measured.
give_up() {
  echo "$1" >&2
  docker logs --tail 20 "$container" >&2 || true
  exit 1
}

# below WHAT FIGURE LIMIT UNIT: keeps the figure for the table, and says so if it is too high.
below() {
  figures+=("$(printf '%-22s %10s %10s' "$1" "$2 $4" "$3 $4")")
  if ! python3 -c 'import sys; sys.exit(0 if float(sys.argv[1]) < float(sys.argv[2]) else 1)' "$2" "$3"; then
    failures+=("The figure for $1 is $2 $4 and must be below $3 $4.")
  fi
}

# A task's limits, with CPUs as given; sets $container and $url, the port being whichever is free.
start_container() {
  container=$(
    docker create --cpus "$1" --memory 512m --memory-swap 512m --read-only \
      --env AIPROXY_ALLOW_ANONYMOUS=true --publish 127.0.0.1::80 "$image"
  )
  containers+=("$container")
  docker start "$container" >/dev/null
  url=http://$(docker port "$container" 80/tcp | head -n 1)
}

# Seconds from the container's start, as the engine keeps it, to the first 200.
wait_for_answer() {
  python3 - "$(docker inspect --format '{{.State.StartedAt}}' "$container")" "$url/" <<'PYTHON'
import datetime, re, sys, time, urllib.request

# Nine decimals are more than Python reads.
text = re.sub(r"(\.\d{6})\d*", r"\1", sys.argv[1]).replace("Z", "+00:00")
started = datetime.datetime.fromisoformat(text).timestamp()
while time.time() < started + 90:
    try:
        with urllib.request.urlopen(sys.argv[2], timeout=5) as answer:
            if answer.status == 200:
                print(f"{time.time() - started:.1f}")
                sys.exit()
    except OSError:
        time.sleep(0.02)
sys.exit(1)
PYTHON
}

# measure_start WHAT CPUS LIMIT: the best of three starts, of which the last goes on running.
measure_start() {
  local seconds starts=()
  for _ in 1 2 3; do
    # One that still runs would be a neighbour.
    [[ -z ${container:-} ]] || docker rm --force --volumes "$container" >/dev/null
    start_container "$2"
    seconds=$(wait_for_answer) || give_up "GET / didn't answer 200 within 90 seconds."
    starts+=("$seconds")
  done
  below "$1" "$(printf '%s\n' "${starts[@]}" | LC_ALL=C sort -n | sed -n 1p)" "$3" s
}

# What the image's own check says, which is run every 15 seconds.
wait_for_health() {
  local health
  for _ in $(seq 90); do
    health=$(docker inspect --format '{{.State.Health.Status}}' "$container")
    [[ $health == healthy ]] && return
    sleep 1
  done
  give_up "The image's health check says '$health' after 90 seconds."
}

# Memory as the engine counts it: without files that the kernel only keeps to hand.
memory_mb() {
  docker stats --no-stream --format '{{.MemUsage}}' "$container" | python3 -c '
import re, sys

number, unit = re.match(r"([\d.]+)(\w+)", sys.stdin.read()).groups()
print(round(float(number) * {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}[unit] / 1e6))'
}

check_user() {
  local user
  user=$(docker exec "$container" id -u)
  [[ $user != 0 ]] || failures+=("The service runs as root.")
}

check_log() {
  docker logs "$container" >"$scratch/log" 2>&1
  python3 - "$scratch/log" <<'PYTHON' || failures+=("The log is not one JSON object a line.")
import json, sys

lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
for line in lines:
    try:
        json.loads(line)["message"]
    except (ValueError, KeyError, TypeError):
        sys.exit(f"No JSON: {line}")
sys.exit(0 if lines else "The log is empty.")
PYTHON
}

# Nobody but the caller may have its key, and this service wants none.
check_assessment() {
  (cd "$scratch" && env -u AIPROXY_API_KEY "$project/bin/assessment-test.sh" --url "$url") \
    >"$scratch/assessment" || failures+=("The sample lesson was not assessed.")
}

check_stop() {
  local before code
  before=$(python3 -c 'import time; print(time.time())')
  # Longer than it may take, so that an end by force is told from a slow one.
  docker stop --time 30 "$container" >/dev/null
  below "stop" "$(python3 -c 'import sys, time; print(f"{time.time() - float(sys.argv[1]):.1f}")' "$before")" "$STOP" s
  code=$(docker inspect --format '{{.State.ExitCode}}' "$container")
  [[ $code == 0 ]] || failures+=("After SIGTERM the service ended with exit code $code instead of 0.")
}

# The JVM says nothing about a cache that it can't use, unless it must use it.
check_cache() {
  docker run --rm --memory 512m --read-only --env JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$image" --version \
    >"$scratch/cache" 2>&1 || failures+=("The JVM can't use the image's AOT cache: $(tail -n 1 "$scratch/cache")")
}

if [[ -z $image ]]; then
  echo "Building aiproxy:container-test…" >&2
  if ! docker build --tag aiproxy:container-test --iidfile "$scratch/id" "$project" >"$scratch/build" 2>&1; then
    tail -n 40 "$scratch/build" >&2
    echo "The image can't be built." >&2
    exit 1
  fi
  # Not by its tag, which another run may have moved by now.
  image=$(<"$scratch/id")
fi

echo "Starting it on a quarter of a CPU…" >&2
measure_start "start on 0.25 CPU" 0.25 "$START_QUARTER_CPU"
wait_for_health
check_user
check_assessment
sleep 5
below "memory at rest" "$(memory_mb)" "$MEMORY_MB" MB
check_log
check_stop

echo "Starting it on one CPU…" >&2
measure_start "start on 1 CPU" 1 "$START_ONE_CPU"
docker rm --force "$container" >/dev/null
check_cache

size=$(docker image inspect --format '{{.Size}}' "$image")
printf '%-22s %10s %10s\n' "" measured limit
printf '%s\n' "${figures[@]}"
printf '%-22s %10s\n' "image" "$((size / 1000000)) MB"
if ((${#failures[@]})); then
  printf '%s\n' "${failures[@]}" >&2
  exit 1
fi
