#include "intake/witness/add_checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include "intake/seal/base64.h"

namespace gongshi {
namespace {

constexpr std::string_view kSizeType = "text/x.tlog.size";

// "<leaves>" and LF, in its one spelling.
std::optional<std::uint64_t> parse_size(std::string_view body) {
  if (!body.ends_with('\n')) return std::nullopt;
  body.remove_suffix(1);
  std::uint64_t size = 0;
  const char* const end = body.data() + body.size();
  const auto [stop, error] = std::from_chars(body.data(), end, size);
  if (error != std::errc() || stop != end || std::to_string(size) != body) return std::nullopt;
  return size;
}

std::string_view meaning(int status) {
  switch (status) {
    case 400:
      return "it does not understand the request";
    case 403:
      return "it does not know the log's key: give it to whoever runs the witness";
    case 404:
      return "it does not know the log: give its key to whoever runs the witness";
    case 422:
      return "it has seen another log under this name, which must never be: find out why before "
             "anything else is published";
    default:
      return "it does not sign";
  }
}

tl::unexpected<Error> refused(const WitnessAnswer& answer) {
  return failure(ErrorKind::Invalid,
                 fmt::format("it answers {}: {}", answer.status, meaning(answer.status)));
}

// The number of leaves that it has seen instead of `older`.
Result<std::uint64_t> read_other_size(const WitnessAnswer& answer, std::uint64_t older,
                                      std::uint64_t leaves) {
  const std::optional<std::uint64_t> size = parse_size(answer.body);
  if (!answer.content_type.starts_with(kSizeType) || !size || *size == older) {
    return failure(ErrorKind::Invalid, "it answers 409 without another size");
  }
  if (*size <= leaves) return *size;
  return failure(ErrorKind::Conflict,
                 fmt::format("it has seen {} leaves of the log, and there are {}: the register was "
                             "restored from an old backup, or somebody else signs with log.key",
                             *size, leaves));
}

}  // namespace

std::string add_checkpoint_body(std::uint64_t older, const std::vector<Sha256>& proof,
                                std::string_view note) {
  std::string body = fmt::format("old {}\n", older);
  for (const Sha256& hash : proof) {
    body += to_base64({reinterpret_cast<const char*>(hash.data()), hash.size()}) + "\n";
  }
  return fmt::format("{}\n{}", body, note);
}

Result<Cosignature> obtain_cosignature(const SignedCheckpoint& newest, std::uint64_t older,
                                       const WitnessKey& witness, const ProveConsistency& prove,
                                       const AskWitness& ask) {
  const std::string text = to_text(newest.head);
  for (int i = 0; i < kWitnessSizesMax; ++i) {
    const auto proof = prove(older);
    if (!proof) return tl::unexpected(proof.error());
    const Result<WitnessAnswer> answer = ask(add_checkpoint_body(older, *proof, newest.note));
    if (!answer) return tl::unexpected(answer.error());
    if (answer->status == 200) return witness.find(text, answer->body);
    if (answer->status != 409) return refused(*answer);
    const Result<std::uint64_t> seen = read_other_size(*answer, older, newest.head.leaves);
    if (!seen) return tl::unexpected(seen.error());
    older = *seen;
  }
  return failure(ErrorKind::Invalid, "it names another size each time it is asked");
}

}  // namespace gongshi
