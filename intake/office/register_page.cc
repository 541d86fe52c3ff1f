#include "intake/office/register_page.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/desk/registration.h"
#include "intake/filing/objection.h"
#include "intake/office/access_words.h"
#include "intake/office/desk_rules.h"
#include "intake/office/page_links.h"
#include "intake/seal/form_id.h"

namespace gongshi {
namespace {

// Beside the fields of the citizens' form (filing/objection_form.h).
constexpr std::string_view kMedium = "medium";
constexpr std::string_view kDay = "received_on";     // 2017-06-22
constexpr std::string_view kTime = "received_time";  // 09:30
constexpr std::string_view kLate = "late";           // "yes"

constexpr std::array kOfflineMedia = {Medium::Letter, Medium::Phone, Medium::Fax, Medium::Email,
                                      Medium::Visit};

const ManifestNotice* find_notice(const Desk& desk, std::string_view text) {
  const auto id = NoticeId::parse(text);
  return id ? desk.frame.manifest.find(*id) : nullptr;
}

Json describe_choice(std::string_view word, std::string_view label, std::string_view chosen) {
  return {{"word", word}, {"label", label}, {"chosen", word == chosen}};
}

template <class Choices>
Json list_choices(const Choices& choices, std::string_view chosen) {
  Json list = Json::array();
  for (const auto choice : choices) {
    list.push_back(describe_choice(to_text(choice), chinese(choice), chosen));
  }
  return list;
}

Json list_candidates(const ManifestNotice& notice, std::string_view chosen) {
  Json list = Json::array();
  for (const ManifestCandidate& candidate : notice.candidates) {
    list.push_back(describe_choice(candidate.id.text(), candidate.name, chosen));
  }
  return list;
}

Answer make_form(const Desk& desk, const ManifestNotice& notice, const SentForm& sent, int status,
                 std::string_view error) {
  const auto typed = [&](std::string_view field) { return printable(sent.value(field)); };
  const std::string_view form_id = sent.value(field::kFormId);
  const std::string title = desk.frame.templates.message(
      error.empty() ? "desk.register.title" : "desk.register.title_with_error");
  return make_desk_page(
      desk.frame, &desk, status, "register", title,
      {{"error", error},
       {"notices", Json::array()},
       {"form",
        {{"form_id", form_id.empty() ? FormId::random().text() : printable(form_id)},
         {"notice", notice.id.text()},
         {"notice_title", notice.title},
         {"media", list_choices(kOfflineMedia, typed(kMedium))},
         {"received_on", typed(kDay)},
         {"received_time", typed(kTime)},
         {"candidates", list_candidates(notice, typed(field::kCandidate))},
         {"grounds", list_choices(kAllGrounds, typed(field::kGrounds))},
         {"statement", typed(field::kStatement)},
         {"identities", list_choices(kAllIdentities, typed(field::kIdentity))},
         {"name", typed(field::kName)},
         {"contact", typed(field::kContact)},
         {"late", sent.value(kLate) == "yes"}}}});
}

Answer make_list(const Desk& desk) {
  Json notices = Json::array();
  for (const ManifestNotice& notice : desk.frame.manifest.notices) {
    if (notice.state == NoticeState::Closed) continue;
    notices.push_back(
        {{"title", notice.title},
         {"url", desk_address(desk_path::kRegister, {{"notice", notice.id.text()}})}});
  }
  return make_desk_page(desk.frame, &desk, 200, "register",
                        desk.frame.templates.message("desk.register.title"),
                        {{"error", ""}, {"notices", notices}, {"form", false}});
}

std::optional<Medium> offline_medium(std::string_view word) {
  const std::optional<Medium> medium = parse_medium(word);
  return medium == Medium::Online ? std::nullopt : medium;
}

// China's wall clock, as the clerk read it.
std::optional<Instant> received_at(const SentForm& form) {
  const std::string text = std::string(trim_blanks(form.value(kDay))) + "T" +
                           std::string(trim_blanks(form.value(kTime))) + ":00+08:00";
  const Result<Instant> instant = parse_instant(text);
  return instant ? std::optional(*instant) : std::nullopt;
}

Result<OfflineObjection> read_letter(const Desk& desk, const SentForm& form) {
  const auto refuse = [&](const char* key) {
    return failure(ErrorKind::Invalid, desk.frame.templates.message(key));
  };
  const std::optional<Medium> medium = offline_medium(form.value(kMedium));
  if (!medium) return refuse("desk.register.choose_medium");
  const std::optional<Instant> received = received_at(form);
  if (!received) return refuse("desk.register.say_when");
  OfflineObjection letter{.form = form,
                          .medium = *medium,
                          .received_at = *received,
                          .entry = {.by = desk.account.shown, .at = desk.now},
                          .late = LateEntry::Refuse};
  letter.form.files.clear();
  if (form.value(kLate) == "yes") letter.late = LateEntry::Take;
  return letter;
}

Answer make_slip(const Desk& desk, const ManifestNotice& notice, const Receipt& receipt) {
  return make_desk_page(
      desk.frame, &desk, 200, "slip", desk.frame.templates.message("desk.slip.title"),
      {{"notice", notice.title},
       {"number", receipt.number},
       {"code", receipt.code},
       {"received", chinese_instant(receipt.received_at)},
       {"late", is_late(notice, receipt)},
       {"status_url", desk.frame.manifest.site.base_url + "/status"},
       {"publisher", notice.publisher},
       {"case_url", desk_address(desk_path::kCase, {{"number", receipt.number}})}});
}

}  // namespace

Answer show_register_form(const Desk& desk, const Request& request) {
  const std::string_view wanted = request.parameter("notice");
  if (wanted.empty()) return make_list(desk);
  const ManifestNotice* const notice = find_notice(desk, wanted);
  if (notice == nullptr) return make_desk_message(desk.frame, &desk, 404, "no_notice");
  return make_form(desk, *notice, {}, 200, "");
}

Answer take_registration(const Desk& desk, const Request& request) {
  const ManifestNotice* const notice = find_notice(desk, request.form.value(field::kNotice));
  if (notice == nullptr) return make_desk_message(desk.frame, &desk, 404, "no_notice");
  const Result<OfflineObjection> letter = read_letter(desk, request.form);
  if (!letter) return make_form(desk, *notice, request.form, 422, letter.error().message);
  const Result<Receipt> receipt = register_objection(desk.reg, desk.frame.manifest, *letter);
  if (!receipt) {
    const ErrorKind kind = receipt.error().kind;
    if (kind != ErrorKind::Invalid && kind != ErrorKind::Conflict) {
      return make_desk_failure(desk, request, receipt.error());
    }
    return make_form(desk, *notice, request.form, status_of(kind), receipt.error().message);
  }
  const Result<void> recorded =
      desk.record.append_access({.at = desk.now,
                                 .actor = desk.account.shown,
                                 .number = receipt->number,
                                 .what = std::string(access::kRegistered)});
  if (!recorded) {  // it is registered: who needs its code gets it
    desk.log(Severity::Error, "the register failed",
             {{"request", request.id}, {"reason", recorded.error().message}});
  }
  return make_slip(desk, *notice, *receipt);
}

}  // namespace gongshi
