#include "generator/load/cap_limit.h"

#include <set>

namespace gongshi {

std::optional<std::int64_t> denominator_of(const Campaign& campaign, const Cap& cap) {
  if (cap.of_awards.empty()) return std::nullopt;
  std::int64_t sum = 0;
  for (const AwardId& id : std::set(cap.of_awards.begin(), cap.of_awards.end())) {
    const Award* award = campaign.find(id);
    if (award == nullptr || !award->total) return std::nullopt;
    sum += *award->total;
  }
  return sum;
}

std::optional<std::int64_t> cap_limit(const Campaign& campaign, const Cap& cap) {
  constexpr int kWhole = 100;
  const auto denominator = denominator_of(campaign, cap);
  if (!cap.percent || !denominator || cap.counted_elsewhere) return std::nullopt;
  const std::int64_t hundredths = *denominator * *cap.percent;
  return cap.at_least ? (hundredths + kWhole - 1) / kWhole : hundredths / kWhole;
}

}  // namespace gongshi
