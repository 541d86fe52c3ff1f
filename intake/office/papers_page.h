// /papers: the papers of a closed notice (papers/closing_papers.h), to be saved.
#ifndef INTAKE_OFFICE_PAPERS_PAGE_H_
#define INTAKE_OFFICE_PAPERS_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// GET /papers?notice=: the package, under a name that tells the notice; whoever takes it is
// recorded first. For every role: nobody who objected is in it. 404 for a notice that the site does
// not have or that is not closed, 409 when the site is not the one that was published.
Answer send_papers(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_PAPERS_PAGE_H_
