#!/usr/bin/env bash
# Runs the whole test suite. Arguments go to Maven: bin/test.sh -Dtest='*Label*'
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
run_maven test "$@"
