// A site on disk, a register, and a portal over both, at 2017-06-22 09:00 unless told.
#ifndef TESTS_HTTP_SAMPLE_PORTAL_H_
#define TESTS_HTTP_SAMPLE_PORTAL_H_

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "intake/http/portal.h"
#include "tests/filing/sample_filing.h"
#include "tests/register/sample_register.h"

namespace gongshi {

inline constexpr std::string_view kWhileOpen = "2017-06-22T09:00:00+08:00";
inline constexpr std::string_view kAtClosing = "2017-06-28T00:00:00+08:00";
inline constexpr std::string_view kBeforeOpening = "2017-06-21T08:59:59+08:00";

// Collects what the daemon logs.
class SampleLog {
 public:
  Log log();
  std::string text() const;
  // The same lines as JSON.
  std::string json() const;

 private:
  mutable std::mutex mutex_;
  std::string lines_;
  std::string json_lines_;
};

class SamplePortal {
 public:
  // Writes the site: publicity.json, index.html, 404.html, notices/shanxi-2017/index.html,
  // assets/site.css, .hidden; and outside it secret.txt.
  SamplePortal();

  // A portal over the same folders, as after a restart.
  std::shared_ptr<Portal> open(std::string_view clock = kWhileOpen, const Rates& rates = {},
                               const TemplateSet& templates = TemplateSet::embedded());

  // A file of the site, or the site itself for "".
  std::filesystem::path site(std::string_view name = {}) const;
  std::filesystem::path data() const { return folder_ / "data"; }
  void write(const std::filesystem::path& file, std::string_view bytes) const;
  void write(const Manifest& manifest) const;

  // How many objections are registered.
  std::size_t count_objections() const;

  SampleLog log;

 private:
  SampleFolder folder_;
};

Request get(std::string_view path);
Request get(std::string_view path, std::string_view name, std::string_view value);
// As received at `when`.
Request post(std::string_view path, SentForm form, std::string_view when = kWhileOpen);
Request as_program(Request request);
// From a network that is not this machine.
Request from_network(NetworkToken network, Request request);

}  // namespace gongshi

#endif  // TESTS_HTTP_SAMPLE_PORTAL_H_
