# Shared by the scripts in this folder; sourced, never run. Finds what a build needs.
# shellcheck shell=bash

JAVA_NEEDED=25
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$project/target/aiproxy.jar

# Prints a script's leading comment, which is its help.
show_help() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1"
}

# Whether a directory has a JDK that is new enough.
is_jdk() {
  local line
  [[ -x $1/bin/javac && -r $1/release ]] || return
  while read -r line; do
    [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]] && ((BASH_REMATCH[1] >= JAVA_NEEDED)) && return
  done <"$1/release"
  return 1
}

# Sets JAVA_HOME to a JDK that is new enough: the one it names, the one on the PATH, or one of
# those that lie where systems and tools put them.
find_jdk() {
  local on_path candidate
  is_jdk "${JAVA_HOME:-}" && return
  on_path=$(command -v javac || true)
  [[ -n $on_path ]] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "$on_path" \
    /opt/java/* /usr/lib/jvm/* /usr/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  echo "Install a JDK $JAVA_NEEDED or newer (such as the package temurin-$JAVA_NEEDED-jdk), or set JAVA_HOME to one." >&2
  exit 1
}

# Runs Maven, the installed one or else the wrapper's, in the project's folder.
run_maven() {
  find_jdk
  # Maven's own libraries use what JDK 25 warns about.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
  if command -v mvn >/dev/null; then
    (cd "$project" && mvn --batch-mode "$@")
  elif [[ -n ${MVNW_REPOURL:-} ]]; then
    (cd "$project" && ./mvnw --batch-mode "$@")
  else
    echo "Install Maven (the package maven), or set MVNW_REPOURL to the address of a Maven repository so that ./mvnw can fetch it." >&2
    exit 1
  fi
}

# Forces a full compilation: Maven keeps the classes of sources that were moved or deleted.
remove_classes() {
  rm -rf "$project/target/classes" "$project/target/test-classes"
}

# Prints the commit that is checked out, or "unknown" outside a repository.
commit() {
  git -C "$project" rev-parse HEAD 2>/dev/null || echo unknown
}

# Builds the jar where there is none, or where it is older than what it is built from. It is as old as
# the beginning of its build: what is edited meanwhile is not in it.
build_jar() {
  if [[ -f $jar && -z $(find "$project/src/main" "$project/pom.xml" -newer "$jar" -print -quit) ]]; then
    return
  fi
  local start status=0 log=$project/target/build.log
  SECONDS=0
  mkdir -p "$project/target"
  start=$(mktemp)
  remove_classes
  run_maven -Prun -Dcyclonedx.skip "-Dcommit=$(commit)" package 2>&1 | show_build "$log" || status=$?
  if ((status)); then
    { grep -E '^\[(ERROR|FATAL)\]' "$log" || tail -n 20 "$log"; } >&2
    echo "The build failed; $log has all of it." >&2
  else
    touch -r "$start" "$jar"
    echo "Built in $SECONDS s." >&2
  fi
  rm -f "$start"
  return "$status"
}

# Keeps what Maven prints in a file, and shows how far the build is: on a terminal in one line that is
# written again and again, elsewhere in a line at the start and one at the end.
show_build() {
  local line doing="starting Maven" fetched=0 shown=
  if [[ -f $jar ]]; then
    echo "Building aiproxy, since its sources changed…" >&2
  else
    echo "Building aiproxy. The first time this takes a few minutes: Maven fetches the libraries." >&2
  fi
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      *"Downloading from"*) ;;
      *"Downloaded from"*) fetched=$((fetched + 1)) ;;
      *"--- "*":compile "*) doing="compiling" ;;
      *"--- "*":process-aot "*) doing="preparing a fast start" ;;
      *"--- "*":jar "*) doing="packing the jar" ;;
      *"--- "*) [[ $doing != starting* ]] || doing="preparing" ;;
      *) continue ;;
    esac
    if [[ -t 2 && $shown != "$doing $fetched $SECONDS" ]]; then
      shown="$doing $fetched $SECONDS"
      printf '\r\e[K  %s… %s s%s' "$doing" "$SECONDS" "$( ((fetched)) && echo ", $fetched files fetched")" >&2
    fi
  done >"$1"
  [[ ! $shown ]] || printf '\r\e[K' >&2
}
