#!/usr/bin/env bash
# Deploys one environment by hand; the pipeline does the same.
#
#   cicd/3-app/deploy.sh ENVIRONMENT IMAGE_URI
#
# ENVIRONMENT names a file in cicd/3-app/config: test, production or development.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../bin/.build.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
if [[ $# -ne 2 || ! -f $project/cicd/3-app/config/$1.config.json ]]; then
  show_help "${BASH_SOURCE[0]}" >&2
  exit 2
fi
cd "$project/cicd/3-app"
environment=$1
image=$2

# Each on its own, so that one that fails ends the script.
lines=$(
  python3 -c 'import json, sys
for name, value in json.load(open(sys.argv[1]))["Parameters"].items(): print(f"{name}={value}")' \
    "config/$environment.config.json"
)
mapfile -t parameters <<<"$lines"
role=$(aws cloudformation list-exports \
  --query "Exports[?Name=='aiproxy-setup-DeployRoleArn'].Value" --output text)
aws cloudformation deploy \
  --stack-name "aiproxy-$environment" \
  --template-file template.yml \
  --role-arn "$role" \
  --capabilities CAPABILITY_IAM \
  --no-fail-on-empty-changeset \
  --parameter-overrides "${parameters[@]}" "ImageUri=$image" \
  --tags "EnvType=$environment"
aws cloudformation describe-stacks --stack-name "aiproxy-$environment" \
  --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output table
