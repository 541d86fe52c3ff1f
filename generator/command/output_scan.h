// A net under the search of the sources: the pages themselves, read once more before they are
// published. Markup and escapes can hide a number from the one who reads the source
// ("138**0013**8000") and show it to everyone who reads the page.
#ifndef GENERATOR_COMMAND_OUTPUT_SCAN_H_
#define GENERATOR_COMMAND_OUTPUT_SCAN_H_

#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "generator/command/checked_content.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/error.h"

namespace gongshi {

class OutputScan {
 public:
  // `allowed` are the digests of what may be shown: the contact blocks' (check/personal_data.h).
  // `folder` is where the files will stand, for the places of problems; may be empty.
  OutputScan(std::set<std::string> allowed, std::string folder);

  // Reads a finished file; from any thread. Assets are ours, and attachments have been searched as
  // what they are: neither is read.
  void look_at(const std::string& path, std::string_view bytes);

  // "personal-data-in-output", an error, for each value that must not be published, at the file as
  // a whole: its lines are the template's. What only a person can decide has been said of the
  // source. Sorted; call it when all threads are done.
  Diagnostics problems() const;

 private:
  const std::set<std::string> allowed_;
  const std::string folder_;
  std::mutex mutex_;
  Diagnostics problems_;
};

// The same of a site that is not written anywhere, from the templates in the program; places are
// paths below the site's root. Requires content without errors. The error is that of rendering.
Result<Diagnostics> problems_of_pages(const CheckedContent& checked);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_OUTPUT_SCAN_H_
