#include "tests/office/sample_desk_site.h"

#include <gtest/gtest.h>

#include <utility>

namespace gongshi {

SampleDeskSite::SampleDeskSite(bool has_key) {
  publish(sample_manifest());
  folder_.write("content/campaigns/sample-campaign/notices/sample-notice/notice.md", "");
  if (has_key) {
    const OfficeKey key = OfficeKey::random();
    EXPECT_TRUE((*reg_).add_office_key(key.public_key(), instant(kWhileOpen)));
    keys_.push_back(key);
  }
  EXPECT_TRUE(accounts().change([&](Accounts& accounts) {
    accounts = people_;
    return Result<void>();
  }));
}

void SampleDeskSite::publish(const Manifest& manifest) const {
  folder_.write("public/publicity.json", write_manifest(manifest));
}

AccountsFile SampleDeskSite::accounts() const {
  return AccountsFile::open(Register::open(reg_.folder() / "data").value(), reg_.folder() / "data",
                            keys_)
      .value();
}

KeyRing SampleDeskSite::keys() const {
  KeyRing ring;
  for (const OfficeKey& key : keys_) ring.add(key);
  return ring;
}

std::shared_ptr<DeskSite> SampleDeskSite::open(std::string_view clock) {
  auto site = std::make_shared<DeskSite>(
      DeskSiteParts{.reg = Register::open(reg_.folder() / "data").value(),
                    .record = DeskRecord::open(reg_.folder() / "data").value(),
                    .keys = keys(),
                    .accounts = accounts(),
                    .manifests = ManifestSource::open(folder_.path() / "public", Log()).value(),
                    .templates = TemplateSet::embedded(),
                    .content = content(),
                    .site = folder_.path() / "public",
                    .clock = Clock::demonstration(instant(clock)),
                    .log = Log(),
                    .code_clock = Clock::demonstration(instant(clock))});
  site->reached_as(local_hosts(8090));
  return site;
}

std::filesystem::path SampleDeskSite::closing_file() const {
  return content() / "campaigns/sample-campaign/notices/sample-notice/closing.toml";
}

std::vector<Access> SampleDeskSite::accesses() {
  return DeskRecord::open(reg_.folder() / "data")->accesses(0, 100).value();
}

Answer SampleBrowser::send(Request request) {
  for (const auto& [name, value] : cookies_) {
    request.cookie += (request.cookie.empty() ? "" : "; ") + name + "=" + value;
  }
  request.id = "0a1b2c3d4e5f";
  request.received_at = site_->now();
  request.arrived_at = arrived_;
  Answer answer = site_->answer(request);
  for (const auto& [name, value] : answer.headers) {
    if (name != "Set-Cookie") continue;
    const std::string pair = value.substr(0, value.find(';'));
    cookies_[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
  }
  constexpr std::string_view kValue = "name=\"form_token\" value=\"";
  const auto at = answer.body.find(kValue);
  if (at != std::string::npos) form_token_ = answer.body.substr(at + kValue.size(), 64);
  return answer;
}

Answer SampleBrowser::get(std::string_view path_and_query) {
  Request request;
  request.method = "GET";
  request.path = path_and_query.substr(0, path_and_query.find('?'));
  std::string_view query = path_and_query.substr(request.path.size());
  while (!query.empty()) {
    query.remove_prefix(1);
    const std::string_view pair = query.substr(0, query.find('&'));
    request.query.emplace(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
    query.remove_prefix(pair.size());
  }
  return send(std::move(request));
}

Answer SampleBrowser::post(std::string_view path, std::map<std::string, std::string> fields) {
  fields["form_token"] = form_token_;
  return post_bare(path, fields);
}

Answer SampleBrowser::post_bare(std::string_view path,
                                const std::map<std::string, std::string>& fields) {
  Request request;
  request.method = "POST";
  request.path = path;
  request.form.fields.insert(fields.begin(), fields.end());
  return send(std::move(request));
}

Answer SampleBrowser::log_in(const Account& account, Instant now) {
  const Answer answer = post_bare("/login", {{"name", account.name},
                                             {"password", std::string(kSamplePassword)},
                                             {"code", account.credentials.totp.code_at(now)}});
  if (answer.status == 303) get("/");
  return answer;
}

SampleBrowser DeskPageTest::browser_of(std::string_view name) {
  SampleBrowser browser(site_);
  EXPECT_EQ(browser.log_in(sample_.account(name), site_->now()).status, 303) << name;
  return browser;
}

std::string header_of(const Answer& answer, std::string_view wanted) {
  for (const auto& [name, value] : answer.headers) {
    if (name == wanted) return value;
  }
  return "";
}

}  // namespace gongshi
