// The files of a package, by name, and the list of their digests.
#ifndef INTAKE_PACKAGE_PAPER_FILES_H_
#define INTAKE_PACKAGE_PAPER_FILES_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

// Name -> bytes. Names are UTF-8, with '/' between folders: is_paper_name().
using PaperFiles = std::map<std::string, std::string>;

// A name that unpacks below the folder where it is unpacked and stands on one line: UTF-8,
// relative, no "." or ".." among its folders, no backslash, no control character.
bool is_paper_name(std::string_view name);

// "<64 hexadecimal digits>  <name>" and LF for each file, in the order of their names: what
// sha256sum writes and checks. Requires is_paper_name() of each.
std::string hash_list(const PaperFiles& files);

// What of `files` is not as `list` says, one Chinese sentence each: a file that differs, is missing
// or is not listed, and a list that hash_list() did not write. None: all is as it says.
std::vector<std::string> compare_with_hash_list(const PaperFiles& files, std::string_view list);

}  // namespace gongshi

#endif  // INTAKE_PACKAGE_PAPER_FILES_H_
