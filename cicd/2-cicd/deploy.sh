#!/usr/bin/env bash
# Deploys the pipeline of a branch, after cicd/1-setup/deploy.sh.
#
#   REPOSITORY=OWNER/NAME CONNECTION_ARN=arn:… cicd/2-cicd/deploy.sh
#   ENVIRONMENT_TYPE=development BRANCH=my-branch REPOSITORY=… CONNECTION_ARN=… cicd/2-cicd/deploy.sh
#
# The first is main's pipeline: the test environment, then production. The second deploys one
# environment, called after the branch.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ ${1:-} == --help || -z ${REPOSITORY:-} || -z ${CONNECTION_ARN:-} ]]; then
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  [[ ${1:-} == --help ]] && exit
  exit 2
fi
type=${ENVIRONMENT_TYPE:-production}
branch=${BRANCH:-main}
if [[ $type == production ]]; then
  environment=production
else
  environment=$(tr '[:upper:]' '[:lower:]' <<<"$branch" | tr -c 'a-z0-9\n' '-' | cut -c1-20)
fi

aws cloudformation deploy \
  --stack-name "aiproxy-$environment-cicd" \
  --template-file template.yml \
  --no-fail-on-empty-changeset \
  --parameter-overrides \
  "EnvironmentType=$type" "EnvironmentName=$environment" "Branch=$branch" \
  "Repository=$REPOSITORY" "ConnectionArn=$CONNECTION_ARN" \
  --tags "EnvType=$type"
