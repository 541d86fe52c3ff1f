// A desk with three people, a register, a site and a content folder; and a browser that keeps
// cookies.
#ifndef TESTS_OFFICE_SAMPLE_DESK_SITE_H_
#define TESTS_OFFICE_SAMPLE_DESK_SITE_H_

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "intake/office/desk_site.h"
#include "tests/office/sample_office.h"

namespace gongshi {

// After the window of the sample notice.
inline constexpr std::string_view kNextDay = "2017-06-28T10:00:00+08:00";

class SampleDeskSite {
 public:
  // With an office key, when asked for; what is filed from then on is sealed.
  explicit SampleDeskSite(bool has_key = false);

  SampleRegister& reg() { return reg_; }
  KeyRing keys() const;
  // The site's manifest; without it, sample_manifest().
  void publish(const Manifest& manifest) const;
  std::shared_ptr<DeskSite> open(std::string_view clock = kNextDay);
  AccountsFile accounts() const;
  const Account& account(std::string_view name) const { return *people_.find(name); }
  std::filesystem::path content() const { return folder_.path() / "content"; }
  std::filesystem::path closing_file() const;
  std::vector<Access> accesses();

 private:
  SampleRegister reg_;
  TemporaryFolder folder_;
  std::vector<OfficeKey> keys_;
  Accounts people_ = sample_accounts();
};

// Talks to the site as one person's browser does.
class SampleBrowser {
 public:
  explicit SampleBrowser(std::shared_ptr<DeskSite> site) : site_(std::move(site)) {}

  // As after so much time.
  void wait(std::chrono::seconds time) { arrived_ += time; }
  Answer get(std::string_view path_and_query);
  // With the form value of the page got last.
  Answer post(std::string_view path, std::map<std::string, std::string> fields);
  // The same without it.
  Answer post_bare(std::string_view path, const std::map<std::string, std::string>& fields);
  Answer log_in(const Account& account, Instant now);

 private:
  Answer send(Request request);

  std::shared_ptr<DeskSite> site_;
  std::map<std::string, std::string> cookies_;
  std::string form_token_;
  std::chrono::steady_clock::time_point arrived_{std::chrono::hours(1000)};
};

// What the tests of the desk's pages begin with: a desk that is open, and who works at it.
class DeskPageTest : public testing::Test {
 protected:
  explicit DeskPageTest(bool has_key = false) : sample_(has_key) {}

  // Logged in.
  SampleBrowser browser_of(std::string_view name);

  SampleDeskSite sample_;
  std::shared_ptr<DeskSite> site_ = sample_.open();
};

// "" when the answer has no such header.
std::string header_of(const Answer& answer, std::string_view wanted);

}  // namespace gongshi

#endif  // TESTS_OFFICE_SAMPLE_DESK_SITE_H_
