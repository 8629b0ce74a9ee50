#!/usr/bin/env bash
# Checks the service against its own description: Schemathesis sends what /openapi.json allows, and what it
# doesn't, and fails on a 5xx, an undocumented status or form, or a route that needs no key.
#
#   bench/schemathesis.sh [REQUESTS_PER_ROUTE]
#
# The service runs without providers but for an OpenAI that has no models: a key that a caller sends
# is enough to be asked for its list. Needs Python 3.11 with venv, and a registry of Python packages.
set -euo pipefail
# shellcheck source=bench/.service.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.service.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
requests=${1:-200}
port=18482
url=http://localhost:$port
provider=18483
venv=$project/target/schemathesis

[[ -x $venv/bin/schemathesis ]] || {
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet schemathesis==4.32.5
}
prepare

mkdir -p openai/v1
echo '{"data": []}' >openai/v1/models
python3 -m http.server --protocol HTTP/1.1 --bind 127.0.0.1 --directory openai "$provider" >provider.log 2>&1 &

env -u OPENAI_API_KEY -u AWS_ACCESS_KEY_ID -u AWS_PROFILE AIPROXY_API_KEY=schemathesis LOG_LEVEL=WARNING \
  OPENAI_BASE_URL="http://127.0.0.1:$provider/v1" \
  "$java" -jar "$jar" serve --port "$port" >service.log 2>&1 &
await_service "$port"

curl --silent --fail --header 'Authorization: schemathesis' --output openapi.json "$url/openapi.json"
"$venv/bin/schemathesis" run openapi.json --url "$url" --header 'Authorization: schemathesis' \
  --phases examples,coverage,fuzzing --max-examples "$requests" --continue-on-failure \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance,unsupported_method,allow_header_conformance,ignored_auth
