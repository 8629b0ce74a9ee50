#!/usr/bin/env bash
# Deploys the pipeline of a branch, after cicd/1-setup/deploy.sh.
#
#   REPOSITORY=OWNER/NAME CONNECTION_ARN=arn:… cicd/2-cicd/deploy.sh
#   ENVIRONMENT_TYPE=development BRANCH=my-branch REPOSITORY=… CONNECTION_ARN=… cicd/2-cicd/deploy.sh
#
# The first is main's pipeline: the test environment, then production. The second deploys one
# environment, called after the branch: dev-, the start of its name, and a hash of the whole name.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../bin/.build.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
if [[ $# -gt 0 || -z ${REPOSITORY:-} || -z ${CONNECTION_ARN:-} ]]; then
  show_help "${BASH_SOURCE[0]}" >&2
  exit 2
fi
# Whoever names a branch and forgets the rest means an environment for it, not to deploy it to production.
if [[ -z ${ENVIRONMENT_TYPE:-} && ${BRANCH:-main} != main ]]; then
  echo "Set ENVIRONMENT_TYPE=development for an environment of the branch $BRANCH, or ENVIRONMENT_TYPE=production to have it deployed to production in main's place." >&2
  exit 2
fi
cd "$project/cicd/2-cicd"
type=${ENVIRONMENT_TYPE:-production}
branch=${BRANCH:-main}
case $type in
  production) environment=production ;;
  development)
    # Branches that begin alike, or differ in what a stack's name can't have, keep apart by the hash.
    environment=$(
      python3 - "$branch" <<'PYTHON'
import hashlib, re, sys

start = re.sub("[^a-z0-9]+", "-", sys.argv[1].lower())[:16].strip("-")
print("-".join(filter(None, ["dev", start, hashlib.sha256(sys.argv[1].encode()).hexdigest()[:7]])))
PYTHON
    )
    ;;
  *)
    echo "ENVIRONMENT_TYPE is production or development, not $type." >&2
    exit 2
    ;;
esac

echo "The environment's stack is aiproxy-$environment, its pipeline's aiproxy-$environment-cicd." >&2
aws cloudformation deploy \
  --stack-name "aiproxy-$environment-cicd" \
  --template-file template.yml \
  --no-fail-on-empty-changeset \
  --parameter-overrides \
  "EnvironmentType=$type" "EnvironmentName=$environment" "Branch=$branch" \
  "Repository=$REPOSITORY" "ConnectionArn=$CONNECTION_ARN" \
  --tags "EnvType=$type"
