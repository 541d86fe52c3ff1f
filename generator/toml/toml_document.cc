#include "generator/toml/toml_document.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <utility>

#include "generator/notice/utf8.h"
#include "generator/toml/nesting.h"
#include "generator/toml/spelling.h"

namespace gongshi {

struct TomlTable::Document {
  toml::table root;
  std::string file;
  int lines_before = 0;
  Diagnostics* problems = nullptr;

  Place place(const toml::source_region& source) const {
    return Place{.file = file,
                 .line = static_cast<int>(source.begin.line) + lines_before,
                 .column = static_cast<int>(source.begin.column)};
  }
};

// Only a name for toml::node in the header: a Node* always points to a toml::node.
struct TomlTable::Node {
  static const toml::node& of(const Node* node) {
    return *reinterpret_cast<const toml::node*>(node);
  }
  static const Node* from(const toml::node& node) { return reinterpret_cast<const Node*>(&node); }
};

namespace {

Date to_date(const toml::date& date) {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  return std::chrono::local_days{year{date.year} / month{date.month} / day{date.day}};
}

Instant to_instant(const toml::date_time& at) {
  const auto time = std::chrono::hours{at.time.hour} + std::chrono::minutes{at.time.minute} +
                    std::chrono::seconds{at.time.second};
  const std::chrono::minutes east{at.offset ? at.offset->minutes : 0};
  return Instant{std::chrono::sys_seconds{to_date(at.date).time_since_epoch()} + time - east};
}

}  // namespace

TomlTable::TomlTable(std::shared_ptr<const Document> document, const Node* node)
    : document_(std::move(document)), node_(node) {}

bool TomlTable::has(std::string_view key) const {
  return Node::of(node_).as_table()->contains(key);
}

bool TomlTable::is_array(std::string_view key) const {
  const toml::node* found = Node::of(node_).as_table()->get(key);
  return found != nullptr && found->is_array();
}

const TomlTable::Node* TomlTable::ask(std::string_view key) {
  asked_.emplace(key);
  const toml::node* found = Node::of(node_).as_table()->get(key);
  return found == nullptr ? nullptr : Node::from(*found);
}

template <class T>
std::optional<T> TomlTable::value(std::string_view key, std::string_view wanted) {
  const Node* found = ask(key);
  if (found == nullptr) return std::nullopt;
  if (const auto* typed = Node::of(found).as<T>()) return typed->get();
  report(place_of(key), "wrong-type", fmt::format("“{}”应当是{}", key, wanted));
  return std::nullopt;
}

std::optional<std::string> TomlTable::text(std::string_view key) {
  auto found = value<std::string>(key, "用引号括起的文字");
  if (found) refuse_control_characters(*found, place_of(key));
  return found;
}

std::optional<std::int64_t> TomlTable::integer(std::string_view key) {
  return value<std::int64_t>(key, "整数，不加引号");
}

std::optional<bool> TomlTable::boolean(std::string_view key) {
  return value<bool>(key, "true 或 false，不加引号");
}

std::optional<Date> TomlTable::date(std::string_view key) {
  const auto found = value<toml::date>(key, "日期，如 2017-06-21，不加引号");
  if (!found) return std::nullopt;
  return to_date(*found);
}

std::optional<Instant> TomlTable::instant(std::string_view key) {
  constexpr std::string_view kWanted = "带时区的时刻，如 2017-06-21T09:00:00+08:00，不加引号";
  const auto found = value<toml::date_time>(key, kWanted);
  if (!found) return std::nullopt;
  if (found->offset) return to_instant(*found);
  report(place_of(key), "wrong-type", fmt::format("“{}”应当是{}", key, kWanted));
  return std::nullopt;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
  const Node* found = ask(key);
  if (found == nullptr) return std::nullopt;
  if (Node::of(found).is_table()) return TomlTable(document_, found);
  report(place_of(key), "wrong-type", fmt::format("“{}”应当是一节：[{}]", key, key));
  return std::nullopt;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  std::vector<TomlTable> found;
  const Node* node = ask(key);
  if (node == nullptr) return found;
  const toml::array* items = Node::of(node).as_array();
  if (items == nullptr) {
    report(place_of(key), "wrong-type", fmt::format("“{}”应当是若干节：[[{}]]", key, key));
    return found;
  }
  for (const toml::node& item : *items) {
    if (item.is_table()) {
      found.push_back(TomlTable(document_, Node::from(item)));
    } else {
      report(document_->place(item.source()), "wrong-type",
             fmt::format("“{}”的每一项都应当是一节", key));
    }
  }
  return found;
}

namespace {

// The items of an array that have the wanted type; the others are reported.
template <class T, class Report>
std::vector<const toml::value<T>*> items_of_type(const toml::node& node, const Report& report) {
  std::vector<const toml::value<T>*> found;
  const toml::array* items = node.as_array();
  if (items == nullptr) {
    report(node.source());
    return found;
  }
  for (const toml::node& item : *items) {
    if (const auto* typed = item.as<T>()) {
      found.push_back(typed);
    } else {
      report(item.source());
    }
  }
  return found;
}

}  // namespace

std::vector<Placed<std::string>> TomlTable::texts(std::string_view key) {
  std::vector<Placed<std::string>> found;
  const Node* node = ask(key);
  if (node == nullptr) return found;
  const auto wrong = [&](const toml::source_region& source) {
    report(document_->place(source), "wrong-type",
           fmt::format("“{}”应当是文字的列表，如 [\"甲\", \"乙\"]", key));
  };
  for (const auto* item : items_of_type<std::string>(Node::of(node), wrong)) {
    found.push_back({.value = item->get(), .place = document_->place(item->source())});
    refuse_control_characters(found.back().value, found.back().place);
  }
  return found;
}

std::vector<Placed<Date>> TomlTable::dates(std::string_view key) {
  std::vector<Placed<Date>> found;
  const Node* node = ask(key);
  if (node == nullptr) return found;
  const auto wrong = [&](const toml::source_region& source) {
    report(document_->place(source), "wrong-type",
           fmt::format("“{}”应当是日期的列表，如 [2017-01-22, 2017-02-04]", key));
  };
  for (const auto* item : items_of_type<toml::date>(Node::of(node), wrong)) {
    found.push_back({.value = to_date(item->get()), .place = document_->place(item->source())});
  }
  return found;
}

std::vector<Placed<std::int64_t>> TomlTable::integers(std::string_view key) {
  std::vector<Placed<std::int64_t>> found;
  const Node* node = ask(key);
  if (node == nullptr) return found;
  const auto wrong = [&](const toml::source_region& source) {
    report(document_->place(source), "wrong-type",
           fmt::format("“{}”应当是整数的列表，如 [0, 4, 7]", key));
  };
  for (const auto* item : items_of_type<std::int64_t>(Node::of(node), wrong)) {
    found.push_back({.value = item->get(), .place = document_->place(item->source())});
  }
  return found;
}

void TomlTable::refuse_control_characters(std::string_view text, const Place& place) const {
  if (const auto offset = first_control_character(text)) {
    report(place, "control-character",
           fmt::format("文字里有控制字符 U+{:04X}，请删去",
                       static_cast<unsigned char>(text[*offset])));
  }
}

void TomlTable::report_missing(std::string_view key) const {
  report(place(), "missing-key", fmt::format("缺少“{}”，请补上", key));
}

std::string TomlTable::required_text(std::string_view key) {
  const bool missing = !has(key);
  std::string found = text(key).value_or("");
  const bool blank = !missing && Node::of(ask(key)).is_string() && trim_blanks(found).empty();
  if (missing) report_missing(key);
  if (blank) report(place_of(key), "missing-key", fmt::format("“{}”是空的，请填上", key));
  return found;
}

std::optional<Date> TomlTable::required_date(std::string_view key) {
  if (!has(key)) report_missing(key);
  return date(key);
}

std::optional<Instant> TomlTable::required_instant(std::string_view key) {
  if (!has(key)) report_missing(key);
  return instant(key);
}

std::vector<Placed<std::string>> TomlTable::keys() const {
  std::vector<Placed<std::string>> found;
  for (const auto& [key, node] : *Node::of(node_).as_table()) {
    found.push_back({.value = std::string(key.str()), .place = document_->place(key.source())});
  }
  std::ranges::sort(found, {}, [](const auto& key) { return key.place; });
  return found;
}

Place TomlTable::place() const { return document_->place(Node::of(node_).source()); }

Place TomlTable::place_of(std::string_view key) const {
  const toml::node* found = Node::of(node_).as_table()->get(key);
  return found == nullptr ? place() : document_->place(found->source());
}

void TomlTable::report(const Place& place, std::string code, std::string message,
                       Level level) const {
  document_->problems->push_back(Diagnostic{
      .place = place, .level = level, .code = std::move(code), .message = std::move(message)});
}

void TomlTable::report_unknown_keys() const {
  for (const auto& key : keys()) {
    if (asked_.contains(key.value)) continue;
    report(key.place, "unknown-key",
           fmt::format("不认识“{}”{}", key.value, did_you_mean(key.value, asked_)));
  }
}

namespace {

// The library counts the end of the text as a character behind it; readers point at what is there.
Place within(std::string_view text, int lines_before, Place place) {
  std::string_view rest = text;
  for (int line = lines_before + 1; line < place.line; ++line) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  const std::size_t characters = count_code_points(rest.substr(0, rest.find('\n')));
  place.column = std::min(place.column, static_cast<int>(characters) + 1);
  return place;
}

}  // namespace

std::optional<TomlTable> parse_toml(std::string_view text, const std::string& file,
                                    int lines_before, Diagnostics& problems) {
  auto document = std::make_shared<TomlTable::Document>();
  document->file = file;
  document->lines_before = lines_before;
  document->problems = &problems;
  if (const auto dot = first_overlong_key(text)) {
    Place place = place_at(file, text, *dot);
    place.line += lines_before;
    problems.push_back(
        {.place = std::move(place),
         .code = "toml-syntax",
         .message = fmt::format("一个键最多分 {} 节；请检查多余的点", kKeyPartsMax)});
    return std::nullopt;
  }
  try {
    document->root = toml::parse(text);
  } catch (const toml::parse_error& error) {  // Debian's library is built to throw
    problems.push_back(Diagnostic{
        .place = within(text, lines_before, document->place(error.source())),
        .level = Level::Error,
        .code = "toml-syntax",
        .message =
            fmt::format("不是合法的 TOML（{}）；请检查引号、等号和方括号", error.description())});
    return std::nullopt;
  }
  const TomlTable::Node* root = TomlTable::Node::from(document->root);
  return TomlTable(std::move(document), root);
}

}  // namespace gongshi
