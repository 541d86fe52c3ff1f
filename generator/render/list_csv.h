// notices/<id>/list.csv: the list as a table, for those who work with it in a spreadsheet.
#ifndef GENERATOR_RENDER_LIST_CSV_H_
#define GENERATOR_RENDER_LIST_CSV_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// A row for each candidate in the order of the page, under Chinese headings: the columns of class
// Public, then those that the campaign's public_fields name. The last public one says who is a
// reserve and who is no longer proposed; of the latter the facts stay empty, as on the page.
// Requires a notice that is not withdrawn.
std::string render_list_csv(const SiteModel& site, const Notice& notice);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_LIST_CSV_H_
