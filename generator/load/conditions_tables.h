// The parts of campaign.toml that say who may be recommended (conditions.h):
//
//   [[quota]]                            # a row of the table of quotas
//   recommended_by = "太原市"            # a unit, or what a group of units is called
//   award = "collective"
//   awards = 2                           # 表彰名额; may be absent
//   recommends = 3                       # 推荐名额; may be absent
//   units = ["南宁市", "柳州市"]         # a group: its units; or
//   other_units = true                   # a group of every unit that no other row names
//   for_each_unit = true                 # a group: the numbers are each unit's own; else shared
//   [surplus]                            # 差额: 6 for 5, rounded up
//   awards = 5
//   recommends = 6
//   [[joint_limit]]                      # 先进集体1个或先进工作者1名
//   recommended_by = "省直、中央驻晋有关单位"
//   candidates = 1
//   strength = "soft"                    # soft | hard
//   title = "原则上可申报先进集体1个或先进工作者1名"
//   [[cap]]
//   title = "县处级干部原则上不超过评选总数的20%"
//   levels = ["县处级正职", "县处级副职"] # or natures, honours, endings; awards = [ids]
//   percent = 20                         # or count = 5
//   of_awards = ["worker"]               # the denominator of a percentage
//   at_least = false                     # true: a floor
//   each_unit = false                    # true: for each recommending unit by itself
//   counted_elsewhere = false            # true: the denominator is a higher office's
//   strength = "soft"
//   note = "…"
//   [[exclusion]]
//   title = "副厅局级及以上不参加评选"
//   levels = ["副厅局级"]
//   strength = "hard"
//   [[tenure]]
//   title = "连续从事信访工作3年以上"
//   awards = ["worker"]
//   years = 3
//   kind = "continuous"                  # any | continuous | cumulative
//   clean_years = 5                      # or clean_since = 2018-01-01
//   [[consultation]]
//   organ = "公安机关"
//   awards = ["worker"]
//   natures = ["机关", "事业单位"]
//   [[deadline]]
//   title = "报送初审推荐材料"
//   due = 2022-07-22
//   step = "city-publicity"              # that must be over by then; may be absent
#ifndef GENERATOR_LOAD_CONDITIONS_TABLES_H_
#define GENERATOR_LOAD_CONDITIONS_TABLES_H_

#include "generator/load/campaign.h"
#include "generator/toml/toml_document.h"

namespace gongshi {

// Reads the tables above into `campaign`. Requires its awards and steps, which the terms name.
void read_conditions(TomlTable& table, Campaign& campaign, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CONDITIONS_TABLES_H_
