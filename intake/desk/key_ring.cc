#include "intake/desk/key_ring.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gongshi {

Result<RegisteredObjection> KeyRing::unseal(const Register& reg, RegisteredObjection row) const {
  if (!row.sealed) return row;
  const OfficePublicKey& wanted = row.sealed->office;
  const auto key = std::ranges::find(keys_, wanted, &OfficeKey::public_key);
  if (key != keys_.end()) {
    const Result<DataKey> unwrapped = key->unwrap(row.sealed->for_office);
    if (unwrapped) return reg.unseal(std::move(row), *unwrapped);
    return failure(unwrapped.error().kind,
                   fmt::format("异议 {}：{}", row.number, unwrapped.error().message));
  }
  if (keys_.empty()) {
    return failure(ErrorKind::Invalid,
                   fmt::format("异议 {} 是加密保存的，要用办公室钥匙 {} 打开；请加 --key 钥匙文件",
                               row.number, wanted.id()));
  }
  return failure(ErrorKind::Invalid,
                 fmt::format("异议 {} 是用办公室钥匙 {} 加密的，给出的是另一把（{}）；请用 --key "
                             "指明那一把，轮换前的旧钥匙也是要用的",
                             row.number, wanted.id(), keys_.front().public_key().id()));
}

}  // namespace gongshi
