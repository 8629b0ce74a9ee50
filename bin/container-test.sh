#!/usr/bin/env bash
# Builds the container image and tries it as a small task would run it: a quarter of a CPU, 512 MB,
# a read-only file system. Posts the sample lesson, looks at the user, the log, the health and the
# stop, and prints how long the start takes and how much memory the service needs at rest. A start's
# figure is the best of three: busy neighbours slow a start down, and nothing speeds one up. Where the
# machine is too busy to judge, the figures say so instead of failing.
#
#   --image IMAGE   try this image, and build none
#
# The tests are ContainerTests, by Testcontainers. Needs a running Docker engine, a JDK 25, Maven, curl
# and python3, and no key: the offline baseline answers. Nothing is pulled but what the build needs.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

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

for tool in curl python3; do
  command -v "$tool" >/dev/null || { echo "Install $tool." >&2; exit 1; }
done

scratch=$(mktemp -d)
built=
# A signal ends the script by way of EXIT.
trap 'exit 130' INT TERM HUP
trap 'clean_up' EXIT
clean_up() {
  [[ -z $built ]] || docker image rm "$built" >/dev/null 2>&1 || true
  rm -rf "$scratch"
}

# Keeps the build's output in a file, and shows its steps as they begin.
show_steps() {
  local line
  while IFS= read -r line; do
    printf '%s\n' "$line"
    [[ $line != Step\ * && $line != \#*\ \[* ]] || printf '  %s\n' "${line:0:100}" >&2
  done >"$1"
}

if [[ -z $image ]]; then
  command -v docker >/dev/null || { echo "Install docker." >&2; exit 1; }
  docker info >/dev/null 2>&1 || { echo "Start a Docker engine first: docker info finds none." >&2; exit 1; }
  # A name of its own: another run would move a shared one.
  image=aiproxy:container-test-$$
  echo "Building ${image}…" >&2
  if ! docker build --tag "$image" --build-arg COMMIT="$(commit)" "$project" 2>&1 | show_steps "$scratch/build"; then
    tail -n 40 "$scratch/build" >&2
    echo "The image can't be built." >&2
    exit 1
  fi
  built=$image
fi

echo "Trying $image: health, the sample lesson, SIGTERM, then six starts. Takes a few minutes." >&2
figures=$project/target/container-figures.txt
rm -f "$figures"
status=0
run_maven --quiet -Pcontainer -Dcontainer.image="$image" test >"$scratch/tests" 2>&1 || status=$?
if ((status)); then
  cat "$scratch/tests" >&2
elif [[ ! -f $figures ]]; then
  echo "The tests were skipped: Testcontainers finds no Docker engine." >&2
  status=1
fi
[[ ! -f $figures ]] || cat "$figures"
((status == 0))
