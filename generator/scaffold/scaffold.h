// The first files of a campaign and of a notice, with what to fill in marked （请填写：…）: once
// the blanks are filled and there are candidates, `gongshi check` finds nothing. Pure.
#ifndef GENERATOR_SCAFFOLD_SCAFFOLD_H_
#define GENERATOR_SCAFFOLD_SCAFFOLD_H_

#include <map>
#include <string>
#include <string_view>

#include "generator/load/campaign.h"

namespace gongshi {

using ScaffoldFiles = std::map<std::string, std::string>;  // by name below the folder

// campaign.toml, criteria.md and candidates.csv, the latter with a header and no row. An empty
// title is a blank.
ScaffoldFiles scaffold_campaign(std::string_view title);

// The step that a notice is most likely about: the first publicity that is held here, without a
// closing or a day of completion. Null when there is none.
const Step* step_to_publish(const Campaign& campaign);

// notice.md. A TOML date cannot be a blank: published_at and the review's date stand as comments,
// and are missing keys until somebody fills them in; so is the campaign's `completed`, without
// which its publicity cannot begin.
ScaffoldFiles scaffold_notice(std::string_view title, const StepId& step);

}  // namespace gongshi

#endif  // GENERATOR_SCAFFOLD_SCAFFOLD_H_
