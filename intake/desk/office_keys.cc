#include "intake/desk/office_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/desk/private_file.h"
#include "intake/desk/replace_file.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyFileBytesMax = 64U << 10U;  // a key and a share take half a thousand

Error about(const fs::path& file, const Error& error) {
  return {.kind = error.kind, .message = fmt::format("{}：{}", file.string(), error.message)};
}

// What was written so far, taken back unless it is kept.
class KeyFiles {
 public:
  KeyFiles() = default;
  KeyFiles(const KeyFiles&) = delete;
  KeyFiles& operator=(const KeyFiles&) = delete;
  ~KeyFiles() {
    std::error_code ignored;
    for (const fs::path& file : written_) fs::remove(file, ignored);
  }

  Result<void> write(const fs::path& file, std::string_view text) {
    Result<void> written = write_private_file(file, text);
    if (written) written_.push_back(file);
    return written;
  }
  void keep() { written_.clear(); }

 private:
  std::vector<fs::path> written_;
};

// Whoever steals the data folder must not get the key with it.
Result<void> require_outside(const fs::path& file, const fs::path& data) {
  std::error_code unreadable;  // then the file cannot be written either
  const fs::path folder = fs::weakly_canonical(data, unreadable);
  const fs::path inside = fs::weakly_canonical(fs::absolute(file, unreadable), unreadable);
  const auto [end, ignored] =
      std::mismatch(folder.begin(), folder.end(), inside.begin(), inside.end());
  if (end != folder.end()) return {};
  return failure(
      ErrorKind::Invalid,
      fmt::format("{} 在数据文件夹里；钥匙要和数据分开放，请用 --key 写别处的文件", file.string()));
}

Result<void> require_turn(const Register& reg, const NewOfficeKey& wanted) {
  const auto known = reg.office_keys();
  if (!known) return tl::unexpected(known.error());
  if (known->empty() && wanted.rotates) {
    return failure(ErrorKind::Conflict, "还没有办公室钥匙，不用加 --rotate");
  }
  if (known->empty() || wanted.rotates) return {};
  return failure(ErrorKind::Conflict,
                 fmt::format("已经有办公室钥匙 {}；要换一把新的，加 --rotate。旧钥匙打开以前的异议"
                             "还要用，不要丢掉",
                             known->back().id()));
}

Result<std::size_t> count_unsealed(const Register& reg) {
  return reg.list(std::nullopt).map([](const std::vector<RegisteredObjection>& rows) {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [](const RegisteredObjection& row) { return !row.sealed; }));
  });
}

// Both again from the disk: what cannot be read back must not seal.
Result<void> check_file(const fs::path& file, const std::string& passphrase,
                        const OfficePublicKey& key) {
  const Result<OfficeKey> read = read_office_key(file, passphrase);
  if (!read) return tl::unexpected(read.error());
  if (read->public_key() == key) return {};
  return failure(ErrorKind::Corrupt, fmt::format("{} 写坏了，请另换一处", file.string()));
}

fs::path share_file(const fs::path& key_file, unsigned number) {
  return fmt::format("{}.share-{}", key_file.string(), number);
}

Result<std::vector<fs::path>> write_shares(const OfficeKey& key, const NewOfficeKey& wanted,
                                           KeyFiles& files) {
  std::vector<fs::path> written;
  if (!wanted.split) return written;
  for (const KeyShare& share : split_key(key, wanted.split->needed, wanted.split->total)) {
    written.push_back(share_file(wanted.file, share.number));
    const auto done = files.write(written.back(), write_share(share));
    if (!done) return tl::unexpected(done.error());
  }
  return written;
}

Result<KeyShare> read_share_file(const fs::path& file) {
  const Result<std::string> text = read_file(file, kKeyFileBytesMax);
  if (!text) return tl::unexpected(text.error());
  Result<KeyShare> share = read_share(*text);
  if (!share) return tl::unexpected(about(file, share.error()));
  return share;
}

}  // namespace

std::optional<KeySplit> parse_key_split(std::string_view text) {
  KeySplit split;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, split.needed);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '/') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, split.total);
  if (second.ec != std::errc{} || second.ptr != end) return std::nullopt;
  const bool possible =
      2 <= split.needed && split.needed <= split.total && split.total <= kSharesMax;
  return possible ? std::optional(split) : std::nullopt;
}

Result<void> require_passphrase(const std::string& passphrase) {
  const bool is_text = !first_invalid_utf8(passphrase);
  if (is_text && count_code_points(passphrase) >= kPassphraseLengthMin) return {};
  return failure(ErrorKind::Invalid,
                 fmt::format("口令至少 {} 个字符，例如四个互不相干的词", kPassphraseLengthMin));
}

Result<OfficeKey> read_office_key(const fs::path& file, const std::string& passphrase) {
  const Result<std::string> text = read_file(file, kKeyFileBytesMax);
  if (!text) return tl::unexpected(text.error());
  Result<OfficeKey> key = open_office_key(*text, passphrase);
  if (!key) return tl::unexpected(about(file, key.error()));
  return key;
}

Result<MadeOfficeKey> make_office_key(Register& reg, const NewOfficeKey& wanted) {
  if (auto ok = require_turn(reg, wanted); !ok) return tl::unexpected(ok.error());
  if (auto ok = require_outside(wanted.file, wanted.data); !ok) return tl::unexpected(ok.error());
  if (auto ok = require_passphrase(wanted.passphrase); !ok) return tl::unexpected(ok.error());
  const Result<std::size_t> unsealed = count_unsealed(reg);
  if (!unsealed) return tl::unexpected(unsealed.error());
  const OfficeKey key = OfficeKey::random();
  const Result<std::string> text = write_office_key(key, wanted.passphrase, wanted.cost);
  if (!text) return tl::unexpected(text.error());
  KeyFiles files;
  if (auto ok = files.write(wanted.file, *text); !ok) return tl::unexpected(ok.error());
  const auto shares = write_shares(key, wanted, files);
  if (!shares) return tl::unexpected(shares.error());
  if (auto ok = check_file(wanted.file, wanted.passphrase, key.public_key()); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = reg.add_office_key(key.public_key(), wanted.at); !ok) {
    return tl::unexpected(ok.error());
  }
  files.keep();
  return MadeOfficeKey{.key = key.public_key(), .shares = *shares, .unsealed = *unsealed};
}

Result<OfficePublicKey> restore_office_key(const std::vector<fs::path>& shares,
                                           const fs::path& file, const std::string& passphrase,
                                           const PassphraseCost& cost) {
  if (auto ok = require_passphrase(passphrase); !ok) return tl::unexpected(ok.error());
  std::vector<KeyShare> read;
  for (const fs::path& path : shares) {
    const Result<KeyShare> share = read_share_file(path);
    if (!share) return tl::unexpected(share.error());
    read.push_back(*share);
  }
  const Result<OfficeKey> key = join_shares(read);
  if (!key) return tl::unexpected(key.error());
  const Result<std::string> text = write_office_key(*key, passphrase, cost);
  if (!text) return tl::unexpected(text.error());
  KeyFiles files;
  if (auto ok = files.write(file, *text); !ok) return tl::unexpected(ok.error());
  if (auto ok = check_file(file, passphrase, key->public_key()); !ok) {
    return tl::unexpected(ok.error());
  }
  files.keep();
  return key->public_key();
}

}  // namespace gongshi
