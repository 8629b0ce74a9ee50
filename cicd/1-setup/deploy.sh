#!/usr/bin/env bash
# Deploys what all pipelines share: roles, the artifact bucket, the image repository. Once in an
# account, by someone who may make IAM roles.
#
#   CONNECTION_ARN=arn:… HOSTED_ZONE_ID=Z… cicd/1-setup/deploy.sh [DATASET_BUCKET]
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../bin/.build.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
if [[ $# -gt 1 || ${1:-} == -* || -z ${CONNECTION_ARN:-} || -z ${HOSTED_ZONE_ID:-} ]]; then
  show_help "${BASH_SOURCE[0]}" >&2
  exit 2
fi
cd "$project/cicd/1-setup"

aws cloudformation deploy \
  --stack-name aiproxy-setup \
  --template-file template.yml \
  --capabilities CAPABILITY_IAM \
  --no-fail-on-empty-changeset \
  --parameter-overrides \
  "ConnectionArn=$CONNECTION_ARN" "HostedZoneId=$HOSTED_ZONE_ID" ${1:+"DatasetBucket=$1"}
