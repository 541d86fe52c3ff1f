// How a notice stands, in the words that readers meet: what the office decided, and for a notice on
// which it decided nothing since, what the clock says.
#ifndef GENERATOR_RENDER_STANDING_H_
#define GENERATOR_RENDER_STANDING_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "generator/load/notice.h"
#include "generator/render/site_model.h"
#include "site-templates/page_data.h"

namespace gongshi {

enum class Standing { Coming, Open, LastDay, Over, Suspended, Closed, Withdrawn };

// The part that no clock can change; nothing while the clock decides.
std::optional<Standing> decided_standing(const Notice& notice);

Standing standing_at(const Notice& notice, const CountedWindow& window, Instant when);

// How many of the counted days are left, today among them, of a notice that stands Open; 0 of any
// other.
std::size_t days_left(const Notice& notice, const CountedWindow& window, Instant when);

// "open": the name in templates, style sheet and messages ("standing.open").
std::string_view key_of(Standing standing);

// 已更正, 已延长: what the office changed since it published, [{word, at}], at being the last time.
// Nothing of a withdrawn notice.
PageData describe_changes(const SiteModel& site, const Notice& notice);

// What partials/badge.mustache takes. With `when` the badge says how the notice stood then;
// without, it stays empty until a script in the reader's browser fills it, so that the page is true
// at any time. A decided standing is printed either way.
PageData describe_badge(const SiteModel& site, const Notice& notice, std::optional<Instant> when);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_STANDING_H_
