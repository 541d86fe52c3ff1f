#include "generator/render/last_change.h"

#include <algorithm>

namespace gongshi {

Instant last_change(const Notice& notice) {
  if (notice.withdrawal) return notice.withdrawal->at;
  Instant last = notice.published_at;
  for (const Correction& correction : notice.corrections) last = std::max(last, correction.at);
  for (const Extension& extension : notice.extensions) last = std::max(last, extension.at);
  if (notice.closing) last = std::max(last, notice.closing->closed_at);
  return last;
}

}  // namespace gongshi
