#include "intake/command/key_options.h"

#include <fmt/format.h>

#include <utility>

#include "intake/command/passphrase.h"
#include "intake/desk/office_keys.h"

namespace gongshi {

void add_key_options(CLI::App& command, KeyOptions& options) {
  command
      .add_option("--key", options.files,
                  "办公室钥匙文件，用来打开加密保存的内容；换过钥匙的可以写多次")
      ->allow_extra_args(false)  // the number may stand behind it
      ->option_text("FILE");
  add_passphrase_option(command, options.passphrase_file);
}

void add_passphrase_option(CLI::App& command, std::string& file) {
  command
      .add_option("--passphrase-file", file, "口令所在的文件（第一行），给脚本用；不写就在终端上问")
      ->type_name("FILE");
}

Result<std::vector<OfficeKey>> read_key_files(const KeyOptions& options) {
  std::vector<OfficeKey> keys;
  for (const std::filesystem::path& file : options.files) {
    const Result<std::string> passphrase = given_passphrase(
        options.passphrase_file, fmt::format("请输入钥匙文件 {} 的口令", file.string()));
    if (!passphrase) return tl::unexpected(passphrase.error());
    Result<OfficeKey> key = read_office_key(file, *passphrase);
    if (!key) return tl::unexpected(key.error());
    keys.push_back(*std::move(key));
  }
  return keys;
}

Result<KeyRing> read_keys(const KeyOptions& options) {
  return read_key_files(options).map([](std::vector<OfficeKey> keys) {
    KeyRing ring;
    for (OfficeKey& key : keys) ring.add(std::move(key));
    return ring;
  });
}

}  // namespace gongshi
