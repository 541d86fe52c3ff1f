#include "intake/http/content_coding.h"

#include <algorithm>
#include <array>
#include <optional>

#include "intake/http/header_text.h"

namespace gongshi {
namespace {

constexpr int kFullWeight = 1000;    // weights in thousandths
constexpr int kImpliedIdentity = 0;  // acceptable, and after everything that was asked for
constexpr int kNotAcceptable = -1;

// The part up to `separator`, which is taken off `rest` with it.
std::string_view take_part(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return without_blanks(part);
}

// "0", "0.5", "1.000" in thousandths.
std::optional<int> parse_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = (text[0] - '0') * kFullWeight;
  int unit = kFullWeight;
  for (const char digit : text.substr(std::min<std::size_t>(text.size(), 2))) {
    if (digit < '0' || '9' < digit) return std::nullopt;
    unit /= 10;
    weight += (digit - '0') * unit;
  }
  return weight <= kFullWeight ? std::optional(weight) : std::nullopt;
}

// Of the parameters behind a coding; nothing when they are malformed.
std::optional<int> weight_of(std::string_view parameters) {
  if (parameters.empty()) return kFullWeight;
  const std::string_view name = take_part(parameters, '=');
  if (!equals_ignoring_case(name, "q")) return std::nullopt;
  return parse_weight(without_blanks(parameters));
}

struct Weights {
  std::array<std::optional<int>, kContentCodings> listed;  // by ContentCoding
  std::optional<int> others;

  std::optional<int>* of(std::string_view name) {
    if (name == "*") return &others;
    if (equals_ignoring_case(name, "identity")) return listed.data();
    if (equals_ignoring_case(name, "gzip") || equals_ignoring_case(name, "x-gzip")) {
      return &listed[static_cast<std::size_t>(ContentCoding::Gzip)];
    }
    if (!equals_ignoring_case(name, "br")) return nullptr;
    return &listed[static_cast<std::size_t>(ContentCoding::Brotli)];
  }
};

// Greater is better; kNotAcceptable never.
int rank_of(ContentCoding coding, const Weights& weights) {
  const auto& listed = weights.listed[static_cast<std::size_t>(coding)];
  const std::optional<int> weight = listed ? listed : weights.others;
  if (weight) return *weight == 0 ? kNotAcceptable : *weight;
  return coding == ContentCoding::Identity ? kImpliedIdentity : kNotAcceptable;
}

}  // namespace

std::string_view to_text(ContentCoding coding) {
  switch (coding) {
    case ContentCoding::Gzip:
      return "gzip";
    case ContentCoding::Brotli:
      return "br";
    case ContentCoding::Identity:
      break;
  }
  return "";
}

ContentCoding choose_coding(std::string_view accept_encoding) {
  Weights weights;
  while (!accept_encoding.empty()) {
    std::string_view entry = take_part(accept_encoding, ',');
    const std::string_view name = take_part(entry, ';');
    const std::optional<int> weight = weight_of(without_blanks(entry));
    std::optional<int>* const place = weight ? weights.of(name) : nullptr;
    if (place != nullptr) *place = weight;
  }
  ContentCoding best = ContentCoding::Identity;
  int best_rank = rank_of(best, weights);
  for (const ContentCoding coding : {ContentCoding::Gzip, ContentCoding::Brotli}) {
    const int rank = rank_of(coding, weights);
    if (rank == kNotAcceptable || rank < best_rank) continue;
    best = coding;
    best_rank = rank;
  }
  return best;
}

}  // namespace gongshi
