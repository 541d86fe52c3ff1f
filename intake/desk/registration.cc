#include "intake/desk/registration.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/desk/office_text.h"
#include "intake/desk/plain_text.h"
#include "intake/filing/attachments.h"
#include "intake/filing/file_objection.h"

namespace gongshi {
namespace {

std::string_view chinese_field(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {field::kNotice, "公示"},      {field::kCandidate, "候选对象"},
      {field::kGrounds, "异议类别"}, {field::kStatement, "异议内容"},
      {field::kIdentity, "身份"},    {field::kName, "姓名"},
      {field::kContact, "联系方式"},
  };
  for (const auto& [field_name, chinese_name] : kNames) {
    if (field_name == name) return chinese_name;
  }
  return name;
}

std::string sentence_about_file(const FieldError& error) {
  constexpr std::pair<std::string_view, std::string_view> kReasons[] = {
      {"empty", "是空文件"},
      {"too_big", "超过 {} MB，请压缩或分成几个文件"},
      {"wrong_type",
       "的内容不是可以附的类型（PDF、JPEG、PNG、WebP、HEIC、MP3、M4A、MP4、DOCX、XLSX、OFD、TXT）"},
      {"too_many", "是多出来的，一件异议最多附 {} 个文件"},
      {"protected", "设有密码，请去掉密码后再附"},
      {"damaged", "不完整，打不开"},
      {"not_stored", "没有存上，请核对登记簿所在的磁盘"},
  };
  for (const auto& [code, reason] : kReasons) {
    if (code == error.code) {
      return fmt::format("“{}”{}", error.name, fmt::format(fmt::runtime(reason), error.limit));
    }
  }
  return fmt::format("“{}”不对（{}）", error.name, error.code);
}

std::string sentence(const FieldError& error) {
  if (error.field == field::kEvidence) return sentence_about_file(error);
  const std::string_view what = chinese_field(error.field);
  if (error.code == "missing") return fmt::format("没有写{}", what);
  if (error.code == "unknown") return fmt::format("{}的写法不在可选范围内", what);
  if (error.code == "too_long") return fmt::format("{}超过{}字", what, error.limit);
  if (error.code == "not_text") return fmt::format("{}里有不是文字的字符（须为 UTF-8）", what);
  if (error.code == "not_one_line") return fmt::format("{}只能写一行", what);
  return fmt::format("{}不对（{}）", what, error.code);
}

Error wrong_form(const FieldErrors& errors) {
  std::string all;
  for (const FieldError& error : errors) {
    if (!all.empty()) all += "；";
    all += sentence(error);
  }
  return {.kind = ErrorKind::Invalid, .message = "异议没有登记：" + all};
}

Result<void> require_open_record(const Register& reg, const ManifestNotice& notice) {
  const Result<std::optional<std::string>> closing = reg.closing(notice.id);
  if (!closing) return tl::unexpected(closing.error());
  if (!closing->has_value() && notice.state != NoticeState::Closed) return {};
  return failure(ErrorKind::Conflict,
                 fmt::format("公示“{}”已经办结，不能再登记异议；请作为信访事项另行登记办理",
                             notice.id.text()));
}

Result<void> require_in_time(const ManifestNotice& notice, const OfflineObjection& letter) {
  if (letter.entry.at < letter.received_at) {
    return failure(ErrorKind::Invalid,
                   fmt::format("收到时间 {} 还没有到，请核对", to_text(letter.received_at)));
  }
  if (letter.received_at < notice.published_at) {
    return failure(ErrorKind::Invalid,
                   fmt::format("收到时间 {} 早于公示发布时间 {}；请核对收到时间和公示",
                               to_text(letter.received_at), to_text(notice.published_at)));
  }
  const bool late = notice.closes_at <= letter.received_at;
  const bool taken = notice.late_policy == LatePolicy::MarkLate || letter.late == LateEntry::Take;
  if (!late || taken) return {};
  return failure(
      ErrorKind::Conflict,
      fmt::format(
          "收到时间 {} 在公示期之后（到{}截止）；逾期的异议仍要登记的，请写明逾期也登记（命令行用 "
          "--late），再以“不予受理”或其他结论办理",
          to_text(letter.received_at), chinese_last_moment(notice.closes)));
}

}  // namespace

namespace {

Result<Receipt> register_with(Register& reg, const Manifest& manifest,
                              const OfflineObjection& letter,
                              const std::vector<EvidenceFile>& attached) {
  const auto parsed = parse_objection(manifest, letter.form, FormWay::Offline);
  if (!parsed) return tl::unexpected(wrong_form(parsed.error()));
  const ManifestNotice& notice = *manifest.find(parsed->objection.notice);
  if (const auto ok = require_actor(letter.entry.by, "登记人"); !ok)
    return tl::unexpected(ok.error());
  if (const auto ok = require_open_record(reg, notice); !ok) return tl::unexpected(ok.error());
  if (const auto ok = require_in_time(notice, letter); !ok) return tl::unexpected(ok.error());
  return register_offline(reg, parsed->form, parsed->objection, letter.medium, letter.received_at,
                          letter.entry, attached);
}

}  // namespace

Result<Receipt> register_objection(Register& reg, const Manifest& manifest,
                                   const OfflineObjection& letter) {
  Attachments files = attach({}, letter.form);
  OfflineObjection checked = letter;
  checked.form.files = std::move(files.sent);
  Result<Receipt> receipt = register_with(reg, manifest, checked, files.attached);
  for (const SentFile& file : letter.form.files) {
    if (file.stored) reg.evidence().remove(file.stored->id);  // not what is registered by now
  }
  return receipt;
}

bool is_late(const ManifestNotice& notice, const Receipt& receipt) {
  return notice.closes_at <= receipt.received_at;
}

std::string receipt_slip(const Manifest& manifest, const Receipt& receipt) {
  const ManifestNotice* notice = manifest.find(receipt.notice);
  std::string slip = "异议登记回执\n\n";
  const auto add = [&slip](std::string_view label, std::string_view value) {
    slip += fmt::format("{:<10}{}\n", label, plain_line(value));
  };
  add("公示", notice == nullptr ? receipt.notice.text() : notice->title);
  add("登记号", receipt.number);
  add("查询码", receipt.code);
  add("收到时间", chinese_instant(receipt.received_at));
  if (notice != nullptr && is_late(*notice, receipt)) add("注", "收到时已过公示期");
  slip += fmt::format(
      "\n凭登记号和查询码可在 {}/status 查看办理情况和答复。\n"
      "查询码只在这里出现一次，请交给异议人本人保管，办公室不留存。\n",
      manifest.site.base_url);
  return slip;
}

}  // namespace gongshi
