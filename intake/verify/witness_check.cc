#include "intake/verify/witness_check.h"

#include <fmt/format.h>

#include <set>
#include <string>

namespace gongshi {

void check_witnesses(std::string_view checkpoint, const NoteVerifier& log,
                     const WitnessPolicy& policy, Verdict& verdict) {
  if (!policy.is_for(log)) {
    return verdict.deny(fmt::format("见证规则不是给日志 {} 的这把公钥定的。", log.name()));
  }
  std::set<std::string> signers;
  for (const Witness& witness : policy.witnesses()) {
    const auto signature = find_cosignature(checkpoint, witness.key);
    if (signature) {
      signers.insert(witness.name);
      verdict.say(fmt::format("成立：见证人 {}（{}）{} 见过这个检查点。", witness.name,
                              witness.key.name(), to_text(signature->at)));
    } else if (signature.error().kind != ErrorKind::NotFound) {
      verdict.deny(fmt::format("见证人 {}（{}）的签名与检查点不符：被改动过。", witness.name,
                               witness.key.name()));
    }
  }
  if (policy.is_met_by(signers)) {
    return verdict.say(fmt::format("成立：{} 个见证人签名，达到见证规则的要求。", signers.size()));
  }
  verdict.deny(
      fmt::format("规则里的 {} 个见证人有 {} 个签了名，没有达到见证规则的要求。稍后可以"
                  "取一份较新的再核验。",
                  policy.witnesses().size(), signers.size()));
}

}  // namespace gongshi
