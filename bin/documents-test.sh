#!/usr/bin/env bash
# Runs the commands in README.md and docs/ as they are written, in a copy of this checkout, as a newcomer
# would: builds there first. Servers go on running until their document ends. Takes a few minutes.
#
# A fenced block is a command if it begins with a program or a setting for one. A comment before it says
# where that can't be tried: <!-- not run: WHY -->, or <!-- fails: WHY -->.
#
# Needs git, Python 3, curl, a JDK 25 and Maven, and the ports 8080 and 8090. No key, no provider.
set -euo pipefail
# shellcheck source=bin/.build.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.build.sh"

[[ ${1:-} != --help ]] || { show_help "${BASH_SOURCE[0]}" && exit; }
for tool in git python3 curl; do
  command -v "$tool" >/dev/null || { echo "Install $tool." >&2; exit 1; }
done

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
(cd "$project" && git ls-files -z | tar --null --files-from=- --ignore-failed-read -c 2>/dev/null) | tar -x -C "$copy"
cd "$copy"
unset AIPROXY_API_KEY OPENAI_API_KEY OPENAI_BASE_URL AWS_REGION AWS_PROFILE PORT
python3 - <<'PYTHON'
import os, pathlib, re, signal, subprocess, sys, time, urllib.error, urllib.request

BLOCK = re.compile(r"(?:<!-- (not run|fails): ([^>]*) -->\n+)?^```\n(.*?)^```", re.M | re.S)
COMMAND = re.compile(r"(?:[A-Z_]+=\S+ )*(?:bin/|curl |mkdir |docker )|key=\$")
SERVER = re.compile(r"bin/aiproxy (serve|play)\b")
PORTS = {"serve": 8080, "play": 8090}


def answers(port):
    try:
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=2)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def start(command, port):
    server = subprocess.Popen(["bash", "-c", command], start_new_session=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 600
    while not answers(port):
        if server.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"`{command}` doesn't listen on {port}.")
        time.sleep(0.5)
    return server


def stop(server):
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()


wrong = ran = 0
for document in [pathlib.Path("README.md"), *sorted(pathlib.Path("docs").glob("*.md"))]:
    servers = {}
    for block in BLOCK.finditer(document.read_text()):
        exception, why, command = block.groups()
        if not COMMAND.match(command):
            continue
        shown = f"{document}: {command.strip().splitlines()[0]}"
        if exception == "not run":
            print(f"{shown}\n  not run: {why}", flush=True)
            continue
        ran += 1
        kind = SERVER.search(command)
        began = time.monotonic()
        if kind:
            port = PORTS[kind[1]]
            if port in servers:
                stop(servers.pop(port))
            servers[port] = start(command, port)
            result = 0
        else:
            result = subprocess.run(["bash", "-ec", command], capture_output=True, text=True)
            output, result = result.stdout + result.stderr, result.returncode
        print(f"{shown}\n  {time.monotonic() - began:.1f} s", flush=True)
        if (result != 0) != (exception == "fails"):
            wrong += 1
            print(f"  exit status {result}\n{output}", flush=True)
    for server in servers.values():
        stop(server)
print(f"{ran} blocks of commands were run, {wrong} wrong.")
sys.exit(1 if wrong else 0)
PYTHON
