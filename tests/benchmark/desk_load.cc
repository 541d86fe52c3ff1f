// Fills a register with objections that are concluded, then reads its inbox and makes the closing
// record of their notice, each several times; prints "<what> <milliseconds>" a line.
//   desk_load FOLDER COUNT    FOLDER is filled when it is not there yet
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "intake/desk/closing.h"
#include "intake/desk/closing_toml.h"
#include "intake/desk/inbox.h"
#include "intake/seal/random_bytes.h"

namespace gongshi {
namespace {

constexpr std::size_t kBatch = 5000;
constexpr int kTurns = 5;
const Instant kReceived = parse_instant("2017-06-22T09:00:00+08:00").value();
const NoticeId kNotice = NoticeId::parse("shanxi-2017-xinfang-provincial").value();

template <class Value>
Value must(Result<Value> result) {
  if (result) return std::move(*result);
  std::cerr << result.error().message << '\n';
  std::exit(1);
}

void must(const Result<void>& result) {
  if (result) return;
  std::cerr << result.error().message << '\n';
  std::exit(1);
}

NewObjection make_objection(std::size_t ordinal) {
  NewObjection objection;
  fill_random(objection.form_digest);
  fill_random(objection.code_digest);
  objection.notice = kNotice;
  objection.named = ordinal % 2 == 0;
  objection.received_at = kReceived;
  objection.record = "record " + std::to_string(ordinal) + "\n" + std::string(600, 'x');
  return objection;
}

// Decided and answered, so that the notice can be closed.
void conclude(Register& reg, const RegisteredObjection& row) {
  must(reg.append_event(row.number, 0,
                        {.kind = EventKind::Decided,
                         .at = kReceived,
                         .actor = "经办甲",
                         .outcome = Outcome::Unfounded,
                         .text = "经核查与台账一致"}));
  if (!row.filed.named) return;
  must(reg.append_event(row.number, 1,
                        {.kind = EventKind::Replied,
                         .at = kReceived,
                         .actor = "经办甲",
                         .outcome = std::nullopt,
                         .text = "您反映的问题已核查"}));
}

void fill(Register& reg, std::size_t count) {
  for (std::size_t done = 0; done < count; done += kBatch) {
    std::vector<NewObjection> batch;
    for (std::size_t i = done; i < std::min(count, done + kBatch); ++i) {
      batch.push_back(make_objection(i));
    }
    for (const RegisteredObjection& row : must(reg.append_all(batch))) conclude(reg, row);
  }
}

template <class Work>
void time(const char* what, Work work) {
  for (int turn = 0; turn < kTurns; ++turn) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << what << ' ' << took.count() << '\n';
  }
}

void make_report(const Register& reg) {
  ManifestNotice notice;
  notice.id = kNotice;
  notice.closes_at = parse_instant("2017-06-28T00:00:00+08:00").value();
  const ClosingProposal proposal{
      .dispositions = {}, .handler = "经办甲", .approver = "审批乙", .at = notice.closes_at};
  const auto cases = must(list_cases(reg, kNotice));
  if (!what_blocks_closing(notice, cases, proposal).empty()) std::exit(1);
  write_closing_toml(make_closing_record(notice, cases, proposal, must(reg.checkpoint())));
}

int run(const std::filesystem::path& folder, std::size_t count) {
  const bool is_filled = std::filesystem::exists(folder);
  if (!is_filled) must(Register::create(folder, {.origin = "bench.example/objections"}));
  Register reg = must(Register::open(folder));
  if (!is_filled) fill(reg, count);
  time("inbox", [&] { must(read_inbox(reg, kNotice, InboxFilter::New, kReceived)); });
  time("report", [&] { make_report(reg); });
  return 0;
}

}  // namespace
}  // namespace gongshi

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "desk_load FOLDER COUNT\n";
    return 2;
  }
  return gongshi::run(argv[1], std::strtoul(argv[2], nullptr, 10));
}
