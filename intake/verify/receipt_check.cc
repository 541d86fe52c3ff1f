#include "intake/verify/receipt_check.h"

#include <fmt/format.h>

#include <variant>

#include "generator/notice/utf8.h"
#include "intake/log/checkpoint.h"
#include "intake/log/commitment.h"
#include "intake/log/leaf.h"
#include "intake/log/receipt_proof.h"

namespace gongshi {
namespace {

int hex_digit(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  return -1;
}

Verdict denied(const std::string& sentence) {
  Verdict verdict;
  verdict.deny(sentence);
  return verdict;
}

void check_record(const FiledLeaf& leaf, const OpenedRecord& opened, Verdict& verdict) {
  if (leaf.commitment == commit(opened.opening, opened.record)) {
    verdict.say("成立：异议记录与日志里登记的承诺一致，一个字节也没有改动。");
    return;
  }
  verdict.deny(
      "异议记录或开启值与日志里登记的承诺不一致。两个文件都要用当时下载的原件，"
      "在编辑器里打开后另存的可能已改变换行。");
}

}  // namespace

std::optional<Sha256> parse_opening(std::string_view text) {
  text = trim_blanks(text);
  Sha256 opening{};
  if (text.size() != 2 * opening.size()) return std::nullopt;
  for (std::size_t i = 0; i < opening.size(); ++i) {
    const int high = hex_digit(text[2 * i]);
    const int low = hex_digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    opening[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return opening;
}

Verdict check_receipt(std::string_view proof_text, const NoteVerifier& log,
                      const std::optional<OpenedRecord>& opened) {
  const auto proof = parse_proof(proof_text);
  if (!proof) {
    return denied("这不是收件证明，或者已被改动。请重新下载以 .tlog-proof 结尾的文件。");
  }
  const auto signed_head = open_checkpoint(proof->checkpoint, log);
  if (!signed_head) {
    return denied(
        fmt::format("证明里的检查点不是日志 {} 用这把公钥签名的。请核对公钥是不是这个办公室公布的；"
                    "公钥无误，则证明被改动过。",
                    log.name()));
  }
  const auto head = verify_proof(*proof, log);
  if (!head) {
    return denied(fmt::format("证明里的内容不在日志第 {} 条：内容或路径被改动过。", proof->index));
  }
  const auto leaf = parse_leaf(log.name(), proof->leaf);
  const auto* filed = leaf ? std::get_if<FiledLeaf>(&*leaf) : nullptr;
  if (filed == nullptr) return denied("证明所指的这一条不是收到异议的登记。");

  Verdict verdict;
  verdict.say(fmt::format("成立：日志 {} 的第 {} 条登记了 {} 收到的一件异议，在签名的 {} 条之内。",
                          head->origin, proof->index, to_text(filed->date), head->leaves));
  if (opened) {
    check_record(*filed, *opened, verdict);
  } else {
    verdict.say("没有核对异议记录：加上 --record 和 --opening 才能证明登记的就是您的那一件。");
  }
  return verdict;
}

}  // namespace gongshi
