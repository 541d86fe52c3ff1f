// What commands share that make a paper about one objection, opened with the office's key.
#ifndef INTAKE_COMMAND_CASE_PAPER_H_
#define INTAKE_COMMAND_CASE_PAPER_H_

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/command/key_options.h"
#include "intake/desk/case_file.h"

namespace gongshi {

struct CasePaperOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
  std::filesystem::path site;
};

// NUMBER, --data, --key, --passphrase-file and --site. `options` must outlive the parsing.
void add_case_paper_options(CLI::App& command, CasePaperOptions& options);

// The paper that `make` makes. An error of whatever it takes, of reading the site first.
Result<std::string> make_case_paper(
    const CasePaperOptions& options,
    const std::function<Result<std::string>(const Manifest&, const CaseFile&)>& make);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_CASE_PAPER_H_
