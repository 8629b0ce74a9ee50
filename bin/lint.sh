#!/usr/bin/env bash
# Checks what no compiler sees: the CloudFormation templates with cfn-lint, that each environment's
# config fits its template and rights are no wider than they need be, the scripts with shellcheck, and
# the report's JavaScript with ESLint.
#
# Needs Python 3 with venv and a registry of Python packages; as root on Debian it installs what is
# missing. ESLint needs Node.js 20.19 or newer with npm, and is skipped without it.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

CFN_LINT=1.58.0

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
cd "$project"

# Installs a package of Debian's, where that is possible.
install() {
  if command -v apt-get >/dev/null && [[ $EUID -eq 0 ]]; then
    DEBIAN_FRONTEND=noninteractive apt-get -qq update >/dev/null &&
      DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$1" >/dev/null
  fi
}

command -v shellcheck >/dev/null || install shellcheck
if ! command -v shellcheck >/dev/null; then
  echo "Install shellcheck (the package shellcheck)." >&2
  exit 1
fi
mapfile -t scripts < <(find bench bin cicd .ci -name '*.sh' -not -name '.*')
shellcheck -x bin/aiproxy bin/rubric-tester .ci/run src/main/docker/aiproxy src/main/docker/healthy "${scripts[@]}"
echo "shellcheck: $((${#scripts[@]} + 5)) scripts are clean."

venv=$project/target/lint/cfn-lint-$CFN_LINT
if [[ ! -x $venv/bin/cfn-lint ]]; then
  python3 -c 'import ensurepip' 2>/dev/null || install python3-venv
  if ! python3 -m venv "$venv" || ! "$venv/bin/pip" install --quiet --disable-pip-version-check "cfn-lint==$CFN_LINT"; then
    rm -rf "$venv"
    echo "cfn-lint can't be installed: it needs Python 3 with venv, and a registry of Python packages." >&2
    exit 1
  fi
fi
"$venv/bin/cfn-lint" cicd/*/template.yml
"$venv/bin/python" - cicd/3-app/template.yml cicd/3-app/config/*.config.json <<'END'
import json, sys
from cfnlint.decode import cfn_yaml

template = cfn_yaml.load(sys.argv[1])["Parameters"]
required = {name for name, it in template.items() if "Default" not in it} - {"ImageUri"}
wrong = 0
for path in sys.argv[2:]:
    given = json.load(open(path))["Parameters"]
    for name in sorted(given.keys() - template.keys()):
        print(f"{path}: {name} is no parameter of the template"); wrong += 1
    for name in sorted(required - given.keys()):
        print(f"{path}: {name} is missing"); wrong += 1
sys.exit(1 if wrong else 0)
END
"$venv/bin/python" - cicd/*/template.yml <<'END'
import fnmatch, sys
from cfnlint.decode import cfn_yaml

# What takes no resource, besides actions that only read; and the alarms that Application Auto Scaling
# tries without naming one.
ANYWHERE = [
    "*:Describe*", "*:List*", "cloudwatch:GetMetricData", "ec2:GetSecurityGroupsForVpc",
    "ecr:GetAuthorizationToken", "ecs:CreateCluster", "ecs:DeregisterTaskDefinition",
    "ecs:RegisterTaskDefinition", "cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm",
]
wrong = 0

def statements(node):
    if isinstance(node, dict):
        if node.get("Effect") == "Allow" and "Principal" not in node:
            yield node
        for value in node.values():
            yield from statements(value)
    elif isinstance(node, list):
        for value in node:
            yield from statements(value)

def listed(value):
    return value if isinstance(value, list) else [value]

for path in sys.argv[1:]:
    for statement in statements(cfn_yaml.load(path)):
        if "*" in listed(statement.get("Resource", "*")):
            for action in listed(statement.get("Action", "*")):
                if not any(fnmatch.fnmatchcase(action, it) for it in ANYWHERE):
                    print(f"{path}: {action} is allowed on *"); wrong += 1
sys.exit(1 if wrong else 0)
END
echo "cfn-lint: $(find cicd -name template.yml | wc -l) templates and $(find cicd -name '*.config.json' | wc -l) configs are clean."

eslint=$project/target/lint/eslint
node_version=$(node --version 2>/dev/null | sed 's/^v//' || true)
if [[ -z $node_version || $(printf '%s\n' 20.19 "$node_version" | sort -V | head -1) != 20.19 ]] ||
  ! command -v npm >/dev/null; then
  echo "eslint: skipped. It needs Node.js 20.19 or newer with npm." >&2
  exit
fi
if ! cmp -s bin/.eslint/package.json "$eslint/package.json"; then
  rm -rf "$eslint"
  mkdir -p "$eslint"
  cp bin/.eslint/package.json bin/.eslint/eslint.config.mjs "$eslint"
  if ! npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts --prefix "$eslint"; then
    rm -rf "$eslint"
    echo "ESLint can't be installed: it needs a registry of npm packages." >&2
    exit 1
  fi
fi
cp bin/.eslint/eslint.config.mjs "$eslint"
cp src/main/resources/rubrictester/report/report.js "$eslint"
(cd "$eslint" && node_modules/.bin/eslint --max-warnings 0 report.js)
echo "eslint: the report's script is clean."
