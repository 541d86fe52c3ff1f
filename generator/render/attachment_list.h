// The files beside a notice, as its page lists them.
#ifndef GENERATOR_RENDER_ATTACHMENT_LIST_H_
#define GENERATOR_RENDER_ATTACHMENT_LIST_H_

#include <cstddef>
#include <string>

#include "generator/render/site_model.h"
#include "site-templates/page_data.h"

namespace gongshi {

// [{title, url, type, size, sha256}] in the notice's order; url relative to the site's root.
PageData describe_attachments(const SiteModel& site, const Notice& notice);

// "512字节", "1.5 KB", "12.0 MB": steps of 1024, as file managers count them.
std::string size_of(const TemplateSet& templates, std::size_t bytes);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_ATTACHMENT_LIST_H_
