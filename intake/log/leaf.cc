#include "intake/log/leaf.h"

#include <fmt/format.h>

#include <cassert>
#include <optional>

#include "generator/notice/identifier.h"
#include "intake/log/strict_lines.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

std::string body(const FiledLeaf& leaf) {
  return fmt::format("filed\ndate {}\ncommitment {}\n", to_text(leaf.date),
                     to_base64(leaf.commitment));
}

std::string body(const DecidedLeaf& leaf) {
  return fmt::format("decided\nref {}\ndate {}\noutcome {}\ncommitment {}\n", leaf.ref,
                     to_text(leaf.date), to_text(leaf.outcome), to_base64(leaf.commitment));
}

std::string body(const ClosedLeaf& leaf) {
  return fmt::format("closed\ndate {}\nrecord-sha256 {}\n", to_text(leaf.date),
                     to_base64(leaf.record_sha256));
}

std::string body(const ErasedLeaf& leaf) {
  assert(is_identifier(leaf.basis));
  return fmt::format("erased\nref {}\ndate {}\nbasis {}\n", leaf.ref, to_text(leaf.date),
                     leaf.basis);
}

std::string first_line(std::string_view origin) { return fmt::format("{}/leaf/v1", origin); }

std::string_view field(StrictLines& lines, std::string_view name) {
  return lines.next_after(name).value_or("");  // no value may be empty
}

std::optional<Date> date_field(StrictLines& lines) {
  const Result<Date> date = parse_date(field(lines, "date "));
  return date ? std::optional(*date) : std::nullopt;
}

std::optional<Leaf> read_filed(StrictLines& lines) {
  const auto date = date_field(lines);
  const auto commitment = parse_hash(field(lines, "commitment "));
  if (!date || !commitment) return std::nullopt;
  return FiledLeaf{.date = *date, .commitment = *commitment};
}

std::optional<Leaf> read_decided(StrictLines& lines) {
  const auto ref = parse_decimal(field(lines, "ref "));
  const auto date = date_field(lines);
  const auto outcome = parse_outcome(field(lines, "outcome "));
  const auto commitment = parse_hash(field(lines, "commitment "));
  if (!ref || !date || !outcome || !commitment) return std::nullopt;
  return DecidedLeaf{.ref = *ref, .date = *date, .outcome = *outcome, .commitment = *commitment};
}

std::optional<Leaf> read_closed(StrictLines& lines) {
  const auto date = date_field(lines);
  const auto digest = parse_hash(field(lines, "record-sha256 "));
  if (!date || !digest) return std::nullopt;
  return ClosedLeaf{.date = *date, .record_sha256 = *digest};
}

std::optional<Leaf> read_erased(StrictLines& lines) {
  const auto ref = parse_decimal(field(lines, "ref "));
  const auto date = date_field(lines);
  const std::string_view basis = field(lines, "basis ");
  if (!ref || !date || !is_identifier(basis)) return std::nullopt;
  return ErasedLeaf{.ref = *ref, .date = *date, .basis = std::string(basis)};
}

std::optional<Leaf> read_body(StrictLines& lines) {
  const std::string_view type = lines.next().value_or("");
  if (type == "filed") return read_filed(lines);
  if (type == "decided") return read_decided(lines);
  if (type == "closed") return read_closed(lines);
  if (type == "erased") return read_erased(lines);
  return std::nullopt;
}

}  // namespace

std::string write_leaf(std::string_view origin, const Leaf& leaf) {
  const std::string text = std::visit([](const auto& typed) { return body(typed); }, leaf);
  return fmt::format("{}\n{}", first_line(origin), text);
}

Result<Leaf> parse_leaf(std::string_view origin, std::string_view text) {
  StrictLines lines(text);
  const bool ours = lines.next() == first_line(origin);
  std::optional<Leaf> leaf;
  if (ours) leaf = read_body(lines);
  if (!leaf || !lines.done()) {
    return failure(ErrorKind::Invalid, fmt::format("not a leaf of the log {}", origin));
  }
  return *std::move(leaf);
}

}  // namespace gongshi
