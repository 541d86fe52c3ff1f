// The files of a content folder, in memory: everything after this works on bytes, so that tests and
// fuzzers build a tree without a disk.
#ifndef GENERATOR_LOAD_SOURCE_TREE_H_
#define GENERATOR_LOAD_SOURCE_TREE_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <vector>

#include "generator/notice/diagnostic.h"
#include "generator/notice/error.h"
#include "generator/notice/source_file.h"

namespace gongshi {

inline constexpr std::uintmax_t kSourceFileBytesMax = 16U << 20U;  // no text by hand is larger
// An attachment. A scanned form of thirty pages is smaller; readers fetch it with telephones.
inline constexpr std::uintmax_t kAttachmentBytesMax = 32U << 20U;
inline constexpr int kFolderDepthMax = 16;  // content is five deep; each level keeps a folder open

// Files by their path below the content folder ("campaigns/x/campaign.toml"), '/' on every system.
struct SourceTree {
  using Files = std::map<std::string, std::string>;

  std::string root = "content";  // how the user named the folder; diagnostics begin with it
  Files files;

  // The name of a file as diagnostics print it.
  std::string shown(const std::string& path) const { return root + "/" + path; }

  // The files below a folder ("campaigns/x/"), without a look at the others.
  std::ranges::subrange<Files::const_iterator> below(const std::string& folder) const;
};

// Reads every regular file below `root`, on all processors; hidden files and editors' backup files
// are left out. A problem, and not read, is a symbolic link, to a file or a folder
// ("symbolic-link"), a pipe, socket or device ("special-file"), a file over its limit
// ("file-too-large"), one that cannot be read ("unreadable-file"), and a folder deeper than
// kFolderDepthMax ("folder-too-deep").
// NotFound when `root` is no folder.
Result<SourceTree> read_source_tree(const std::filesystem::path& root, Diagnostics& problems);

// The same without the campaigns whose folders are not among `campaigns`: all else is read.
using CampaignNames = std::set<std::string, std::less<>>;
Result<SourceTree> read_source_tree_of(const std::filesystem::path& root,
                                       const CampaignNames& campaigns, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_SOURCE_TREE_H_
