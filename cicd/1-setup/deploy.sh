#!/usr/bin/env bash
# Deploys what all pipelines share: roles, the artifact bucket, the image repository. Once in an
# account, by somebody who may make IAM roles.
#
#   CONNECTION_ARN=arn:… cicd/1-setup/deploy.sh [DATASET_BUCKET]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ ${1:-} == --help || -z ${CONNECTION_ARN:-} ]]; then
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  [[ ${1:-} == --help ]] && exit
  exit 2
fi

aws cloudformation deploy \
  --stack-name aiproxy-setup \
  --template-file template.yml \
  --capabilities CAPABILITY_IAM \
  --no-fail-on-empty-changeset \
  --parameter-overrides "ConnectionArn=$CONNECTION_ARN" ${1:+"DatasetBucket=$1"}
