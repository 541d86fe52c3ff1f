#include "intake/command/serve_witnesses.h"

#include <fmt/format.h>

#include <fstream>
#include <string>
#include <utility>

#include "intake/register/cosignature_store.h"
#include "intake/witness/witness_rounds.h"

namespace gongshi {
namespace {

void report_round(Portal& portal, const WitnessReport& report) {
  const bool has_signed = report.problem.empty();
  portal.metrics().count_cosignature(has_signed ? "signed" : "failed");
  if (!report.changed) return;
  if (has_signed) {
    portal.log()(Severity::Info, fmt::format("the witness {} signs again", report.witness));
    return;
  }
  portal.log()(Severity::Warning,
               fmt::format("the witness {} has not cosigned the log: {}. It is asked again; "
                           "receipts do not wait for it",
                           report.witness, report.problem));
}

}  // namespace

Result<WitnessPolicy> read_witness_policy(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(kWitnessPolicyBytesMax, '\0');
  if (!in.read(text.data(), static_cast<std::streamsize>(text.size())) && in.gcount() == 0) {
    return failure(ErrorKind::NotFound, fmt::format("{}: cannot be read", file.string()));
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  Result<WitnessPolicy> policy = WitnessPolicy::parse(text);
  if (policy) return policy;
  return failure(ErrorKind::Invalid, fmt::format("{}: {}", file.string(), policy.error().message));
}

struct ServeWitnesses::State {
  CosignatureStore store;
  WitnessRounds rounds;

  State(const WitnessPolicy& policy, CosignatureStore opened, Portal& portal)
      : store(std::move(opened)), rounds(policy, store, [&portal](const WitnessReport& report) {
          report_round(portal, report);
        }) {}
};

ServeWitnesses::ServeWitnesses(std::unique_ptr<State> state) : state_(std::move(state)) {}
ServeWitnesses::ServeWitnesses(ServeWitnesses&&) noexcept = default;
ServeWitnesses& ServeWitnesses::operator=(ServeWitnesses&&) noexcept = default;
ServeWitnesses::~ServeWitnesses() = default;

Result<ServeWitnesses> ServeWitnesses::start(const WitnessPolicy& policy,
                                             const std::filesystem::path& data, Portal& portal) {
  Result<CosignatureStore> store = CosignatureStore::open(data);
  if (!store) return tl::unexpected(store.error());
  if (!policy.is_for(store->log())) {
    return failure(ErrorKind::Invalid,
                   fmt::format("the witnesses' policy is for other logs than {}: add a line “log "
                               "{}”, or take out those that there are",
                               store->log().name(), store->log().text()));
  }
  return ServeWitnesses(std::make_unique<State>(policy, *std::move(store), portal));
}

}  // namespace gongshi
