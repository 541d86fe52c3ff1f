-- Each request files an objection of its own, as a program does.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local boundary = "gongshi-benchmark"
local fields = {
  { "notice", "shanxi-2017-xinfang-provincial" }, { "candidate", "" }, { "grounds", "facts" },
  { "statement", "公示材料所列数据与实际不符，请予核查。" .. string.rep("事实与理由。", 50) },
  { "identity", "named" }, { "name", "李·示例" }, { "contact", "0351-0000000" },
  { "declaration", "on" },
}

local function part(name, value)
  return "--" .. boundary .. "\r\nContent-Disposition: form-data; name=\"" .. name .. "\"\r\n\r\n" .. value .. "\r\n"
end

local rest = ""
for _, field in ipairs(fields) do rest = rest .. part(field[1], field[2]) end
rest = rest .. "--" .. boundary .. "--\r\n"

local headers = {
  ["Content-Type"] = "multipart/form-data; boundary=" .. boundary,
  ["Accept"] = "application/json",
}
local run = os.getenv("GONGSHI_BENCH_RUN") or "run"
local count = 0

function request()
  count = count + 1
  local form = string.format("bench-%s-%04d-%09d", run, number, count)
  return wrk.format("POST", "/objections", headers, part("form_id", form) .. rest)
end

function done(summary, latency)
  io.write(string.format("RESULT %.1f %.3f %.3f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
