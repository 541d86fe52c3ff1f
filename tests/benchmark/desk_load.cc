// Fills a register with objections, each or every second one of them concluded, then reads its
// inbox, by a program that has just opened the register and by one that has looked before, asks the
// web desk for the page that shows it, and, when all are concluded, makes the closing record of
// their notice, each several times; prints "<what> <milliseconds>" a line.
//   desk_load FOLDER COUNT concluded|half-open
//                FOLDER is filled when it is not there yet; a site stands beside it
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "intake/desk/closing.h"
#include "intake/desk/closing_toml.h"
#include "intake/desk/inbox.h"
#include "intake/office/desk_site.h"
#include "intake/seal/random_bytes.h"

namespace gongshi {
namespace {

constexpr std::size_t kBatch = 5000;
constexpr int kTurns = 5;
const Instant kReceived = parse_instant("2017-06-22T09:00:00+08:00").value();
const NoticeId kNotice = NoticeId::parse("shanxi-2017-xinfang-provincial").value();

template <class Value>
Value must(Result<Value> result) {
  if (result) return std::move(*result);
  std::cerr << result.error().message << '\n';
  std::exit(1);
}

void must(const Result<void>& result) {
  if (result) return;
  std::cerr << result.error().message << '\n';
  std::exit(1);
}

NewObjection make_objection(std::size_t ordinal) {
  NewObjection objection;
  fill_random(objection.form_digest);
  fill_random(objection.code_digest);
  objection.notice = kNotice;
  objection.named = ordinal % 2 == 0;
  objection.received_at = kReceived;
  objection.record = "record " + std::to_string(ordinal) + "\n" + std::string(600, 'x');
  return objection;
}

// Decided and answered, so that the notice can be closed.
void conclude(Register& reg, const RegisteredObjection& row) {
  must(reg.append_event(row.number, 0,
                        {.kind = EventKind::Decided,
                         .at = kReceived,
                         .actor = "经办甲",
                         .outcome = Outcome::Unfounded,
                         .text = "经核查与台账一致"}));
  if (!row.filed.named) return;
  must(reg.append_event(row.number, 1,
                        {.kind = EventKind::Replied,
                         .at = kReceived,
                         .actor = "经办甲",
                         .outcome = std::nullopt,
                         .text = "您反映的问题已核查"}));
}

// An open one has deadlines to be counted, a concluded one has none.
enum class Mix { Concluded, HalfOpen };

void fill(Register& reg, std::size_t count, Mix mix) {
  for (std::size_t done = 0; done < count; done += kBatch) {
    std::vector<NewObjection> batch;
    for (std::size_t i = done; i < std::min(count, done + kBatch); ++i) {
      batch.push_back(make_objection(i));
    }
    std::size_t ordinal = done;
    for (const RegisteredObjection& row : must(reg.append_all(batch))) {
      if (mix == Mix::Concluded || ordinal++ % 2 == 0) conclude(reg, row);
    }
  }
}

template <class Work>
void time(const char* what, Work work) {
  for (int turn = 0; turn < kTurns; ++turn) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << what << ' ' << took.count() << '\n';
  }
}

void make_report(const Register& reg) {
  ManifestNotice notice;
  notice.id = kNotice;
  notice.closes_at = parse_instant("2017-06-28T00:00:00+08:00").value();
  const ClosingProposal proposal{
      .dispositions = {}, .handler = "经办甲", .approver = "审批乙", .at = notice.closes_at};
  const auto cases = must(list_cases(reg, kNotice));
  if (!what_blocks_closing(notice, cases, proposal).empty()) std::exit(1);
  write_closing_toml(make_closing_record(notice, cases, proposal, must(reg.checkpoint())));
}

// Its calendar is that of ten years, without holidays.
Manifest sample_site() {
  Manifest manifest;
  manifest.site.handling = HandlingPeriods();
  manifest.notices.emplace_back().id = kNotice;
  manifest.notices.back().campaign = CampaignId::parse("shanxi-2017-xinfang").value();
  manifest.notices.back().calendar = CalendarId::parse("cn-mainland").value();
  manifest.notices.back().published_at = parse_instant("2017-06-21T09:00:00+08:00").value();
  manifest.notices.back().opens = parse_date("2017-06-21").value();
  manifest.notices.back().closes = parse_date("2017-06-27").value();
  manifest.notices.back().closes_at = parse_instant("2017-06-28T00:00:00+08:00").value();
  CalendarDays days{.id = manifest.notices.back().calendar,
                    .from = parse_date("2017-01-01").value(),
                    .through = parse_date("2026-12-31").value(),
                    .working_days = {}};
  for (Date day = days.from; day <= days.through; day += std::chrono::days(1)) {
    if (std::chrono::weekday(day).iso_encoding() < 6) days.working_days.push_back(day);
  }
  manifest.calendars.push_back(std::move(days));
  return manifest;
}

// A desk of one person, who has logged in and asks for the first page of the inbox.
class InboxReader {
 public:
  InboxReader(const std::filesystem::path& data, const std::filesystem::path& site) {
    write_site(site);
    const Account account{.name = "li",
                          .shown = "经办甲",
                          .role = Role::Handler,
                          .since = kReceived,
                          .credentials = must(make_credentials(kPassword))};
    Register reg = must(Register::open(data));
    AccountsFile accounts = must(AccountsFile::open(reg, data, {}));
    must(accounts.change([&](Accounts& people) -> Result<void> {
      people.all = {account};
      return {};
    }));
    site_ = std::make_unique<DeskSite>(
        DeskSiteParts{.reg = std::move(reg),
                      .record = must(DeskRecord::open(data)),
                      .keys = {},
                      .accounts = std::move(accounts),
                      .manifests = must(ManifestSource::open(site, Log())),
                      .templates = TemplateSet::embedded(),
                      .content = site,
                      .site = site,
                      .clock = Clock::demonstration(kReceived),
                      .log = Log(),
                      .code_clock = Clock::demonstration(kReceived)});
    site_->reached_as(local_hosts(8090));
    log_in(account);
  }

  void read() {
    Request request;
    request.method = "GET";
    request.path = "/";
    const Answer answer = send(std::move(request));
    if (answer.status == 200) return;
    std::cerr << "the inbox answers with " << answer.status << '\n';
    std::exit(1);
  }

 private:
  static constexpr const char* kPassword = "山高水长 月明风清 四季平安";

  static void write_site(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / kManifestFileName) << write_manifest(sample_site());
  }

  void log_in(const Account& account) {
    Request request;
    request.method = "POST";
    request.path = "/login";
    request.form.fields = {{"name", account.name},
                           {"password", kPassword},
                           {"code", account.credentials.totp.code_at(kReceived)}};
    for (const auto& [name, value] : send(std::move(request)).headers) {
      if (name != "Set-Cookie") continue;
      cookie_ += (cookie_.empty() ? "" : "; ") + value.substr(0, value.find(';'));
    }
  }

  Answer send(Request request) {
    request.cookie = cookie_;
    request.received_at = site_->now();
    return site_->answer(request);
  }

  std::unique_ptr<DeskSite> site_;
  std::string cookie_;
};

int run(const std::filesystem::path& folder, std::size_t count, Mix mix) {
  const bool is_filled = std::filesystem::exists(folder);
  if (!is_filled) must(Register::create(folder, {.origin = "bench.example/objections"}));
  Register reg = must(Register::open(folder));
  if (!is_filled) fill(reg, count, mix);
  const Manifest site = sample_site();
  time("first", [&] {
    const Register opened = must(Register::open(folder));
    must(read_inbox(opened, site, kNotice, InboxFilter::New, kReceived));
  });
  time("inbox", [&] { must(read_inbox(reg, site, kNotice, InboxFilter::New, kReceived)); });
  InboxReader reader(folder, folder.parent_path() / "site");
  time("page", [&] { reader.read(); });
  if (mix == Mix::Concluded) time("report", [&] { make_report(reg); });
  return 0;
}

}  // namespace
}  // namespace gongshi

int main(int argc, char** argv) {
  const std::string_view mix = argc == 4 ? argv[3] : "";
  if (mix != "concluded" && mix != "half-open") {
    std::cerr << "desk_load FOLDER COUNT concluded|half-open\n";
    return 2;
  }
  return gongshi::run(argv[1], std::strtoul(argv[2], nullptr, 10),
                      mix == "concluded" ? gongshi::Mix::Concluded : gongshi::Mix::HalfOpen);
}
