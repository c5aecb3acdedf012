#!/usr/bin/env bash
# Start-up time and memory of the default process with its own PostgreSQL, on the loopback interface only: once on an empty data
# folder, then RUNS restarts on the same one. Memory is read after readiness and again after REQUESTS decisions.
# Settings: RUNS=3 REQUESTS=500 FAHENG_JAR=… FAHENG_PORT=18080 JAVA_HOME=…
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "$(readlink -f -- "$0")")/server.sh"

RUNS=${RUNS:-3}
REQUESTS=${REQUESTS:-500}
require curl

DATA=$(mktemp -d)
chmod 755 "$DATA"
trap 'stop_server; rm -rf -- "$DATA"' EXIT
trap 'exit 130' INT TERM

now_ms() { date +%s%3N; }
status_mb() { awk -v key="$2:" '$1 == key {printf "%.0f", $2 / 1024}' "/proc/$1/status"; }

# The proportional share of all processes, other than the server, that were started on the data folder: its PostgreSQL.
postgres_mb() {
  local file pid sum=0 share
  for file in /proc/[0-9]*/cmdline; do
    pid=${file#/proc/}
    pid=${pid%/cmdline}
    if [ "$pid" != "$SERVER_PID" ] && { tr '\0' ' ' <"$file"; } 2>/dev/null | grep -q -- "postgres.*$DATA"; then
      for child in "$pid" $(cat "/proc/$pid/task/$pid/children" 2>/dev/null); do
        share=$(awk '$1 == "Pss:" {print $2}' "/proc/$child/smaps_rollup" 2>/dev/null || true)
        sum=$((sum + ${share:-0}))
      done
    fi
  done
  printf '%d' $((sum / 1024))
}

# Sends $1 decisions one after another, the goods worth 1, 2, … yuan.
decide() {
  local value
  for ((value = 1; value <= $1; value++)); do
    curl -fsS -o /dev/null "$URL/api/v1/decisions" -H "Authorization: Bearer $TOKEN" \
      -H 'Content-Type: application/json' -d "$(decision_body "$value")"
  done
}

printf '| start | ready after s | first decision ms | RSS MB | RSS MB after %s decisions | PostgreSQL MB |\n|---|---:|---:|---:|---:|---:|\n' "$REQUESTS"
for ((run = 0; run <= RUNS; run++)); do
  began=$(now_ms)
  start_server "$DATA" -jar "$JAR"
  await_ready "$DATA"
  ready=$(($(now_ms) - began))
  rss=$(status_mb "$SERVER_PID" VmRSS)
  fetch_token decisions:write
  began=$(now_ms)
  decide 1
  first=$(($(now_ms) - began))
  decide "$REQUESTS"
  printf '| %s | %s | %d | %d | %d | %d |\n' "$([ "$run" = 0 ] && echo 'first, empty data folder' || echo "restart $run")" \
    "$(awk -v ms="$ready" 'BEGIN {printf "%.1f", ms / 1000}')" "$first" "$rss" "$(status_mb "$SERVER_PID" VmRSS)" "$(postgres_mb)"
  stop_server
done
