#include "tests/http/sample_portal.h"

#include <gtest/gtest.h>

#include <fstream>
#include <utility>

namespace gongshi {

Log SampleLog::log() {
  return Log([this](const LogEvent& event) {
    const std::lock_guard lock(mutex_);
    lines_.append(to_text_line(event, at(kWhileOpen))).append("\n");
    json_lines_.append(to_json_line(event, at(kWhileOpen))).append("\n");
  });
}

std::string SampleLog::json() const {
  const std::lock_guard lock(mutex_);
  return json_lines_;
}

std::string SampleLog::text() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

SamplePortal::SamplePortal() {
  write(sample_manifest());
  write(site("index.html"), "<!DOCTYPE html>\n<html><body class=\"home\"><p>首页</p>\n");
  write(site("404.html"), "<html><body>没有找到这个页面\n");
  write(site("notices/shanxi-2017/index.html"), "<html><body>公示\n");
  write(site("assets/site.css"), "body{}\n");
  write(site(".hidden"), "secret\n");
  write(folder_ / "secret.txt", "secret\n");
  EXPECT_TRUE(Register::create(data(), {.origin = std::string(kSampleOrigin)}));
}

std::filesystem::path SamplePortal::site(std::string_view name) const {
  return name.empty() ? folder_ / "site" : folder_ / "site" / name;
}

// By rename, as the generator publishes.
void SamplePortal::write(const std::filesystem::path& file, std::string_view bytes) const {
  std::filesystem::create_directories(file.parent_path());
  const std::filesystem::path fresh = file.string() + ".new";
  std::ofstream(fresh, std::ios::binary) << bytes;
  std::filesystem::rename(fresh, file);
}

void SamplePortal::write(const Manifest& manifest) const {
  write(site(kManifestFileName), write_manifest(manifest));
}

std::shared_ptr<Portal> SamplePortal::open(std::string_view clock, const Rates& rates,
                                           const TemplateSet& templates) {
  return std::make_shared<Portal>(PortalParts{
      .site = StaticSite(site(), {.settled_after = std::chrono::seconds(0)}),
      .manifests = ManifestSource::open(site(), log.log()).value(),
      .reg = Register::open(data(), {.lock_wait = std::chrono::milliseconds(20)}).value(),
      .templates = templates,
      .clock = Clock::demonstration(at(clock)),
      .log = log.log(),
      .rates = rates});
}

std::size_t SamplePortal::count_objections() const {
  return Register::open(data())->list({})->size();
}

Request get(std::string_view path) {
  Request request;
  request.id = "0123456789ab";
  request.method = "GET";
  request.path = path;
  request.received_at = at(kWhileOpen);
  return request;
}

Request get(std::string_view path, std::string_view name, std::string_view value) {
  Request request = get(path);
  request.query.emplace(name, value);
  return request;
}

Request post(std::string_view path, SentForm form, std::string_view when) {
  Request request = get(path);
  request.method = "POST";
  request.form = std::move(form);
  request.received_at = at(when);
  return request;
}

Request from_network(NetworkToken network, Request request) {
  request.network = ClientNetwork{.token = network};
  return request;
}

Request as_program(Request request) {
  request.accept = "application/json";
  return request;
}

}  // namespace gongshi
