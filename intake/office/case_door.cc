#include "intake/office/case_door.h"

#include <string>
#include <utility>

#include "intake/office/access_words.h"

namespace gongshi {

tl::expected<CaseFile, Answer> open_case_for(const Desk& desk, const Request& request,
                                             std::string_view number, std::string_view what) {
  const auto fail = [&](const Error& error) {
    return tl::unexpected(make_desk_failure(desk, request, error));
  };
  const Result<CaseFile> found = open_case(desk.reg, number);
  if (!found) return fail(found.error());
  const bool recused = is_recused(found->standing, desk.account.shown);
  const std::string& known_as = found->objection.number;
  const Result<void> recorded =
      desk.record.append_access({.at = desk.now,
                                 .actor = desk.account.shown,
                                 .number = known_as,
                                 .what = std::string(recused ? access::kTurnedAway : what)});
  if (!recorded) return fail(recorded.error());
  if (recused) {
    return tl::unexpected(make_desk_message(
        desk.frame, &desk, 403, "recused",
        desk.frame.templates.message("desk.recused.sentence", {{"number", known_as}})));
  }
  Result<CaseFile> opened = open_case(desk.reg, number, desk.keys);
  if (!opened) return fail(opened.error());
  return *std::move(opened);
}

}  // namespace gongshi
