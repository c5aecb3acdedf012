#!/usr/bin/env bash
# HTTP throughput of POST /api/v1/decisions beside an echo endpoint of the same server process, on the loopback interface only.
# The echo endpoint is not part of the product: the jar that holds it is put beside the server for this run.
# Takes about (2 x ROUNDS + 3) x SECONDS. Needs wrk and curl, and both jars built:
#   mvn -DskipTests -pl engine-service/server,engine-service/benchmarks -am package
# Settings: SECONDS_EACH=10 ROUNDS=3 CONNECTIONS=32 THREADS=2 FAHENG_JAR=… FAHENG_PORT=18080 JAVA_HOME=…
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "$(readlink -f -- "$0")")/server.sh"

SECONDS_EACH=${SECONDS_EACH:-10}
ROUNDS=${ROUNDS:-3}
CONNECTIONS=${CONNECTIONS:-32}
THREADS=${THREADS:-2}

require wrk curl
[ -f "$ECHO_JAR" ] || die "There is no $ECHO_JAR. Build engine-service/benchmarks first."

DATA=$(mktemp -d)
chmod 755 "$DATA"
trap 'stop_server; rm -rf -- "$DATA"' EXIT
trap 'exit 130' INT TERM
start_server "$DATA" "-Dloader.path=$ECHO_JAR" -cp "$JAR" org.springframework.boot.loader.launch.PropertiesLauncher
await_ready "$DATA"

fetch_token decisions:write

expect_200() {
  local status
  status=$(curl -s -o "$DATA/answer.json" -w '%{http_code}' "$URL$1" -H "Authorization: Bearer $TOKEN" \
    -H 'Content-Type: application/json' -d "$(decision_body 8000)")
  [ "$status" = 200 ] || die "$1 answered $status: $(head -c 600 "$DATA/answer.json")"
}
expect_200 /api/v1/decisions
expect_200 /bench/echo

# measure <path> <seconds>: prints requests/s, p50 and p99 in ms, and how many answers were not 2xx.
measure() {
  TARGET=$1 wrk -t "$THREADS" -c "$CONNECTIONS" -d "$2s" --timeout 10s -s "$HERE/decide.lua" "$URL" | sed -n 's/^RESULT //p'
}

printf 'Warming up ...\n' >&2
measure /api/v1/decisions $((SECONDS_EACH * 2)) >/dev/null
measure /bench/echo "$SECONDS_EACH" >/dev/null

for ((round = 1; round <= ROUNDS; round++)); do
  for path in /bench/echo /api/v1/decisions; do
    printf '%s %s\n' "$path" "$(measure "$path" "$SECONDS_EACH")" | tee -a "$DATA/results" >&2
  done
done

column() { awk -v path="$1" -v column="$2" '$1 == path {print $column}' "$DATA/results"; }
# shellcheck disable=SC2046
row() {
  printf '| %s | %.0f | %.2f | %.2f | %.0f |\n' "$2" "$(median $(column "$1" 2))" "$(median $(column "$1" 3))" \
    "$(median $(column "$1" 4))" "$(column "$1" 5 | awk '{s+=$1} END {print s+0}')"
}
printf '\n| endpoint | requests/s | p50 ms | p99 ms | not 2xx |\n|---|---:|---:|---:|---:|\n'
row /bench/echo 'echo (sign-in and JSON only)'
row /api/v1/decisions 'decision, stored with its receipt'
# shellcheck disable=SC2046
awk -v e="$(median $(column /bench/echo 2))" -v d="$(median $(column /api/v1/decisions 2))" 'BEGIN {printf "\nratio echo : decision = %.2f\n", e / d}'
