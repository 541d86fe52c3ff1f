// R15, R16: nothing in the content folder tells what only the person and the office may know
// (DOMAIN 5). Every file is searched as it stands, comments and internal columns too: the folder is
// what pages are made from, and it travels by mail and in repositories.
//
//   forbidden-column          candidates.csv has a column that must never be public (R15); the
//                             loader says so, even when the column is empty or masked
//   forbidden-header          a table has such a column
//   forbidden-header-suspect  a table has a column that may be the office's, or a person's
//   resident-id               an identity number of 18 digits
//   resident-id-suspect       one with a wrong check character: a slip of the pen, perhaps
//   old-resident-id           an identity number of 15 digits beside its label
//   old-resident-id-suspect   15 digits that may be one
//   mobile-number             a mobile telephone outside the contact block, also inside an address
//   mobile-number-suspect     a mobile telephone in the contact block
//   bank-card                 the number of a card or an account
//   bank-card-suspect         one that fails the check
//   travel-document           a passport, or a permit for Hong Kong, Macau or Taiwan
//   birth-date                a full date of birth; year and month are fine
//   home-address-suspect      a house number beside 住址 and the like
//   email-address-suspect     a private mailbox outside the contact block
//   landline-suspect          a landline or hotline outside the contact block
//
// The contact block: the lines of site.toml, campaign.toml and notice.md where the values of
// [[contact]], [[channel]] and the site's own telephone stand.
#ifndef GENERATOR_CHECK_PERSONAL_DATA_H_
#define GENERATOR_CHECK_PERSONAL_DATA_H_

#include <set>
#include <string>

#include "generator/load/content.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Searches names and bytes of all files of `tree`, of which `content` was loaded; attachments by
// way of attachments.h. A finding has the line and column where it stands, in an attachment the
// file and, in words, the page or cell. A finding in a name stands at the folder around it, since
// the place would print the name.
//
// Not from several threads at once: attachments.h.
void check_personal_data(const SourceTree& tree, const Content& content, Diagnostics& problems);

// The digests of what stands in the contact blocks, as scan_text() gives them: what a page may
// therefore show.
std::set<std::string> digests_of_contacts(const SourceTree& tree, const Content& content);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_PERSONAL_DATA_H_
