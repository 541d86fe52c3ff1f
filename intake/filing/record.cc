#include "intake/filing/record.h"

#include <fmt/format.h>

#include <cassert>
#include <optional>

namespace gongshi {
namespace {

constexpr std::string_view kVersionLine = "gongshi/objection/v1\n";
constexpr std::string_view kLateLine = "late: yes\n";

std::string header(std::string_view key, std::string_view value) {
  assert(value.find('\n') == std::string_view::npos);
  return value.empty() ? fmt::format("{}:\n", key) : fmt::format("{}: {}\n", key, value);
}

// Takes header lines off the front, in their order. After the first that is not there, `missing`
// names it and every further value is empty.
struct HeaderReader {
  std::string_view rest;
  std::string_view missing;

  // Takes the line if it stands here.
  bool take_line(std::string_view line) {
    const bool stands = missing.empty() && rest.starts_with(line);
    if (stands) rest.remove_prefix(line.size());
    return stands;
  }

  std::string_view take(std::string_view key) {
    const auto end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    const bool fits = end != std::string_view::npos && line.starts_with(key) &&
                      line.substr(key.size()).starts_with(":");
    if (!fits && missing.empty()) missing = key;
    if (!missing.empty()) return {};
    rest.remove_prefix(end + 1);
    line.remove_prefix(key.size() + 1);
    return line.starts_with(' ') ? line.substr(1) : line;
  }
};

tl::unexpected<Error> corrupt(std::string_view what) {
  return failure(ErrorKind::Corrupt, fmt::format("this is not an objection's record: {}", what));
}

tl::unexpected<Error> bad_line(std::string_view key) {
  return corrupt(fmt::format("its line \"{}:\" is missing or holds no value that it may", key));
}

// As in FormReading: an empty candidate is the whole notice.
std::optional<CandidateId> parse_candidate(std::string_view text) {
  if (text.empty()) return CandidateId{};
  const auto id = CandidateId::parse(text);
  if (!id) return std::nullopt;
  return *id;
}

}  // namespace

std::string write_record(const Record& record) {
  const Objection& objection = record.objection;
  std::string text(kVersionLine);
  text += header("notice", objection.notice.text());
  text += header("candidate", objection.candidate.text());
  text += header("medium", to_text(record.medium));
  text += header("received", to_text(record.received_at));
  if (record.late) text += kLateLine;
  text += header("grounds", to_text(objection.grounds));
  text += header("identity", to_text(objection.identity));
  text += header("name", objection.name);
  text += header("contact", objection.contact);
  text += '\n';
  text += objection.statement;
  text += '\n';
  return text;
}

Result<Record> read_record(std::string_view text) {
  if (!text.starts_with(kVersionLine)) return corrupt("its first line is not the version");
  HeaderReader headers{.rest = text.substr(kVersionLine.size()), .missing = {}};
  const auto notice = NoticeId::parse(headers.take("notice"));
  const auto candidate = parse_candidate(headers.take("candidate"));
  const auto medium = parse_medium(headers.take("medium"));
  const auto received_at = parse_instant(headers.take("received"));
  const bool late = headers.take_line(kLateLine);
  const auto grounds = parse_grounds(headers.take("grounds"));
  const auto identity = parse_identity(headers.take("identity"));
  const std::string_view name = headers.take("name");
  const std::string_view contact = headers.take("contact");
  if (!headers.missing.empty()) return bad_line(headers.missing);
  if (!notice) return bad_line("notice");
  if (!candidate) return bad_line("candidate");
  if (!medium) return bad_line("medium");
  if (!received_at) return bad_line("received");
  if (!grounds) return bad_line("grounds");
  if (!identity) return bad_line("identity");
  const std::string_view body = headers.rest;
  if (body.size() < 2 || !body.starts_with('\n') || !body.ends_with('\n')) {
    return corrupt("its statement does not stand between an empty line and a line end");
  }
  Record record{.objection = {.notice = *notice,
                              .candidate = *candidate,
                              .grounds = *grounds,
                              .statement = std::string(body.substr(1, body.size() - 2)),
                              .identity = *identity,
                              .name = std::string(name),
                              .contact = std::string(contact)},
                .medium = *medium,
                .received_at = *received_at,
                .late = late};
  // One spelling for each record: "key: " without a value, another offset and the like end here.
  if (write_record(record) != text) return corrupt("it is not spelled as this program spells it");
  return record;
}

}  // namespace gongshi
