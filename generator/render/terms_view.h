// The terms of a campaign (conditions.h) as the fields that pages/campaign.mustache takes.
#ifndef GENERATOR_RENDER_TERMS_VIEW_H_
#define GENERATOR_RENDER_TERMS_VIEW_H_

#include "generator/render/site_model.h"

namespace gongshi {

// [{award, total: "33个" or "", lengths: [sentence]}]
PageData describe_awards(const SiteModel& site, const Campaign& campaign);

// {any, heads: [{award, span}], columns: [name], long, rows: [{unit, units, cells: [{label,
//  number}]}], any_total, totals: [{label, number}], rules: [sentence]}; a number that was not
//  allocated is
// "—", units is "" but for a group. `any` is whether there is a table, a rule may stand without.
PageData describe_quotas(const SiteModel& site, const Campaign& campaign);

// [{heading, items: [{sentence, mark, hard, applies, limit, note}]}]: how many at most, who is not
// recommended, since when, and after asking whom. Headings without items are left out. mark,
// applies, limit and note may be "".
PageData describe_terms(const SiteModel& site, const Campaign& campaign);

// [{due, what}], the first due first.
PageData describe_deadlines(const Campaign& campaign);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_TERMS_VIEW_H_
