-- Sends one decision after another, each with another value of the goods, and prints one line for run.sh.
-- TARGET and TOKEN come from the environment. No Idempotency-Key: every request is a decision of its own.
local BODY = [[{"item":"MK-F124","place":"370811","act":{"start":"2026-03-02","discovered":"2026-03-10"},"decidedOn":"2026-05-20","party":{"kind":"organisation"},"facts":{"suspectedCrime":false,"goodsValue":%d,"circumstancesGrade":"一般"}}]]

local path = os.getenv("TARGET")
local headers = {
  ["Authorization"] = "Bearer " .. os.getenv("TOKEN"),
  ["Content-Type"] = "application/json",
}
local value = 0

function request()
  value = value % 20000 + 1
  return wrk.format("POST", path, headers, string.format(BODY, value))
end

function done(summary, latency, _)
  local seconds = summary.duration / 1e6
  io.write(string.format("RESULT %.1f %.3f %.3f %d\n", summary.requests / seconds, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
