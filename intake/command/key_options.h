// The options of desk commands that read what is sealed.
#ifndef INTAKE_COMMAND_KEY_OPTIONS_H_
#define INTAKE_COMMAND_KEY_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "intake/desk/key_ring.h"

namespace gongshi {

struct KeyOptions {
  std::vector<std::filesystem::path> files;
  std::string passphrase_file;  // of all of them; asked for when it is not given
};

// --key FILE, as often as there are keys, and --passphrase-file FILE
void add_key_options(CLI::App& command, KeyOptions& options);

// --passphrase-file FILE
void add_passphrase_option(CLI::App& command, std::string& file);

// Reads and opens the files that were given; none is an empty ring, which opens what is not sealed.
Result<KeyRing> read_keys(const KeyOptions& options);
// The same, for who also needs the keys themselves.
Result<std::vector<OfficeKey>> read_key_files(const KeyOptions& options);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_KEY_OPTIONS_H_
