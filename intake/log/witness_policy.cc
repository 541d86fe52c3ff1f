#include "intake/log/witness_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace gongshi {
namespace {

constexpr std::string_view kBlanks = " \t\r";

// The words of a line, without a comment.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  line = line.substr(0, line.find('#'));
  while (true) {
    const std::size_t begin = line.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return words;
    line.remove_prefix(begin);
    const std::size_t size = std::min(line.find_first_of(kBlanks), line.size());
    words.push_back(line.substr(0, size));
    line.remove_prefix(size);
  }
}

tl::unexpected<Error> refuse(const std::string& why) { return failure(ErrorKind::Invalid, why); }

bool is_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace

// Takes one line after another.
struct WitnessPolicy::Reader {
  WitnessPolicy policy;
  std::set<std::string> names;
  bool has_quorum = false;

  using Words = std::vector<std::string_view>;

  Result<void> take(const Words& words) {
    if (words.empty()) return {};
    if (has_quorum) return refuse("nothing may follow the quorum");
    if (words[0] == "log" && words.size() >= 2) return take_log(words);
    if (words[0] == "witness" && (words.size() == 3 || words.size() == 4)) {
      return take_witness(words);
    }
    if (words[0] == "group" && words.size() >= 4) return take_group(words);
    if (words[0] == "quorum" && words.size() == 2) return take_quorum(words);
    return refuse(
        "expected “log KEY”, “witness NAME KEY URL”, “group NAME COUNT MEMBER…” or “quorum NAME”");
  }

  Result<void> take_log(const Words& words) {
    const Result<NoteVerifier> key = NoteVerifier::parse(words[1]);
    if (!key) return tl::unexpected(key.error());
    policy.logs_.push_back(key->text());
    return {};
  }

  Result<void> take_name(std::string_view name) {
    if (name == "none") return refuse("“none” is no name");
    if (names.insert(std::string(name)).second) return {};
    return refuse(fmt::format("the name “{}” is taken", name));
  }

  Result<void> take_witness(const Words& words) {
    if (policy.witnesses_.size() == kWitnessesMax) {
      return refuse(fmt::format("more than {} witnesses", kWitnessesMax));
    }
    const Result<WitnessKey> key = WitnessKey::parse(words[2]);
    if (!key) return tl::unexpected(key.error());
    const bool known = std::ranges::any_of(policy.witnesses_, [&](const Witness& witness) {
      return witness.key.text() == key->text();
    });
    if (known) return refuse(fmt::format("the key of {} stands here twice", key->name()));
    std::string url(words.size() == 4 ? words[3] : "");
    if (!url.empty() && !is_address(url)) {
      return refuse(fmt::format("“{}” is no address: it begins with http:// or https://", url));
    }
    while (url.ends_with('/')) url.pop_back();
    policy.witnesses_.push_back(
        {.name = std::string(words[1]), .key = *key, .url = std::move(url)});
    return take_name(words[1]);
  }

  Result<void> take_group(const Words& words) {
    Group group{.name = std::string(words[1]), .wanted = 0, .members = {}};
    for (std::size_t i = 3; i < words.size(); ++i) {
      const std::string member(words[i]);
      if (!names.contains(member)) return refuse(fmt::format("“{}” does not stand above", member));
      if (std::ranges::find(group.members, member) != group.members.end()) {
        return refuse(fmt::format("“{}” stands in the group twice", member));
      }
      group.members.push_back(member);
    }
    const std::optional<std::size_t> wanted = count_of(words[2], group.members.size());
    if (!wanted) {
      return refuse(
          fmt::format("“{}” is no count: any, all, or 1 to {}", words[2], group.members.size()));
    }
    group.wanted = *wanted;
    policy.groups_.push_back(std::move(group));
    return take_name(words[1]);
  }

  static std::optional<std::size_t> count_of(std::string_view word, std::size_t members) {
    if (word == "any") return 1;
    if (word == "all") return members;
    std::size_t count = 0;
    const char* const end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, count);
    const bool fits = error == std::errc() && stop == end && 1 <= count && count <= members;
    return fits ? std::optional(count) : std::nullopt;
  }

  Result<void> take_quorum(const Words& words) {
    has_quorum = true;
    if (words[1] == "none") return {};
    policy.quorum_ = std::string(words[1]);
    if (names.contains(*policy.quorum_)) return {};
    return refuse(fmt::format("“{}” does not stand above", words[1]));
  }
};

Result<WitnessPolicy> WitnessPolicy::parse(std::string_view text) {
  Reader reader;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Result<void> taken = reader.take(words_of(text.substr(0, end)));
    if (!taken) return refuse(fmt::format("line {}: {}", number, taken.error().message));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!reader.has_quorum) {
    return refuse("it does not say who has to sign: end it with “quorum NAME” or “quorum none”");
  }
  return std::move(reader.policy);
}

bool WitnessPolicy::is_for(const NoteVerifier& log) const {
  return logs_.empty() || std::ranges::find(logs_, log.text()) != logs_.end();
}

bool WitnessPolicy::is_met_by(const std::set<std::string>& signers) const {
  std::set<std::string> met;
  for (const Witness& witness : witnesses_) {
    if (signers.contains(witness.name)) met.insert(witness.name);
  }
  for (const Group& group : groups_) {
    const auto count = std::ranges::count_if(
        group.members, [&](const std::string& member) { return met.contains(member); });
    if (static_cast<std::size_t>(count) >= group.wanted) met.insert(group.name);
  }
  return !quorum_ || met.contains(*quorum_);
}

}  // namespace gongshi
