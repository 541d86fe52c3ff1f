#include "generator/check/lengths.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "generator/check/rules.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

// Those that trim_blanks() takes away.
bool begins_with_blank(std::string_view text) {
  const char c = text.front();
  const bool wide =
      text.starts_with("\u00A0") || text.starts_with("\u3000") || text.starts_with("\uFEFF");
  return c == ' ' || ('\t' <= c && c <= '\r') || wide;
}

std::int64_t count_characters(std::string_view text) {
  std::int64_t count = 0;
  for (; !text.empty(); text.remove_prefix(1)) {
    const bool begins_one = (static_cast<unsigned char>(text.front()) & 0xC0U) != 0x80U;
    if (begins_one && !begins_with_blank(text)) ++count;
  }
  return count;
}

// A text of a candidate that has a limit.
struct LimitedText {
  std::string_view code;
  const char* title;
  std::string_view text;
  std::optional<int> characters_max;
  Place place;
};

void check_limit(const Candidate& candidate, const Award& award, const LimitedText& limited,
                 Diagnostics& problems) {
  if (!limited.characters_max) return;
  const std::int64_t count = count_characters(limited.text);
  if (count <= *limited.characters_max) return;
  report_rule(problems, limited.place, limited.code,
              fmt::format("“{}”的{}有 {} 字（不计空白），“{}”最多 {} 字；请压缩", candidate.name,
                          limited.title, count, award.title, *limited.characters_max));
}

// "1500字左右": up to a fifth more or less.
void check_about(const Candidate& candidate, const Award& award, Diagnostics& problems) {
  if (!award.deeds_about_chars || candidate.deeds.empty()) return;  // loading misses the file
  const std::int64_t about = *award.deeds_about_chars;
  const std::int64_t count = count_characters(candidate.deeds);
  if (std::abs(count - about) * 5 <= about) return;
  report_rule(
      problems, candidate.deeds_place, "deeds-far-from-length",
      fmt::format("“{}”的主要事迹有 {} 字（不计空白），“{}”要求 {} 字左右；请{}", candidate.name,
                  count, award.title, about, count < about ? "充实" : "压缩"));
}

void check_candidate(const Candidate& candidate, const Award& award, Diagnostics& problems) {
  check_limit(candidate, award,
              {.code = "deeds-too-long",
               .title = "主要事迹",
               .text = candidate.deeds,
               .characters_max = award.deeds_max_chars,
               .place = candidate.deeds_place},
              problems);
  check_about(candidate, award, problems);
  check_limit(candidate, award,
              {.code = "brief-too-long",
               .title = "简要事迹",
               .text = candidate.fact("brief"),
               .characters_max = award.brief_max_chars,
               .place = candidate.place_of("brief")},
              problems);
  check_limit(candidate, award,
              {.code = "performance-too-long",
               .title = "综合表现",
               .text = candidate.performance,
               .characters_max = award.performance_max_chars,
               .place = candidate.place_of("performance")},
              problems);
}

}  // namespace

void check_lengths(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) {
    for (const Candidate& candidate : campaign.candidates) {
      const Award* award = campaign.find(candidate.award);
      if (award != nullptr) check_candidate(candidate, *award, problems);
    }
  }
}

}  // namespace gongshi
