#!/usr/bin/env bash
# Posts the sample lesson to a running service, as the school platform's backend does, and prints
# the assessment.
#
#   --url URL            where the service is; default http://localhost:8080
#   --model MODEL        the model to ask; default the service's own
#   --num-responses N    how many responses vote; default the lesson's number
#   --lesson DIR         another lesson, with a program.js beside its other files
#
# The service's key is taken from AIPROXY_API_KEY: the environment, or config.txt in this folder.
# Needs curl and python3.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

url=http://localhost:8080
lesson=$project/src/main/resources/samples/lesson
extra=()
while (($#)); do
  case $1 in
    --help) show_help "${BASH_SOURCE[0]}" && exit ;;
    --url | --lesson | --model | --num-responses)
      if (($# < 2)); then
        echo "$1 needs a value; see --help." >&2
        exit 2
      fi
      case $1 in
        --url) url=${2%/} ;;
        --lesson) lesson=$2 ;;
        *) extra+=("${1#--}=$2") ;;
      esac
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

key=${AIPROXY_API_KEY:-}
if [[ -z $key && -f config.txt ]]; then
  key=$(tr -d '\r' <config.txt | sed -n 's/^AIPROXY_API_KEY=//p' | tail -n 1)
fi

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The form that the backend sends: every key of params.json as it stands, then prompt, rubric,
# examples and program. The key goes by way of standard input, where `ps` doesn't show it.
form=$(
  python3 - "$lesson" "${extra[@]}" <<'PYTHON'
import json, pathlib, sys, urllib.parse

lesson = pathlib.Path(sys.argv[1])
fields = json.loads((lesson / "params.json").read_text())
fields.update(field.split("=", 1) for field in sys.argv[2:])
ending = fields.get("response-type", "tsv")
fields["prompt"] = (lesson / "system_prompt.txt").read_text()
fields["rubric"] = (lesson / "standard_rubric.csv").read_text()
fields["code"] = (lesson / "program.js").read_text()
fields["examples"] = json.dumps([
    [program.read_text(), program.with_suffix("." + ending).read_text()]
    for program in sorted(lesson.glob("examples/*.js"))
])
print(urllib.parse.urlencode(fields, doseq=True), end="")
PYTHON
)
status=$(
  curl --silent --show-error --output "$answer" --write-out '%{http_code}' \
    --config <([[ -z ${key%%,*} ]] || echo "header = \"Authorization: ${key%%,*}\"") \
    --data @- "$url/assessment" <<<"$form"
)

python3 - "$status" "$answer" <<'PYTHON'
import json, re, sys, textwrap

status, path = sys.argv[1:]
text = open(path, encoding="utf-8").read()
if status != "200":
    try:
        text = json.loads(text)["detail"]
    except (ValueError, KeyError):
        pass
    sys.exit(f"{status}: {text}")

answer = json.loads(text)
for row in answer["data"]:
    print(f"{row['Key Concept']}: {row['Label']}")
    items = re.split(r" (?=Lines? \d)", row["Evidence"])
    for line in [row["Observations"], *items, row["Reason"]]:
        if line:
            print(textwrap.fill(line, 100, initial_indent="  ", subsequent_indent="    "))
metadata = answer["metadata"]
print(f"\n{metadata['request']['model']} ({metadata['agent']}),"
      f" {metadata['usage']['total_tokens']} tokens, {metadata['time']:.1f} s")
PYTHON
