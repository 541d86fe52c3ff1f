#include "generator/command/import.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "generator/command/files.h"
#include "generator/command/options.h"
#include "generator/command/report.h"
#include "generator/command/usage.h"
#include "generator/import/candidates_csv.h"
#include "generator/import/summary_table.h"
#include "generator/import/table_source.h"
#include "generator/notice/identifier.h"

namespace gongshi {
namespace {

struct ImportOptions {
  std::string file;
  std::string award;  // for whichever kind the table is of; empty: the two below
  ImportAwards awards;
  std::filesystem::path out;  // empty: standard output
};

Result<SummaryTable> read_table(const std::string& file) {
  const auto bytes = read_file(file);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  const auto sheets = table_sheets(file, *bytes);
  if (!sheets) return tl::unexpected<Error>(sheets.error());
  return read_summary_table(file, *sheets);
}

bool holds_both_kinds(const SummaryTable& table) {
  return std::ranges::any_of(table.candidates, [&](const ImportedCandidate& candidate) {
    return candidate.kind != table.candidates.front().kind;
  });
}

std::string how_many(const SummaryTable& table) {
  const auto collectives =
      std::ranges::count(table.candidates, AwardKind::Collective, &ImportedCandidate::kind);
  return fmt::format("导入了 {} 个集体、{} 名个人", collectives,
                     static_cast<std::ptrdiff_t>(table.candidates.size()) - collectives);
}

int import(ImportOptions options, const Output& output) {
  const auto table = read_table(options.file);
  if (!table) return report_failure(table.error().message, output);
  for (const std::string& remark : table->remarks) output.err << remark << '\n';
  if (table->candidates.empty()) {
    return report_failure(fmt::format("“{}”里只有表头，没有一名候选对象", options.file), output);
  }
  if (!options.award.empty() && holds_both_kinds(*table)) {
    report_failure(
        "表里既有集体又有个人：请用 --collective-award 和 --individual-award 分别写明奖项", output);
    return kExitUsage;
  }
  if (!options.award.empty()) options.awards = {options.award, options.award};
  const std::string csv = candidates_csv(table->candidates, options.awards);
  if (options.out.empty()) {
    output.out << csv << std::flush;
  } else if (const auto written = write_new_file(options.out, csv); !written) {
    return report_failure(written.error().message, output);
  }
  output.err << how_many(*table) << "。编号可以在公示之前改；改好后用 gongshi check 核对。\n";
  return kExitClean;
}

void add_award_option(CLI::App& command, const std::string& name, std::string& value,
                      const std::string& description) {
  add_value_option(command, name, "ID", description,
                   [&value](const std::string& text) -> std::optional<std::string> {
                     const auto id = AwardId::parse(text);
                     if (!id) return id.error().message;
                     value = text;
                     return std::nullopt;
                   });
}

}  // namespace

void add_import_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "import", "把推荐对象汇总表转成 candidates.csv");
  const auto options = std::make_shared<ImportOptions>();
  command.add_option("FILE", options->file, "汇总表：.xlsx，或者 UTF-8、GB18030 的 .csv")
      ->required()
      ->type_name("");
  add_award_option(command, "--award", options->award,
                   "奖项的编号（campaign.toml 里 [[award]] 的 id）；表里只有一种对象时用");
  add_award_option(command, "--collective-award", options->awards.collective,
                   "集体的奖项；默认 collective");
  add_award_option(command, "--individual-award", options->awards.individual,
                   "个人的奖项；默认 individual");
  add_value_option(command, "--out", "FILE", "写到这个新文件；不写则写到标准输出",
                   [options](const std::string& text) -> std::optional<std::string> {
                     if (text.empty()) return "文件的名称是空的";
                     options->out = text;
                     return std::nullopt;
                   });
  command.footer(
      "身份证号、联系电话、通信地址等不能公开的列不会导入，略去了什么都会说明。\n"
      "候选对象的编号由奖项和序数组成，如 collective-1；公示之前可以改。");
  command.callback(
      [&chosen, options] { chosen = [options] { return import(*options, standard_output()); }; });
}

}  // namespace gongshi
