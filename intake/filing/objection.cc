#include "intake/filing/objection.h"

#include <algorithm>

namespace gongshi {
namespace {

template <class Word>
struct Spelling {
  Word word;
  std::string_view text;
  std::string_view chinese;
};

constexpr Spelling<Grounds> kGroundsSpellings[] = {
    {Grounds::Eligibility, "eligibility", "资格条件"},
    {Grounds::Facts, "facts", "事迹不实"},
    {Grounds::Procedure, "procedure", "程序"},
    {Grounds::List, "list", "名单错漏"},
    {Grounds::Integrity, "integrity", "廉洁违纪"},
    {Grounds::Privacy, "privacy", "个人信息泄露"},
    {Grounds::Other, "other", "其他"},
};

constexpr Spelling<Identity> kIdentitySpellings[] = {
    {Identity::Named, "named", "实名（个人）"},
    {Identity::Organization, "organization", "实名（单位）"},
    {Identity::Anonymous, "anonymous", "匿名"},
};

// Every enumerator stands in its table, so the search always finds one.
template <class Word, std::size_t N>
const Spelling<Word>& spelling_of(Word word, const Spelling<Word> (&table)[N]) {
  return *std::ranges::find(table, word, &Spelling<Word>::word);
}

template <class Word, std::size_t N>
std::optional<Word> parse_word(std::string_view text, const Spelling<Word> (&table)[N]) {
  const auto* found = std::ranges::find(table, text, &Spelling<Word>::text);
  if (found == std::end(table)) return std::nullopt;
  return found->word;
}

}  // namespace

std::string_view to_text(Grounds grounds) { return spelling_of(grounds, kGroundsSpellings).text; }
std::string_view to_text(Identity identity) {
  return spelling_of(identity, kIdentitySpellings).text;
}

std::optional<Grounds> parse_grounds(std::string_view text) {
  return parse_word(text, kGroundsSpellings);
}
std::optional<Identity> parse_identity(std::string_view text) {
  return parse_word(text, kIdentitySpellings);
}

std::string_view chinese(Grounds grounds) {
  return spelling_of(grounds, kGroundsSpellings).chinese;
}
std::string_view chinese(Identity identity) {
  return spelling_of(identity, kIdentitySpellings).chinese;
}

}  // namespace gongshi
