#!/usr/bin/env bash
# Holds the service to its own description: Schemathesis sends what /openapi.json allows, and what it
# doesn't, and fails on a 5xx, an undocumented status or form, or a route that needs no key.
#
#   bench/schemathesis.sh [REQUESTS_PER_ROUTE]
#
# The service runs without providers. Needs Python 3 with venv, and a registry of Python packages.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../bin/.build.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
requests=${1:-200}
port=18482
url=http://localhost:$port
venv=$project/target/schemathesis

build_jar
find_jdk
[[ -x $venv/bin/schemathesis ]] || {
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet schemathesis==4.32.5
}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

env -u OPENAI_API_KEY -u AWS_ACCESS_KEY_ID -u AWS_PROFILE AIPROXY_API_KEY=schemathesis LOG_LEVEL=WARNING \
  "$JAVA_HOME/bin/java" -jar "$jar" serve --port "$port" >service.log 2>&1 &
for _ in $(seq 120); do
  curl --silent --fail --output /dev/null "$url/" && break
  sleep 0.5
done

curl --silent --fail --header 'Authorization: schemathesis' --output openapi.json "$url/openapi.json"
"$venv/bin/schemathesis" run openapi.json --url "$url" --header 'Authorization: schemathesis' \
  --phases examples,coverage,fuzzing --max-examples "$requests" --continue-on-failure \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance,unsupported_method,allow_header_conformance,ignored_auth
