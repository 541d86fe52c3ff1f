#include "intake/desk/case_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace gongshi {
namespace {

const ObjectionEvent* last_of(const std::vector<ObjectionEvent>& history, EventKind kind) {
  const auto it = std::find_if(history.rbegin(), history.rend(),
                               [kind](const ObjectionEvent& event) { return event.kind == kind; });
  return it == history.rend() ? nullptr : &*it;
}

Result<void> find_standing(CaseFile& file) {
  const Result<ObjectionStanding> standing = standing_of(file.signature(), file.history);
  if (!standing) {
    return failure(standing.error().kind,
                   fmt::format("异议 {}：{}", file.objection.number, standing.error().message));
  }
  file.standing = *standing;
  return {};
}

Result<CaseFile> with_history(const Register& reg, RegisteredObjection objection) {
  CaseFile file{.objection = std::move(objection), .history = {}, .standing = {}};
  Result<std::vector<ObjectionEvent>> history =
      reg.events(file.objection.number, file.objection.key);
  if (!history) return tl::unexpected(history.error());
  file.history = std::move(*history);
  if (const auto stands = find_standing(file); !stands) return tl::unexpected(stands.error());
  return file;
}

Result<RegisteredObjection> find(const Register& reg, std::string_view number) {
  Result<std::optional<RegisteredObjection>> found = reg.find_by_number(number);
  if (!found) return tl::unexpected(found.error());
  std::optional<RegisteredObjection> objection = *std::move(found);
  if (!objection) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("登记簿里没有登记号为“{}”的异议；用 gongshi-desk list 查看全部登记号", number));
  }
  return *std::move(objection);
}

}  // namespace

Signature CaseFile::signature() const {
  return objection.filed.named ? Signature::Named : Signature::Anonymous;
}

const ObjectionEvent* CaseFile::decision() const { return last_of(history, EventKind::Decided); }

std::optional<Outcome> CaseFile::outcome() const {
  const ObjectionEvent* made = decision();
  return made == nullptr ? std::nullopt : made->outcome;
}

const ObjectionEvent* CaseFile::reply() const { return last_of(history, EventKind::Replied); }

std::vector<EvidenceFile> CaseFile::files() const {
  std::vector<EvidenceFile> all = objection.filed.evidence;
  for (const ObjectionEvent& event : history) {
    all.insert(all.end(), event.evidence.begin(), event.evidence.end());
  }
  return all;
}

std::string_view chinese_outcome(const CaseFile& file) {
  const std::optional<Outcome> outcome = file.outcome();
  return outcome ? chinese(*outcome) : "";
}

Result<const ManifestNotice*> notice_of(const Manifest& site, const CaseFile& file) {
  const NoticeId& id = file.objection.filed.notice;
  const ManifestNotice* const notice = site.find(id);
  if (notice != nullptr) return notice;
  return failure(ErrorKind::NotFound,
                 fmt::format("网站上没有公示“{}”，请先生成网站（gongshi build）", id.text()));
}

std::vector<std::string> recused_from(const std::vector<CaseFile>& files, std::string_view person) {
  std::vector<std::string> numbers;
  for (const CaseFile& file : files) {
    if (is_recused(file.standing, person)) numbers.push_back(file.objection.number);
  }
  return numbers;
}

Result<CaseFile> open_case(const Register& reg, std::string_view number) {
  return find(reg, number).and_then([&](RegisteredObjection row) {
    return with_history(reg, std::move(row));
  });
}

Result<CaseFile> open_case(const Register& reg, std::string_view number, const KeyRing& keys) {
  return find(reg, number)
      .and_then([&](RegisteredObjection row) { return keys.unseal(reg, std::move(row)); })
      .and_then([&](RegisteredObjection row) { return with_history(reg, std::move(row)); });
}

Result<std::vector<CaseFile>> list_cases(const Register& reg,
                                         const std::optional<NoticeId>& notice) {
  std::vector<CaseFile> files;
  std::optional<Error> wrong;
  const Result<void> visited = reg.visit_histories(notice, [&](const RegisteredObjection& row,
                                                               std::span<const ObjectionEvent>
                                                                   history) {
    CaseFile file{.objection = row, .history = {history.begin(), history.end()}, .standing = {}};
    const Result<void> stands = find_standing(file);
    if (!stands) wrong = stands.error();
    files.push_back(std::move(file));
  });
  if (!visited) return tl::unexpected(visited.error());
  if (wrong) return tl::unexpected(*wrong);
  return files;
}

Result<std::vector<CaseFile>> list_cases(const Register& reg, const std::optional<NoticeId>& notice,
                                         const KeyRing& keys) {
  Result<std::vector<RegisteredObjection>> objections = reg.list(notice);
  if (!objections) return tl::unexpected(objections.error());
  std::vector<CaseFile> files;
  files.reserve(objections->size());
  for (RegisteredObjection& objection : *objections) {
    Result<CaseFile> file =
        keys.unseal(reg, std::move(objection)).and_then([&](RegisteredObjection row) {
          return with_history(reg, std::move(row));
        });
    if (!file) return tl::unexpected(file.error());
    files.push_back(std::move(*file));
  }
  return files;
}

}  // namespace gongshi
