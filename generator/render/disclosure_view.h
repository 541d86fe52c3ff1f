// What a government document says about itself and whom to ask, as the fields that the partials
// disclosure and contacts take.
#ifndef GENERATOR_RENDER_DISCLOSURE_VIEW_H_
#define GENERATOR_RENDER_DISCLOSURE_VIEW_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// [{label, value}] in the order of DOMAIN 4.3; entries that the document does not have are left
// out. The openness mark is not among them: it stands at the end of the text.
PageData describe_disclosure(const SiteModel& site, const Disclosure& disclosure);

// [{office, entries: [{label, value, link}]}]
PageData describe_contacts(const SiteModel& site, const std::vector<Contact>& contacts);

// Where a tap leads: "tel:…" for a telephone, "mailto:…" for an e-mail address, else "". A value
// that is none or more than one ("0771-2838960 2613550") has nothing to follow.
std::string link_to(std::string_view kind, const std::string& value);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_DISCLOSURE_VIEW_H_
