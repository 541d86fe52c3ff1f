// The loops that the programs spend their time in, each beside the least that could be done with
// the same input, for Google Benchmark:
//   inner_loops CALENDARS [--benchmark_…]
// CALENDARS is the folder content/calendars.
#include <benchmark/benchmark.h>
#include <httplib.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "generator/calendar/calendar_set.h"
#include "generator/calendar/counting.h"
#include "generator/notice/digest.h"
#include "generator/scan/suspect_line.h"
#include "intake/filing/objection_form.h"
#include "intake/http/form_reader.h"
#include "intake/log/merkle_tree.h"

namespace gongshi {
namespace {

constexpr int kYear = 2017;
constexpr int kDays = 240;  // of opening; the windows stay within the year
constexpr int kWindowDays = 5;
constexpr std::size_t kTextBytes = std::size_t{1} << 20U;

CalendarSet calendars;

const Calendar& nation() { return *calendars.find(CalendarId::parse("cn").value()); }

Date opening(int day) { return Date(std::chrono::year(kYear) / 1 / 1) + std::chrono::days(day); }

bool read_calendar_folder(const char* folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({.path = "content/calendars/" + entry.path().filename().string(),
                     .bytes = {std::istreambuf_iterator<char>(in), {}}});
  }
  Diagnostics problems;
  calendars = read_calendars(files, problems);
  return problems.empty() && !calendars.ids().empty();
}

void window(benchmark::State& state) {
  int day = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(count_window(nation(), opening(day), {.days = kWindowDays}));
    day = (day + 1) % kDays;
  }
}
BENCHMARK(window);

void closing(benchmark::State& state) {
  int day = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(closing_date(nation(), opening(day), {.days = kWindowDays}));
    day = (day + 1) % kDays;
  }
}
BENCHMARK(closing);

// The least: a flag for each day of the year, and nothing to say about any.
void window_limit(benchmark::State& state) {
  std::vector<char> flags;
  for (int day = 0; day < 365; ++day) {
    flags.push_back(count_workdays(nation(), opening(day), opening(day)).value() == 1 ? 1 : 0);
  }
  int day = 0;
  for (auto _ : state) {
    int last = day;
    for (int left = kWindowDays; left > 0; ++last) left -= flags[static_cast<std::size_t>(last)];
    benchmark::DoNotOptimize(last);
    day = (day + 1) % kDays;
  }
}
BENCHMARK(window_limit);

// A public page: words, some tags, a date, no personal data.
std::string page_text() {
  std::string text;
  while (text.size() < kTextBytes) {
    text += "<p>该同志长期在基层一线工作，先后获得省级先进工作者等荣誉称号。</p>\n";
    text += "公示时间：2017年6月21日至6月27日，共5个工作日。\n";
  }
  return text;
}

void count_bytes_of(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void scan(benchmark::State& state) {
  const std::string text = page_text();
  for (auto _ : state) benchmark::DoNotOptimize(suspect_lines(text));
  count_bytes_of(state, text.size());
}
BENCHMARK(scan);

// The least: one look at each byte, without branches.
void scan_limit(benchmark::State& state) {
  const std::string text = page_text();
  for (auto _ : state) benchmark::DoNotOptimize(std::ranges::count(text, '@'));
  count_bytes_of(state, text.size());
}
BENCHMARK(scan_limit);

const std::string& leaf_text() {
  static const std::string kText =
      "gongshi.example/objections/leaf/v1\nfiled\n2017-06-22\n" + hex(sha256("commitment")) + "\n";
  return kText;
}

void leaf(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(leaf_hash(leaf_text()));
}
BENCHMARK(leaf);

// A leaf and the nodes above it that it completes.
void append(benchmark::State& state) {
  TreeEdge edge;
  const Sha256 hash = leaf_hash(leaf_text());
  for (auto _ : state) benchmark::DoNotOptimize(edge.append(hash));
}
BENCHMARK(append);

// The least: OpenSSL over the same bytes.
void leaf_limit(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(sha256(leaf_text()));
}
BENCHMARK(leaf_limit);

std::string statement() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "公示材料中所列的数据与实际情况不符。\r\n";
  return text;
}

std::string form_body() {
  std::string body = "form_id=bench-0001&notice=shanxi-2017&identity=named&statement=";
  body += httplib::detail::encode_query_param(statement());
  return body;
}

// A form as a program sends it, and the statement in it as it is stored.
void form(benchmark::State& state) {
  const std::string body = form_body();
  const httplib::ContentReader reader(
      [&](const httplib::ContentReceiver& receive) { return receive(body.data(), body.size()); },
      [](const httplib::MultipartContentHeader&, const httplib::ContentReceiver&) {
        return false;
      });
  for (auto _ : state) {
    const auto sent = read_urlencoded_form(reader);
    benchmark::DoNotOptimize(read_statement(field::kStatement, sent->value(field::kStatement)));
  }
  count_bytes_of(state, body.size());
}
BENCHMARK(form);

// The least: httplib's decoding of the body, which knows no fields.
void form_limit(benchmark::State& state) {
  const std::string body = form_body();
  for (auto _ : state) benchmark::DoNotOptimize(httplib::detail::decode_url(body, true));
  count_bytes_of(state, body.size());
}
BENCHMARK(form_limit);

}  // namespace
}  // namespace gongshi

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count != 2 || !gongshi::read_calendar_folder(arguments[1])) {
    std::fputs("usage: inner_loops CALENDARS [--benchmark_...]\n", stderr);
    return EXIT_FAILURE;
  }
  benchmark::RunSpecifiedBenchmarks();
  return EXIT_SUCCESS;
}
