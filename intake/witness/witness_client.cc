#include "intake/witness/witness_client.h"

#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <utility>

namespace gongshi {
namespace {

using std::chrono::steady_clock;

struct Place {
  std::string host;  // "http://host:port"
  std::string path;
};

Place split(const std::string& url) {
  const std::size_t slash = url.find('/', url.find("://") + 3);
  if (slash == std::string::npos) return {.host = url, .path = "/add-checkpoint"};
  return {.host = url.substr(0, slash), .path = url.substr(slash) + "/add-checkpoint"};
}

tl::unexpected<Error> no_answer(const std::string& why) {
  return failure(ErrorKind::Unavailable, fmt::format("it does not answer: {}", why));
}

}  // namespace

struct WitnessClient::State {
  const Place place;
  const std::chrono::milliseconds wait;
  httplib::Client client;
  std::atomic<bool> stopped = false;

  State(const std::string& url, std::chrono::milliseconds patience)
      : place(split(url)), wait(patience), client(place.host) {
    client.set_connection_timeout(wait);
    client.set_read_timeout(wait);
    client.set_write_timeout(wait);
  }
};

WitnessClient::WitnessClient(const std::string& url, std::chrono::milliseconds wait)
    : state_(std::make_unique<State>(url, wait)) {}
WitnessClient::WitnessClient(WitnessClient&&) noexcept = default;
WitnessClient& WitnessClient::operator=(WitnessClient&&) noexcept = default;
WitnessClient::~WitnessClient() = default;

Result<WitnessAnswer> WitnessClient::add_checkpoint(const std::string& body) {
  if (state_->stopped) return no_answer("the program ends");
  const auto deadline = steady_clock::now() + state_->wait;
  WitnessAnswer answer;
  bool too_large = false;
  httplib::Request request;
  request.method = "POST";
  request.path = state_->place.path;
  request.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
  request.body = body;
  request.content_receiver = [&](const char* bytes, std::size_t size, std::uint64_t,
                                 std::uint64_t) {
    too_large = size > kWitnessAnswerBytesMax - answer.body.size();
    if (too_large || state_->stopped || steady_clock::now() > deadline) return false;
    answer.body.append(bytes, size);
    return true;
  };
  const auto result = state_->client.send(request);
  if (too_large) return no_answer("more comes than any cosignature has");
  if (!result) return no_answer(httplib::to_string(result.error()));
  answer.status = result->status;
  answer.content_type = result->get_header_value("Content-Type");
  return answer;
}

void WitnessClient::stop() {
  state_->stopped = true;
  state_->client.stop();
}

}  // namespace gongshi
