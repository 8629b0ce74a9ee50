#!/usr/bin/env bash
# Measures a run of the rubric tester: 1,000 students with 3 responses each, 200 at a time, against
# a provider that takes 2 seconds, with a heap of 512 MB. Prints the time that the whole process took.
#
#   bench/rubric-tester.sh [STUDENTS [PROVIDER_SECONDS]]
#
# Exits with 1 when a student failed, or when it took 40 s or longer.
set -euo pipefail
# shellcheck source=bench/.service.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.service.sh"

if [[ ${1:-} == --help ]]; then
  show_help "${BASH_SOURCE[0]}"
  exit
fi
students=${1:-1000}
seconds=${2:-2}
provider_port=${BENCH_PORT:-18482}

prepare

sample=$project/src/main/resources/samples/lesson
experiment=$work/experiments/bench/sample
dataset=$work/datasets/bench/sample
mkdir -p "$experiment" "$dataset"
cp "$sample/system_prompt.txt" "$sample/standard_rubric.csv" "$experiment"
# A model that takes no `n`: three responses are three calls.
echo '{"model": "gpt-6-luna", "num-responses": 3, "temperature": 0.2}' >"$experiment/params.json"
echo 'student,Sprites,Position and Movement,Conditionals,Variables' >"$dataset/actual_labels.csv"
for i in $(seq "$students"); do
  { cat "$sample/program.js"; echo "// $i"; } >"$dataset/student_$i.js"
  echo "student_$i,No Evidence,Limited Evidence,No Evidence,No Evidence" >>"$dataset/actual_labels.csv"
done

play_provider "$provider_port" --latency "${seconds}s"
until curl --silent --output /dev/null --max-time 10 --data x "http://localhost:$provider_port/"; do
  sleep 0.5
done

start=$(date +%s%N)
OPENAI_API_KEY=bench OPENAI_BASE_URL="http://localhost:$provider_port/v1" \
  "$java" -Xmx512m -XX:+UseCompactObjectHeaders -jar "$jar" rubric-tester \
  -e bench --dataset-name bench -w 200 -s "$students" >run.log
milliseconds=$((($(date +%s%N) - start) / 1000000))
tail -n 2 run.log
echo "$students students × 3 responses in $((milliseconds / 1000)).$((milliseconds / 100 % 10)) s"
((milliseconds < 40000))
