#include "generator/command/amend.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <tuple>
#include <utility>

#include "generator/amend/amendment.h"
#include "generator/amend/leak_record.h"
#include "generator/command/checked_content.h"
#include "generator/command/files.h"
#include "generator/command/options.h"
#include "generator/command/output_scan.h"
#include "generator/command/purge_list.h"
#include "generator/command/report.h"
#include "generator/command/usage.h"
#include "generator/load/content_path.h"
#include "generator/notice/manifest.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

struct AmendOptions {
  std::string notice;
  fs::path content = "content";
  fs::path site = "public";
  std::optional<Instant> at;
  bool dry_run = false;
  // What one kind of amendment or another asks for.
  std::string words;
  std::optional<Date> closes;
  CorrectionKind kind = CorrectionKind::Slip;
  std::vector<CandidateId> candidates;
  std::string by;
  fs::path record;
};

using Make = Amendment (*)(const AmendOptions&, Instant at);

Instant present(const AmendOptions& options) {
  if (options.at) return *options.at;
  return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
}

// The content as it is, as it would be, and what separates the two.
struct Change {
  CheckedContent before;
  CheckedContent after;
  fs::path file;  // notice.md
  std::string text_before;
  AmendedNotice amended;
  Diagnostics introduced;          // the errors that were not there before
  std::optional<PurgeList> purge;  // absent while the content has errors
};

// Lines move, so a problem is the same when file, code and sentence are.
std::tuple<std::string, std::string, std::string> identity(const Diagnostic& problem) {
  return {problem.place.file, problem.code, problem.message};
}

Diagnostics introduced_errors(const Diagnostics& before, const Diagnostics& after) {
  std::multiset<std::tuple<std::string, std::string, std::string>> known;
  for (const Diagnostic& problem : before) known.insert(identity(problem));
  Diagnostics errors;
  for (const Diagnostic& problem : after) {
    if (problem.level != Level::Error) continue;
    const auto same = known.find(identity(problem));
    if (same == known.end()) {
      errors.push_back(problem);
    } else {
      known.erase(same);
    }
  }
  return errors;
}

Result<const Notice*> find_notice(const Content& content, const std::string& name) {
  const Result<NoticeId> id = NoticeId::parse(name);
  if (!id) return tl::unexpected<Error>(id.error());
  const Notice* notice = content.find(*id);
  if (notice != nullptr) return notice;
  return failure(ErrorKind::NotFound,
                 fmt::format("没有公示“{}”，或者它的 notice.md 读不懂；请核对编号和 --content，"
                             "再用 gongshi check 核对",
                             name));
}

// Reads, amends in memory, and checks what came out.
Result<Change> prepare(const AmendOptions& options, const Amendment& amendment) {
  Result<CheckedContent> before =
      read_checked_content(options.content, options.site / kManifestFileName);
  if (!before) return tl::unexpected<Error>(before.error());
  const Result<const Notice*> found = find_notice(before->content, options.notice);
  if (!found) return tl::unexpected<Error>(found.error());
  const Notice& notice = **found;
  const std::string path = notice_folder(notice.campaign.text(), notice.id.text()) + "notice.md";
  Change change{.before = {},
                .after = {},
                .file = options.content / path,
                .text_before = before->sources.files.at(path),
                .amended = {},
                .introduced = {},
                .purge = std::nullopt};
  Result<AmendedNotice> amended = amend(change.text_before, notice, amendment);
  if (!amended) return tl::unexpected<Error>(amended.error());
  change.amended = *std::move(amended);
  SourceTree sources = before->sources;
  sources.files[path] = change.amended.text;
  change.after = check_sources(std::move(sources), options.site / kManifestFileName);
  change.introduced = introduced_errors(before->problems, change.after.problems);
  change.before = *std::move(before);
  return change;
}

// What else is wrong with the pages, and which of them change. Nothing of it while there are
// errors.
Result<void> look_at_pages(Change& change) {
  if (has_errors(change.before.problems) || has_errors(change.after.problems)) return {};
  const auto before = problems_of_pages(change.before);
  const auto after = problems_of_pages(change.after);
  if (!before) return tl::unexpected<Error>(before.error());
  if (!after) return tl::unexpected<Error>(after.error());
  change.introduced = introduced_errors(*before, *after);
  auto purge = purge_list(change.before, change.after);
  if (!purge) return tl::unexpected<Error>(purge.error());
  change.purge = *std::move(purge);
  return {};
}

std::string indented(std::string_view lines) {
  std::string text;
  for (bool at_begin = true; const char c : lines) {
    if (at_begin && c != '\n') text += "    ";
    text += c;
    at_begin = c == '\n';
  }
  return text;
}

void tell_what_was_written(const Change& change, const AmendOptions& options,
                           const Output& output) {
  output.err << fmt::format("{}{}：\n\n{}\n",
                            options.dry_run ? "演练，没有改动；将要写入 " : "已写入 ",
                            change.file.string(), indented(change.amended.added));
}

void tell_addresses(const Change& change, const Output& output) {
  if (!change.purge) {
    output.err
        << "内容里还有别的错误（gongshi check 会列出），build "
           "在改好以前不会发布，也算不出变动的网址：改好以前请手工撤下页面，清除全站的缓存。\n";
    return;
  }
  output.err << fmt::format("发布后有 {} 个网址撤下、{} 个网址变动，要清除缓存：\n",
                            change.purge->gone.size(), change.purge->changed.size());
  output.err.flush();
  for (const std::string& address : change.purge->gone) output.out << address << '\n';
  for (const std::string& address : change.purge->changed) output.out << address << '\n';
  output.out.flush();
}

// One kind of amendment, as the command line offers it.
struct Kind {
  Make make;
  const char* next;  // what is left to people, each a line
};

int refuse(const Change& change, const Output& output) {
  report_problems(change.introduced, ReportFormat::Text, output, change.after.sources);
  if (std::ranges::find(change.introduced, "correction-window", &Diagnostic::code) !=
      change.introduced.end()) {
    output.err << "加上 --closes 写明那个截止日，就一并登记延期。\n";
  }
  output.err << fmt::format("{}；没有改动 {}。\n", summary_of(change.introduced),
                            change.file.string());
  return kExitErrors;
}

Result<Change> prepared(const AmendOptions& options, const Amendment& amendment) {
  Result<Change> change = prepare(options, amendment);
  if (!change || !change->introduced.empty()) return change;
  const Result<void> looked = look_at_pages(*change);
  if (!looked) return tl::unexpected(looked.error());
  return change;
}

int run_kind(const Kind& kind, const AmendOptions& options, const Output& output) {
  const Result<Change> change = prepared(options, kind.make(options, present(options)));
  if (!change) return report_failure(change.error().message, output);
  if (!change->introduced.empty()) return refuse(*change, output);
  if (!options.dry_run) {
    const auto written = replace_file(change->file, change->text_before, change->amended.text);
    if (!written) return report_failure(written.error().message, output);
  }
  tell_what_was_written(*change, options, output);
  output.err << "接着：\n" << kind.next;
  tell_addresses(*change, output);
  return kExitClean;
}

fs::path record_of(const AmendOptions& options, Instant at) {
  if (!options.record.empty()) return options.record;
  return fmt::format("leak-{}-{}.md", options.notice, to_text(date_of(at)));
}

// The record first: who runs out of disk has taken nothing down, and knows it.
Result<void> write_leak(const Change& change, const fs::path& record, const std::string& text) {
  return write_new_file(record, text).and_then([&] {
    return replace_file(change.file, change.text_before, change.amended.text);
  });
}

// Whether one of them stands in the notice's own file.
bool concerns(const Diagnostics& problems, const CheckedContent& checked, const NoticeId& id) {
  const Notice* notice = checked.content.find(id);
  if (notice == nullptr) return true;
  return std::ranges::any_of(problems, [&](const Diagnostic& problem) {
    return problem.place.file == notice->place.file;
  });
}

int run_leak(const AmendOptions& options, const Output& output) {
  const Instant at = present(options);
  constexpr const char* kPublicReason = "公示内容需要重新核对";
  for (const std::string& said : {options.words, options.by}) {
    if (trim_blanks(said).empty() || first_invalid_utf8(said) || first_control_character(said)) {
      return report_failure("--what 和 --by 要写明，不能有不能显示的字符", output);
    }
  }
  const Result<Change> change = prepared(options, Withdraw{.at = at, .reason = kPublicReason});
  if (!change) return report_failure(change.error().message, output);
  // A takedown waits for nothing but its own file: what it breaks elsewhere is said, and mended
  // later.
  if (concerns(change->introduced, change->after, *NoticeId::parse(options.notice))) {
    return refuse(*change, output);
  }
  report_problems(change->introduced, ReportFormat::Text, output, change->after.sources);
  const Notice& notice = *change->after.content.find(*NoticeId::parse(options.notice));
  const Step* step = change->after.content.find(notice.campaign)->find(notice.step);
  Leak leak{.at = at, .what = options.words, .by = options.by};
  if (change->purge) {
    leak.gone = change->purge->gone;
    leak.changed = change->purge->changed;
  }
  const fs::path record = record_of(options, at);
  const std::string text = leak_record(notice, step == nullptr ? Step() : *step, leak);
  if (!options.dry_run) {
    const auto written = write_leak(*change, record, text);
    if (!written) return report_failure(written.error().message, output);
  }
  tell_what_was_written(*change, options, output);
  output.err
      << "接着：\n"
         "  1. 立刻用 gongshi build 重新生成并发布网站，确认下面的网址上看不到泄露的内容了；\n"
         "  2. 清除 CDN、代理和搜索引擎的缓存；\n";
  output.err << (options.dry_run
                     ? "  3. 处置记录将会这样写：\n\n" + indented(text) + "\n"
                     : fmt::format(
                           "  3. 按处置记录 {} 逐项办理：要通知谁（个人信息保护法第五十七条）、"
                           "怎样重新公示，都在里面。它不是公示内容，不要公开。\n",
                           record.string()));
  tell_addresses(*change, output);
  return kExitClean;
}

// What every kind takes.
std::shared_ptr<AmendOptions> add_common(CLI::App& command) {
  auto options = std::make_shared<AmendOptions>();
  command.add_option("NOTICE", options->notice, "公示的编号")->required()->type_name("");
  add_path_option(command, "--content", options->content, "内容文件夹；默认 content");
  add_path_option(command, "--site", options->site,
                  "已经发布的网站，用来核对发布时间和截止日；默认 public");
  add_instant_option(command, "--at", options->at,
                     "作出决定的时间，如 2017-06-22T09:00:00+08:00；默认现在");
  command.add_flag("--dry-run", options->dry_run, "演练：只看会写什么、哪些网址会变，不改动文件");
  return options;
}

void add_words(CLI::App& command, const std::string& name, const std::string& description,
               std::string& words) {
  add_value_option(command, name, "TEXT", description,
                   [&words](const std::string& text) -> std::optional<std::string> {
                     words = text;
                     return std::nullopt;
                   })
      ->required();
}

CLI::Option* add_closes(CLI::App& command, AmendOptions& options, const std::string& description) {
  return add_value_option(command, "--closes", "DATE", description,
                          [&options](const std::string& text) -> std::optional<std::string> {
                            const Result<Date> date = parse_date(text);
                            if (!date) return date.error().message;
                            options.closes = *date;
                            return std::nullopt;
                          });
}

constexpr const char* kNothingElse = "已经写的内容、注释和顺序都不会改动；核对不通过的什么也不写。";

void add_extend(CLI::App& parent, ChosenCommand& chosen) {
  CLI::App& command = add_command(parent, "extend", "延长公示期，截止日只能往后移");
  const auto options = add_common(command);
  add_closes(command, *options, "新的截止日，如 2017-06-29")->required();
  add_words(command, "--reason", "原因，会公布", options->words);
  command.footer(kNothingElse);
  constexpr Kind kKind = {
      .make = [](const AmendOptions& said, Instant at) -> Amendment {
        return Extend{.closes = *said.closes, .at = at, .reason = said.words};
      },
      .next =
          "  1. 用 gongshi build 重新生成并发布网站；受理服务照新的截止时间收异议；\n"
          "  2. 张贴的公示、推荐单位处一并告知新的截止日；\n"
          "  3. 清除缓存。\n"};
  command.callback([&chosen, options, kKind] {
    chosen = [options, kKind] { return run_kind(kKind, *options, standard_output()); };
  });
}

std::pair<std::string, CorrectionKind> choice(CorrectionKind kind) {
  return {std::string(to_text(kind)), kind};
}

void add_correct(CLI::App& parent, ChosenCommand& chosen) {
  CLI::App& command =
      add_command(parent, "correct", "登记一次更正；实质更正和增补要从更正之日起重新公示满期");
  const auto options = add_common(command);
  add_words(command, "--what", "更正了什么，会公布；原来写错的个人信息不要再写", options->words);
  add_choice_option<CorrectionKind>(
      command, "--kind", options->kind,
      {choice(CorrectionKind::Slip), choice(CorrectionKind::Substantive),
       choice(CorrectionKind::Addition), choice(CorrectionKind::Removal)},
      "笔误、实质更正、增补、取消；默认 slip");
  add_value_option(command, "--candidate", "ID", "更正的是谁；可以写多次，不写是整份公示",
                   [options](const std::string& text) -> std::optional<std::string> {
                     const Result<CandidateId> id = CandidateId::parse(text);
                     if (!id) return id.error().message;
                     options->candidates.push_back(*id);
                     return std::nullopt;
                   })
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_closes(command, *options, "重新公示满期的截止日，同时登记延期");
  command.footer(kNothingElse);
  constexpr Kind kKind = {
      .make = [](const AmendOptions& said, Instant at) -> Amendment {
        return Correct{.at = at,
                       .kind = said.kind,
                       .what = said.words,
                       .candidates = said.candidates,
                       .closes = said.closes};
      },
      .next =
          "  1. 写错的地方本身还要改：名单在 candidates.csv，事迹在 deeds/，正文在 notice.md；\n"
          "  2. 用 gongshi build 重新生成并发布网站；\n"
          "  3. 张贴的公示一并更正，告知有关的候选对象和推荐单位；\n"
          "  4. 清除缓存。\n"};
  command.callback([&chosen, options, kKind] {
    chosen = [options, kKind] { return run_kind(kKind, *options, standard_output()); };
  });
}

void add_suspend(CLI::App& parent, ChosenCommand& chosen) {
  CLI::App& command = add_command(parent, "suspend", "中止公示，暂不接收异议");
  const auto options = add_common(command);
  add_words(command, "--reason", "原因，写成注释，不会公布", options->words);
  command.footer(kNothingElse);
  constexpr Kind kKind = {
      .make = [](const AmendOptions& said, Instant at) -> Amendment {
        return Suspend{.at = at, .reason = said.words};
      },
      .next =
          "  1. 用 gongshi build 重新生成并发布网站，页面会说明已中止；\n"
          "  2. 告知推荐单位和已经提出异议的人：已收到的异议照常办理；\n"
          "  3. 恢复时把 suspended 改回 false，并用 gongshi amend extend 补足公示期；\n"
          "  4. 清除缓存。\n"};
  command.callback([&chosen, options, kKind] {
    chosen = [options, kKind] { return run_kind(kKind, *options, standard_output()); };
  });
}

void add_withdraw(CLI::App& parent, ChosenCommand& chosen) {
  CLI::App& command = add_command(parent, "withdraw", "撤回公示，网址上只留“已撤回”的说明");
  const auto options = add_common(command);
  add_words(command, "--reason", "原因，会公布", options->words);
  command.footer(kNothingElse);
  constexpr Kind kKind = {.make = [](const AmendOptions& said, Instant at) -> Amendment {
                            return Withdraw{.at = at, .reason = said.words};
                          },
                          .next =
                              "  1. 用 gongshi build 重新生成并发布网站；\n"
                              "  2. 收回张贴的公示，告知推荐单位和已经提出异议的人；\n"
                              "  3. 需要时用 gongshi new notice 另发一份，公示期从头算起；\n"
                              "  4. 清除缓存，请搜索引擎删除快照。\n"};
  command.callback([&chosen, options, kKind] {
    chosen = [options, kKind] { return run_kind(kKind, *options, standard_output()); };
  });
}

void add_leak(CLI::App& parent, ChosenCommand& chosen) {
  CLI::App& command =
      add_command(parent, "leak", "泄露了个人信息或秘密：立即撤回，列出要清除的网址，写处置记录");
  const auto options = add_common(command);
  add_words(command, "--what", "泄露的信息种类，如“身份证号码”；不要写信息本身，不会公布",
            options->words);
  add_words(command, "--by", "处置人", options->by);
  add_value_option(command, "--record", "FILE", "处置记录写到这个文件；默认 leak-编号-日期.md",
                   [options](const std::string& text) -> std::optional<std::string> {
                     options->record = text;
                     return std::nullopt;
                   });
  command.footer(
      "请平时用 --dry-run 演练。处置记录列出要清除的网址、要通知谁、怎样重新公示；它不是公示内容，"
      "不要公开。");
  command.callback(
      [&chosen, options] { chosen = [options] { return run_leak(*options, standard_output()); }; });
}

}  // namespace

void add_amend_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command =
      add_command(program, "amend", "改动已经发布的公示：延期、更正、中止、撤回、泄露处置");
  command.require_subcommand(1);
  add_extend(command, chosen);
  add_correct(command, chosen);
  add_suspend(command, chosen);
  add_withdraw(command, chosen);
  add_leak(command, chosen);
}

}  // namespace gongshi
