// A register with as many objections as asked for, for measuring what reads all of it:
//   fill_register FOLDER OBJECTIONS [COMMIT]
// COMMIT of them share a commit and so a signed head: 8 unless told, as under load. Each is sealed,
// with the words of an objection of middling length.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "intake/register/register.h"
#include "intake/seal/office_key.h"

namespace gongshi {
namespace {

constexpr const char* kUsualCommit = "8";
constexpr int kSentences = 12;

int refuse(const Error& error) {
  std::fprintf(stderr, "fill_register: %s\n", error.message.c_str());
  return EXIT_FAILURE;
}

NewObjection objection_number(std::uint64_t number, Instant received_at) {
  const std::string text = std::to_string(number);
  NewObjection objection;
  objection.form_digest = sha256("form " + text);
  objection.code_digest = sha256("code " + text);
  objection.notice = NoticeId::parse("shanxi-2017-" + std::to_string(number % 100)).value();
  objection.received_at = received_at;
  objection.record = "异议 " + text + "\n";
  for (int i = 0; i < kSentences; ++i) objection.record += "公示材料中所列的数据与实际情况不符。\n";
  objection.opening = sha256("opening " + text);
  return objection;
}

int fill(const std::string& folder, std::uint64_t count, std::uint64_t commit) {
  const Instant clock = parse_instant("2017-06-22T09:00:00+08:00").value();
  if (const auto made = Register::create(folder, {.origin = "bench.example/objections"}); !made) {
    return refuse(made.error());
  }
  auto reg = Register::open(folder);
  if (!reg) return refuse(reg.error());
  if (const auto added = reg->add_office_key(OfficeKey::random().public_key(), clock); !added) {
    return refuse(added.error());
  }
  for (std::uint64_t begin = 0; begin < count; begin += commit) {
    std::vector<NewObjection> batch;
    for (std::uint64_t i = begin; i < std::min(begin + commit, count); ++i) {
      batch.push_back(objection_number(i, clock));
    }
    if (const auto rows = reg->append_all(batch); !rows) return refuse(rows.error());
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace gongshi

int main(int count, char** arguments) {
  const char* const commit = count == 4 ? arguments[3] : gongshi::kUsualCommit;
  const std::uint64_t each = std::strtoull(commit, nullptr, 10);
  if (count < 3 || count > 4 || each == 0) {
    std::fputs("usage: fill_register FOLDER OBJECTIONS [COMMIT]\n", stderr);
    return EXIT_FAILURE;
  }
  return gongshi::fill(arguments[1], std::strtoull(arguments[2], nullptr, 10), each);
}
