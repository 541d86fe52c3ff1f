// search.json: what the site's own search looks through, in the reader's browser.
//
//   {"notices": [[title, detail, url], …], "candidates": […], "units": […]}
//
// One line of text each, as readers see it, rare characters and all; urls are relative to the
// site's root. Notices and candidates stand newest first, units by their characters. Only what the
// pages show of anyone is in it: name, award, unit, post, campaign and window.
//
// A withdrawn notice is not in it, nor whoever only it listed; nor is a candidate who was removed.
// The pages of such candidates stay, for those who have the address, but nobody is led there.
// Whom an office published and confirmed is in it for good, also where the campaign's `indexing`
// hides the page from search engines: that rule keeps a stranger who types a name into them from
// being told, not a reader of this site from finding what it still publishes and lists. For the
// same reason robots.txt keeps programs off this file.
#ifndef GENERATOR_RENDER_SEARCH_INDEX_H_
#define GENERATOR_RENDER_SEARCH_INDEX_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// About 300 bytes for each candidate, a tenth of it compressed.
std::string write_search_index(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SEARCH_INDEX_H_
