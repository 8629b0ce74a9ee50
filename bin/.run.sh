# Shared by the scripts that start the jar; sourced, never run. Makes it start fast: the jar is laid
# out below target/run, with caches of what the JVM learned when it ran before (AOT caches).
# shellcheck shell=bash
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

layouts=$project/target/run

# What a cache is for, by a command line: the service, commands, or nothing but help.
cache_kind() {
  local argument
  [[ $# -gt 0 ]] || { echo help; return; }
  for argument in "$@"; do
    case $argument in
      -h | --help | -V | --version) echo help && return ;;
    esac
  done
  case $1 in
    serve) echo service ;;
    *) echo commands ;;
  esac
}

# Sets `options` to the JVM's for a kind, the same for the training of a cache and all runs with it.
#   ArchiveRelocationMode  maps the cache where it was made for: else the JVM patches, and copies, all of it
#   sun-misc-unsafe        Tomcat and Netty free buffers by it, and the JVM would warn of that
#   Xlog                   a cache that doesn't fit is no use to tell people of: the JVM goes on without
#   UseSerialGC, TieredStopAtLevel  a command is over before other collectors and compilers pay off
jvm_options() {
  options=(-XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 '-Xlog:aot*=off' '-Xlog:cds*=off'
    --sun-misc-unsafe-memory-access=allow)
  if [[ $1 != service ]]; then
    options=(-XX:+UseSerialGC "${options[@]}" -XX:TieredStopAtLevel=1 -XX:-UsePerfData)
  fi
}

# Sets `layout` to the folder with the jar laid out; fails where there is none, or sources are newer.
find_layout() {
  layout=
  [[ -s $layouts/current ]] || return
  layout=$layouts/$(<"$layouts/current")
  [[ -f $layout/aiproxy.jar && ! $jar -nt $layout/aiproxy.jar ]] &&
    [[ -z $(find "$project/src/main" "$project/pom.xml" -newer "$layouts/current" -print -quit) ]]
}

# What a kind's cache depends on, besides the jar.
cache_key() {
  jvm_options "$1"
  printf '%s\n' "$layout" "$JAVA_HOME" "$(<"$JAVA_HOME/release")" "${options[@]}"
}

# Whether a kind's cache has been made, or could not be made, as things are.
is_settled() {
  [[ -f $layout/$1.key && $(<"$layout/$1.key") == "$(cache_key "$1")" ]]
}

# Runs a function while no other process builds.
locked() {
  {
    flock 9 2>/dev/null || perl -e 'use Fcntl ":flock"; open my $lock, ">&=9"; flock $lock, LOCK_EX' 2>/dev/null || true
    "$@" 9>&-
  } 9>"$project/target/.lock"
}

# Builds the jar, lays it out and trains the JVM for a kind, as far as that has yet to be done.
make_ready() {
  if ! find_layout; then
    build_jar || return
    lay_out || layout=
  fi
  [[ -z $layout ]] || is_settled "$1" || train "$1"
}

# Takes the jar apart beside earlier ones, so that what starts or runs meanwhile finds its own.
lay_out() {
  local name before
  name=$(date +%Y%m%d-%H%M%S)-$$
  before=$(cat "$layouts/current" 2>/dev/null || true)
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$layouts/$name" >/dev/null || return
  echo "$name" >"$layouts/.current.$$"
  touch -r "$jar" "$layouts/.current.$$"
  mv -f "$layouts/.current.$$" "$layouts/current" || return
  layout=$layouts/$name
  find "$layouts" -mindepth 1 -maxdepth 1 -type d ! -name "$name" ! -name "${before:-$name}" -exec rm -rf {} +
}

# Makes a kind's cache from a run of it. Without one the jar only starts slower.
train() {
  local kind=$1 scratch
  scratch=$(mktemp -d "$layout/.training.XXXXXX")
  case $kind in
    service) echo "Training the JVM, so that the service starts faster (about half a minute, once for each build)…" >&2 ;;
    commands) echo "Training the JVM, so that commands start faster (about ten seconds, once for each build)…" >&2 ;;
  esac
  jvm_options "$kind"
  if rehearse "$kind" "$scratch" >"$layout/$kind.log" 2>&1 </dev/null; then
    mv -f "$scratch/cache" "$layout/$kind.aot"
  else
    rm -f "$layout/$kind.aot"
    echo "That failed, and starts stay slow; $layout/$kind.log says why." >&2
  fi
  cache_key "$kind" >"$scratch/key"
  mv -f "$scratch/key" "$layout/$kind.key"
  rm -rf "$scratch"
}

# Runs a kind as people do, in a folder of its own; leaves the cache there.
rehearse() (
  java=("$JAVA_HOME/bin/java" "${options[@]}")
  app=(-jar "$layout/aiproxy.jar")
  unset AIPROXY_SAMPLES JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
  cd "$2" && case $1 in
    help)
      printf '%s\n' --help --version "assess --help" "rubric-tester --help" >commands
      rehearse_commands
      ;;
    commands)
      copy_sample
      printf '%s\n' "assess program.js" "assess program.js --json" "rubric-tester list --local" \
        "rubric-tester --dataset-name sample-2026 -e offline-baseline" \
        "rubric-tester --dataset-name sample-2026 -e offline-baseline -c --json" >commands
      rehearse_commands
      ;;
    service) "${java[@]}" "${app[@]}" rehearse -- "${java[@]}" -XX:AOTCacheOutput=cache "${app[@]}" serve ;;
  esac && "${java[@]}" -XX:AOTCache=cache -XX:AOTMode=on "${app[@]}" --version
)

# Without settings of whoever builds.
rehearse_commands() {
  env -i PATH="$PATH" HOME="$HOME" "${java[@]}" -XX:AOTCacheOutput=cache "${app[@]}" rehearse --commands commands
}

# The sample, without what runs left in it.
copy_sample() {
  local from to
  cp "$project/src/main/resources/samples/lesson/program.js" .
  mkdir -p datasets
  cp -r "$project/samples/datasets/sample-2026" datasets
  for from in "$project"/samples/experiments/offline-baseline/*/; do
    to=experiments/offline-baseline/$(basename "$from")
    mkdir -p "$to"
    cp "$from"/params.json "$from"/system_prompt.txt "$from"/standard_rubric.csv "$to"
  done
}

# Sets `java_command` to what starts the jar for a command line: builds it, and trains the JVM, where
# that has not been done.
prepare_java() {
  local kind app=$jar
  kind=$(cache_kind "$@")
  find_jdk
  if ! { find_layout && is_settled "$kind"; }; then
    if mkdir -p "$layouts" 2>/dev/null && [[ -w $layouts ]]; then
      locked make_ready "$kind" || exit
    else
      build_jar
    fi
  fi
  jvm_options "$kind"
  # Two collectors at once are an error.
  [[ ${AIPROXY_JAVA_OPTS:-} != *-XX:+Use*GC* ]] || options=("${options[@]/#-XX:+UseSerialGC/-XX:-UseSerialGC}")
  # shellcheck disable=SC2206 # Several options are several words.
  java_command=("$JAVA_HOME/bin/java" "${options[@]}" ${AIPROXY_JAVA_OPTS:-})
  if [[ -n $layout ]]; then
    app=$layout/aiproxy.jar
    [[ ! -f $layout/$kind.aot ]] || add_cache "$layout/$kind.aot"
  fi
  java_command+=(-jar "$app")
}

# Has the JVM start with a cache. It ignores most that don't fit, but not all: where somebody has
# options of their own, it is tried.
add_cache() {
  if [[ -z ${AIPROXY_JAVA_OPTS:-}${JAVA_TOOL_OPTIONS:-}${JDK_JAVA_OPTIONS:-} ]] ||
    "${java_command[@]}" "-XX:AOTCache=$1" -version >/dev/null 2>&1; then
    java_command+=("-XX:AOTCache=$1")
  fi
}
