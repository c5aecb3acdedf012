#!/usr/bin/env bash
# The impact of a draft of the general part on many past cases: makes them up, loads them, starts the job, pauses it, kills the
# process while the job runs, starts it again, and waits until every case is computed once.
# Takes about a quarter of an hour for a million. Needs curl, and both jars built:
#   mvn -DskipTests -pl case-portal/web,engine-service/benchmarks -am package
# Settings: CASES=1000000 FAHENG_PORT=18080 JAVA_HOME=…
set -euo pipefail
HERE=$(cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd -P)
FAHENG_JAR=${FAHENG_JAR:-$HERE/../../../case-portal/web/target/faheng.jar}
# shellcheck source-path=SCRIPTDIR
. "$HERE/server.sh"

CASES=${CASES:-1000000}
BENCH_JAR=$ROOT/engine-service/benchmarks/target/benchmarks.jar
API=$URL/api/v1

require curl
[ -f "$BENCH_JAR" ] || die "There is no $BENCH_JAR. Build engine-service/benchmarks first."

DATA=$(mktemp -d)
chmod 755 "$DATA"
trap 'stop_server; rm -rf -- "$DATA"' EXIT
trap 'exit 130' INT TERM

# call <path> [curl arguments]: the answer of the API, with a token that is fetched anew for each call.
call() {
  local path=$1
  shift
  fetch_token 'rules:read rules:write'
  curl -fsS "$API$path" -H "Authorization: Bearer $TOKEN" "$@"
}
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }
first_id() { sed 's/^{"id":"\([^"]*\)".*/\1/'; }
now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN {printf "%.0f", to - from}'; }

printf 'Making up %s cases ...\n' "$CASES" >&2
"$JAVA" -Xmx1g -cp "$BENCH_JAR" cn.faheng.benchmarks.PastCaseLines "$CASES" "$DATA/cases"

start() {
  start_server "$DATA/service" -Xmx1g -jar "$JAR"
  await_ready "$DATA/service"
}
start

from=$(now)
for file in "$DATA"/cases/*.ndjson; do
  call /past-cases:batch -H 'Content-Type: application/x-ndjson' -X POST -T "$file" | cut -c1-200 >&2
  printf '\n' >&2
done
printf '| cases loaded | %s in %s s |\n' "$CASES" "$(since "$from")"

# The market supervision bands narrowed from 30 % to 25 %.
tomorrow=$(date -d tomorrow +%F)
base=$(call /drafts -H 'Content-Type: application/json' \
  -d "{\"base\":\"common/bands-market@2022-10-08\",\"effectiveFrom\":\"$tomorrow\"}" | first_id)
call "/drafts/$base" | sed -n 's/.*"content":\({.*}\),"contentHash".*/{"content":\1}/p' |
  sed 's/"outputs":\["0","30"\]/"outputs":["0","25"]/; s/"outputs":\["30","70"\]/"outputs":["25","70"]/' >"$DATA/draft.json"
draft=$(call /drafts -H 'Content-Type: application/json' -d "@$DATA/draft.json" | first_id)

# state <job>: status and done.
state() {
  local json
  json=$(call "/impact-jobs/$1")
  printf '%s %s' "$(field status <<<"$json")" "$(sed -n 's/.*"done":\([0-9]*\).*/\1/p' <<<"$json")"
}
until_done() { while read -r status done_now < <(state "$1"; echo) && [ "$status" = RUNNING ] && [ "$done_now" -lt "$2" ]; do sleep 1; done; }

from=$(now)
job=$(call "/drafts/$draft:impact" -X POST | field number)
until_done "$job" $((CASES / 4))
call "/impact-jobs/$job:pause" -X POST >/dev/null
sleep 3
read -r status paused < <(state "$job"; echo)
sleep 5
read -r status later < <(state "$job"; echo)
printf '| paused | %s, %s cases done, five seconds later %s |\n' "$status" "$paused" "$later"
call "/impact-jobs/$job:resume" -X POST >/dev/null
until_done "$job" $((CASES / 2))
kill -KILL "$SERVER_PID"
wait "$SERVER_PID" 2>/dev/null || true
start
read -r status again < <(state "$job"; echo)
printf '| killed and started again | %s at %s cases |\n' "$status" "$again"
restarted=$(now)
until_done "$job" $((CASES * 2))
read -r status done_now < <(state "$job"; echo)
printf '| job | %s, %s cases in %s s with pause and restart; the last %s of them in %s s |\n' \
  "$status" "$done_now" "$(since "$from")" $((done_now - again)) "$(since "$restarted")"
printf '| memory | %s MB resident |\n' "$(awk '/^VmRSS/ {printf "%.0f", $2 / 1024}' "/proc/$SERVER_PID/status")"
call "/impact-jobs/$job" | cut -c1-2000 >&2
[ "$status" = DONE ] || die "The job did not end."
