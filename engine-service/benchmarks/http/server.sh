# shellcheck shell=bash
# Sourced by run.sh, startup.sh and impact.sh: starts and stops one server of our own on the loopback interface.

HERE=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd -P)
ROOT=$(cd -- "$HERE/../../.." && pwd -P)
JAR=${FAHENG_JAR:-$ROOT/engine-service/server/target/faheng-server-0.1.0-SNAPSHOT-alone.jar}
# shellcheck disable=SC2034 # run.sh uses it
ECHO_JAR=$ROOT/engine-service/benchmarks/target/benchmarks-echo.jar
PORT=${FAHENG_PORT:-18080}
URL=http://127.0.0.1:$PORT
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
SERVER_PID=

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

require() {
  local name
  for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 || die "$name is missing. Install it:  apt-get install -y $name"
  done
  [ -f "$JAR" ] || die "There is no $JAR. Build it first (./faheng run builds it), or name another in FAHENG_JAR."
  if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then die "Port $PORT is in use; name another in FAHENG_PORT."; fi
}

# start_server <data folder> [extra java arguments]; returns at once.
start_server() {
  local data=$1
  shift
  mkdir -p -- "$data"
  (cd -- "$data" && exec "$JAVA" -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Shanghai "$@" \
    --server.address=127.0.0.1 "--server.port=$PORT" "--faheng.storage.data=$data" --faheng.demo=true </dev/null >"$data/service.log" 2>&1) &
  SERVER_PID=$!
}

await_ready() {
  local data=$1 tries=0
  until curl -fs -o /dev/null "$URL/actuator/health/readiness"; do
    kill -0 "$SERVER_PID" 2>/dev/null || { tail -n 20 -- "$data/service.log" >&2; die "The server ended before it was ready."; }
    tries=$((tries + 1))
    [ "$tries" -lt 3600 ] || die "The server was not ready within 3 minutes."
    sleep 0.05
  done
}

# A fresh token for the scopes $1 in TOKEN; it has to outlive the run that uses it (ten minutes by default).
fetch_token() {
  TOKEN=$(curl -fsS -u demo-system:demo-system-secret -d grant_type=client_credentials -d "scope=$1" "$URL/oauth2/token" |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/')
  export TOKEN
}

# The decision that decide.lua sends, with goods of value $1.
decision_body() { sed -n 's/^local BODY = \[\[\(.*\)\]\]$/\1/p' "$HERE/decide.lua" | sed "s/%d/$1/"; }

stop_server() {
  [ -n "$SERVER_PID" ] || return 0
  kill -TERM "$SERVER_PID" 2>/dev/null || true
  wait "$SERVER_PID" 2>/dev/null || true
  SERVER_PID=
}

# The middle one of an odd number of numbers, or the mean of the middle two.
median() { printf '%s\n' "$@" | sort -n | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
