// All routes of the office's desk: a request in, an answer out. No socket here.
//
// Invariants, with the tests of tests/office/ that prove them:
//   - Without a session there is a page to log in, and styles, and nothing else.
//                                          DeskSiteTest.NothingIsShownToWhoIsNotLoggedIn
//   - A form is taken only with the value that its session's pages carry.
//                                          DeskSiteTest.AFormWithoutItsValueIsRefused
//   - What a role may not do is refused here or below, whatever page offered it.
//                                          DeskSiteTest.EachRoleReachesWhatItMay
//   - Who is recused from an objection gets no word of it and takes no step of it, by any address.
//                                          RecusalTest.NoDoorLeadsToTheCaseForWhoIsRecused
//   - Whoever loses their account or gets new credentials is out at the next request; when the
//     accounts cannot be read, nobody is in.  DeskSiteTest.ARemovedAccountIsOutAtOnce
#ifndef INTAKE_OFFICE_DESK_SITE_H_
#define INTAKE_OFFICE_DESK_SITE_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/desk/key_ring.h"
#include "intake/http/clock.h"
#include "intake/http/manifest_source.h"
#include "intake/http/responder.h"
#include "intake/office/accounts_file.h"
#include "intake/office/cookies.h"
#include "intake/office/desk_page.h"
#include "intake/office/desk_rules.h"
#include "intake/office/desk_sessions.h"
#include "intake/office/login.h"
#include "intake/register/desk_record.h"
#include "intake/register/register.h"
#include "site-templates/template_set.h"

namespace gongshi {

// What the desk answers from.
struct DeskSiteParts {
  Register reg;
  DeskRecord record;
  KeyRing keys;
  AccountsFile accounts;
  ManifestSource manifests;
  TemplateSet templates;
  std::filesystem::path content;
  std::filesystem::path site;
  Clock clock;
  Log log;
  bool behind_tls = false;
  // For the codes of authenticators, which know nothing of demonstrations.
  Clock code_clock = Clock::system();
  LoginRates rates = {};
};

// Threads: any may call, at the same time.
class DeskSite final : public Responder {
 public:
  explicit DeskSite(DeskSiteParts parts);

  // Under which names it is reached. Before anything is answered; until then nothing is.
  void reached_as(DeskHosts hosts) { hosts_ = std::move(hosts); }

  Instant now() const override { return parts_.clock.now(); }
  std::vector<std::string_view> form_paths() const override;
  std::optional<Problem> refuse_head(const RequestHead& head) const override;
  EvidenceFiles* evidence() const override { return nullptr; }
  Answer answer(const Request& request) override;
  Answer refuse(Problem problem, std::string_view path, bool wants_json,
                std::string_view request_id) override;
  const Log& log() const override { return parts_.log; }
  Metrics& metrics() override { return metrics_; }
  Answer show_metrics() const override;

 private:
  PageFrame frame_for(const Manifest& manifest, Instant now) const;
  Answer problem_page(const PageFrame& frame, Problem problem) const;
  Answer route(const PageFrame& frame, const Request& request);
  Answer serve_asset(const PageFrame& frame, const Request& request) const;
  // The account whose session the request carries, among `accounts`, which it reads; or null.
  const Account* visitor_of(const Request& request, Accounts& accounts);
  std::string_view session_token(const Request& request) const;
  Answer ask_to_log_in(const PageFrame& frame, const Request& request) const;
  Answer log_in(const PageFrame& frame, const Request& request);
  Answer welcome(const Request& request, const Account& account);
  tl::expected<const Account*, LoginRefusal> admit(const Accounts& accounts, const Request& request,
                                                   std::string_view name);
  // Begins a session in place of the one that the request carries.
  void begin_session(const Request& request, const Account& account, Answer& answer);
  Answer log_out(const Desk& desk, const Request& request);
  Answer change_own_password(const Desk& desk, const Request& request);
  Answer route_visitor(const Desk& desk, const Request& request);

  DeskSiteParts parts_;
  DeskCookies cookies_;
  DeskHosts hosts_;
  LoginGate gate_;
  DeskSessions sessions_;
  Metrics metrics_;
};

}  // namespace gongshi

#endif  // INTAKE_OFFICE_DESK_SITE_H_
