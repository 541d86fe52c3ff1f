#include "tests/papers/sample_office.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "generator/notice/digest.h"
#include "intake/desk/closing_toml.h"

namespace gongshi {
namespace {

const std::string kAttachmentText = "推荐审批表";

std::string page() {
  return "<h1>示例评选推荐对象公示</h1><code>" + hex(sha256(kAttachmentText)) + "</code>\n";
}

void conclude(Register& reg, const std::string& number) {
  const Result<void> decided =
      reg.append_event(number, 0,
                       {.kind = EventKind::Decided,
                        .at = instant("2017-06-26T10:00:00+08:00"),
                        .actor = "=经办甲",
                        .outcome = Outcome::Unfounded,
                        .text = "经核查，李·𬱖所说不属实。"});
  EXPECT_TRUE(decided) << (decided ? "" : decided.error().message);
}

}  // namespace

SampleOffice::SampleOffice(const std::function<void(ClosingRecord&)>& alter) {
  write(kSamplePage, page());
  write(kSampleAttachment, kAttachmentText);
  write("notices/sample-notice/print/index.html", hex(sha256(page())));
  write("notices/sample-notice/result/index.html", "后来的结果页");
  write("notices/other/index.html", "别的公示");
  write("assets/site.css", "body{}");
  write("publicity.json", write_manifest(site().manifest));
  const ManifestNotice notice = sample_notice();
  const std::string first = register_.file(Signature::Named);
  const std::string second = register_.file(Signature::Anonymous, "person");
  conclude(reg(), first);
  conclude(reg(), second);
  record_.notice = notice.id;
  record_.opens = notice.opens;
  record_.closes = notice.closes;
  record_.working_days = 5;
  record_.calendar = notice.calendar;
  record_.objections = 2;
  record_.named = record_.anonymous = 1;
  record_.by_medium = {{Medium::Online, 2}};
  record_.by_outcome = {{Outcome::Unfounded, 2}};
  for (const ManifestCandidate& candidate : notice.candidates) {
    record_.results.push_back({.candidate = candidate.id});
  }
  record_.leaf_indices = {0, 1};
  record_.page_sha256 = hex(sha256(page()));
  record_.checkpoint = reg().checkpoint().value();
  record_.handler = "经办甲";
  record_.approver = "审批乙";
  record_.closed_at = instant("2017-06-29T10:00:00+08:00");
  alter(record_);
  toml_ = write_closing_toml(record_);
  EXPECT_TRUE(reg().append_closing(notice.id, 2, toml_, record_.closed_at));
}

PublishedSite SampleOffice::site() const {
  Manifest manifest = sample_manifest();
  manifest.notices.front().page_sha256 = hex(sha256(page()));
  return {.folder = site_.path(), .manifest = std::move(manifest)};
}

Result<std::string> SampleOffice::papers() {
  return closing_papers(reg(), sample_notice().id, site(), TemplateSet::embedded());
}

std::string printed_by(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  pclose(pipe);
  return out;
}

}  // namespace gongshi
