// The members of a ZIP archive. The only door to libzip.
#ifndef GENERATOR_SCAN_ZIP_MEMBERS_H_
#define GENERATOR_SCAN_ZIP_MEMBERS_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "generator/scan/document_reading.h"

namespace gongshi {

struct ZipMember {
  std::string name;      // UTF-8; also from archives that name files in GBK
  std::string bytes;     // empty for a folder
  bool readable = true;  // false: encrypted or damaged, and `bytes` is empty
};

struct ZipContents {
  std::vector<ZipMember> members;  // in the order of the archive
  std::string comment;
};

// Invalid when the bytes are no archive, or when unfolding them exceeds the budget of `reading`
// (sizes are counted while unfolding: what the archive says of itself is not believed).
Result<ZipContents> zip_members(std::string_view file_name, std::string_view bytes,
                                DocumentReading& reading);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_ZIP_MEMBERS_H_
