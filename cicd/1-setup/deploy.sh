#!/usr/bin/env bash
# Deploys what all pipelines share: roles, the artifact bucket, the image repository. Once in an
# account, by somebody who may make IAM roles.
#
#   cicd/1-setup/deploy.sh [DATASET_BUCKET]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ ${1:-} == --help ]]; then
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  exit
fi

aws cloudformation deploy \
  --stack-name aiproxy-setup \
  --template-file template.yml \
  --capabilities CAPABILITY_IAM \
  --no-fail-on-empty-changeset \
  ${1:+--parameter-overrides "DatasetBucket=$1"}
