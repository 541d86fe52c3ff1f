#include "generator/render/cap_limit.h"

namespace gongshi {

std::optional<int> denominator_of(const Campaign& campaign, const Cap& cap) {
  if (cap.of_awards.empty()) return std::nullopt;
  int sum = 0;
  for (const AwardId& id : cap.of_awards) {
    const Award* award = campaign.find(id);
    if (award == nullptr || !award->total) return std::nullopt;
    sum += *award->total;
  }
  return sum;
}

std::optional<int> cap_limit(const Campaign& campaign, const Cap& cap) {
  constexpr int kWhole = 100;
  const auto denominator = denominator_of(campaign, cap);
  if (!cap.percent || !denominator || cap.counted_elsewhere) return std::nullopt;
  const int hundredths = *denominator * *cap.percent;
  return cap.at_least ? (hundredths + kWhole - 1) / kWhole : hundredths / kWhole;
}

}  // namespace gongshi
