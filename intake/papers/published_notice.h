// 公示原件: the notice as readers saw it while its window ran, out of the built site.
#ifndef INTAKE_PAPERS_PUBLISHED_NOTICE_H_
#define INTAKE_PAPERS_PUBLISHED_NOTICE_H_

#include <filesystem>

#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/package/paper_files.h"

namespace gongshi {

// Page, print version, list, calendar file and attachments of the notice, with the style sheets and
// scripts that they use, below kOriginalFolder and their own paths. The result page is not among
// them: it came afterwards.
//
// NotFound when the page is not in `site`. Conflict when it is not the page whose digest `record`
// carries (the sentence says how to get that one), when it does not carry the digest of one of the
// attachments, or when the print version was made of another page. Invalid for a file that no
// package takes, by name or size; Unavailable when the disk says no.
Result<PaperFiles> published_notice(const std::filesystem::path& site, const ManifestNotice& notice,
                                    const ClosingRecord& record);

}  // namespace gongshi

#endif  // INTAKE_PAPERS_PUBLISHED_NOTICE_H_
