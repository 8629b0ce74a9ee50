#!/usr/bin/env bash
# Formats the Java sources; with --check, only says which ones are not formatted.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

case ${1:-} in
  "") run_maven --quiet spotless:apply ;;
  --check) run_maven --quiet spotless:check ;;
  *) show_help "${BASH_SOURCE[0]}" ;;
esac
