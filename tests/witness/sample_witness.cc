#include "tests/witness/sample_witness.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "intake/log/merkle_tree.h"
#include "intake/seal/base64.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

Sha256 hash_of(const std::string& base64) {
  const std::string bytes = from_base64(base64).value();
  Sha256 hash{};
  EXPECT_EQ(bytes.size(), hash.size());
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

}  // namespace

SampleWitness::SampleWitness(const NoteVerifier& log) : log_(log) {
  server_.Post("/w/add-checkpoint", [this](const httplib::Request& from, httplib::Response& to) {
    ++requests_;
    answer(from, to);
  });
  port_ = server_.bind_to_any_port("127.0.0.1");
  thread_ = std::jthread([this] { server_.listen_after_bind(); });
  while (!server_.is_running()) std::this_thread::yield();
}

SampleWitness::~SampleWitness() {
  behaviour_ = Behaviour::Right;
  server_.stop();
}

std::string SampleWitness::url() const { return fmt::format("http://127.0.0.1:{}/w", port_); }

std::string SampleWitness::policy() const {
  return fmt::format("witness w {} {}\nquorum w\n", key_.text(), url());
}

void SampleWitness::has_seen(const Checkpoint& head) {
  const std::scoped_lock lock(mutex_);
  seen_ = head;
}

void SampleWitness::answer(const httplib::Request& from, httplib::Response& to) {
  switch (behaviour_) {
    case Behaviour::Right:
      return answer_rightly(from.body, to);
    case Behaviour::FalseSignature:
      to.set_content(cosignature_line(key_.name(), Ed25519Key::random(), "x\n", sample_instant()),
                     "text/plain");
      return;
    case Behaviour::OtherHead:
      to.set_content(
          cosignature_line(key_.name(), secret_, "other.example/log\n1\n", sample_instant()),
          "text/plain");
      return;
    case Behaviour::Garbage:
      to.set_content("<html>\xFF\n", "text/html");
      return;
    case Behaviour::Huge:
      to.set_content(std::string(10'000'000, 'x'), "text/plain");
      return;
    case Behaviour::Silent:
      to.set_content_provider("text/plain", [this](std::size_t, httplib::DataSink& sink) {
        return behaviour_ == Behaviour::Silent && sink.write("\xE2", 1);
      });
      return;
    case Behaviour::Down:
      to.status = 503;
      return;
    case Behaviour::Unknown:
      to.status = 404;
      return;
  }
}

void SampleWitness::answer_rightly(const std::string& body, httplib::Response& to) {
  std::istringstream in(body);
  std::string line;
  std::getline(in, line);
  const std::uint64_t old = std::stoull(line.substr(4));
  std::vector<Sha256> proof;
  while (std::getline(in, line) && !line.empty()) proof.push_back(hash_of(line));
  const std::string note = body.substr(static_cast<std::size_t>(in.tellg()));
  const auto head = open_checkpoint(note, log_);
  if (!head) {
    to.status = 403;
    return;
  }
  const std::scoped_lock lock(mutex_);
  const std::uint64_t seen = seen_ ? seen_->leaves : 0;
  if (old != seen) {
    to.status = 409;
    to.set_content(fmt::format("{}\n", seen), "text/x.tlog.size");
    return;
  }
  const bool follows =
      !seen_ || (seen_->leaves == head->leaves && seen_->root == head->root) ||
      verify_consistency(seen_->leaves, head->leaves, proof, seen_->root, head->root);
  if (!follows) {
    to.status = 422;
    return;
  }
  seen_ = *head;
  to.set_content(cosignature_line(key_.name(), secret_, to_text(*head), sample_instant()),
                 "text/plain");
}

}  // namespace gongshi
