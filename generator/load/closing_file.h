// campaigns/<campaign>/notices/<notice>/closing.toml: the closing record as the desk writes it.
// The keys are the names of ClosingRecord's members. TOML wants the plain keys before the tables:
//
//   notice = "shanxi-2017-xinfang-shengji"
//   opens = 2017-06-21                       # the window actually served
//   closes = 2017-06-27
//   working_days = 5
//   calendar = "cn"
//   objections = 3                           # each group of counts below adds up to it
//   named = 2
//   anonymous = 1
//   leaf_indices = [0, 4, 7]                 # ascending; [] when there were no objections
//   page_sha256 = "9f86d081…"                # 64 hexadecimal digits, lower case
//   handler = "张三"
//   approver = "李四"
//   closed_at = 2017-06-28T09:30:00+08:00
//   checkpoint = '''
//   demo.example/objections
//   8
//   w2Uk…=
//
//   — demo.example/objections 5xqL…=
//   '''                                      # verbatim: the line end after ''' is not part of it,
//                                            # the one before the closing ''' is
//   [by_medium]                              # letter phone fax email visit online; no zeros
//   phone = 1
//   online = 2
//
//   [by_outcome]                             # unfounded upheld partly_upheld unverifiable
//   unfounded = 2                            # not_accepted transferred withdrawn; no zeros
//   withdrawn = 1
//
//   [[result]]                               # one for each candidate of the notice, in its order
//   candidate = "yangquan"
//   disposition = "confirmed"                # confirmed corrected cancelled deferred
//
// Both count tables may be absent, and are, when there were no objections. Every other key must be
// there; an unknown key is an error. JSON was considered and dropped: people sign this file, so
// they must be able to read it.
#ifndef GENERATOR_LOAD_CLOSING_FILE_H_
#define GENERATOR_LOAD_CLOSING_FILE_H_

#include <string>

#include "generator/load/notice.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Fills notice.closing and its places from `path`; leaves them alone when there is no such file.
// A file with a mistake gives the problem and the record as far as it can be read. Whether the
// record agrees with the notice, its window and itself is for the checks.
void load_closing(const SourceTree& tree, const std::string& path, Notice& notice,
                  Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CLOSING_FILE_H_
