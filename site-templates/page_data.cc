#include "site-templates/page_data.h"

#include <algorithm>
#include <cassert>

#include "generator/notice/json.h"

namespace gongshi {

PageData::PageData(const std::vector<std::string>& texts)
    : value_(List(texts.begin(), texts.end())) {}

PageData::PageData(std::initializer_list<Member> members) {
  Object object;
  object.reserve(members.size() + members.size() / 2);
  for (const Member& member : members) {
    object.push_back({.name = member.name, .value = std::move(member.value)});
  }
  value_ = std::move(object);
}

PageData PageData::array() {
  PageData data;
  data.value_ = List();
  return data;
}

PageData PageData::array(std::initializer_list<PageData> items) {
  PageData data;
  data.value_ = List(items);
  return data;
}

PageData PageData::object() {
  PageData data;
  data.value_ = Object();
  return data;
}

PageData PageData::of(const Json& json) {
  PageData data;
  if (json.is_object()) {
    Object object;
    object.reserve(json.size());
    for (const auto& [name, value] : json.items()) {
      object.push_back({.name = name, .value = of(value)});
    }
    data.value_ = std::move(object);
  } else if (json.is_array()) {
    List list;
    list.reserve(json.size());
    for (const Json& item : json) list.push_back(of(item));
    data.value_ = std::move(list);
  } else if (json.is_string()) {
    data.value_ = std::string_view(json.get_ref<const std::string&>());
  } else if (json.is_number()) {
    data.value_ = json.dump();
  } else {
    data.value_ = json.is_boolean() && json.get<bool>();
  }
  return data;
}

PageData& PageData::operator[](std::string_view name) {
  if (std::holds_alternative<bool>(value_)) value_ = Object();
  assert(std::holds_alternative<Object>(value_));
  auto& object = std::get<Object>(value_);
  const auto found = std::ranges::find(object, name, &Member::name);
  if (found != object.end()) return found->value;
  Member& added = object.emplace_back();
  added.name = name;
  return added.value;
}

PageData::List& PageData::items() {
  if (std::holds_alternative<bool>(value_)) value_ = List();
  assert(std::holds_alternative<List>(value_));
  return std::get<List>(value_);
}

void PageData::push_back(PageData item) { items().push_back(std::move(item)); }
PageData& PageData::back() { return items().back(); }
PageData::List::iterator PageData::begin() { return items().begin(); }
PageData::List::iterator PageData::end() { return items().end(); }

std::size_t PageData::size() const {
  if (const auto* list = std::get_if<List>(&value_)) return list->size();
  const auto* object = std::get_if<Object>(&value_);
  return object == nullptr ? 0 : object->size();
}

bool PageData::is_nothing() const {
  if (const auto* truth = std::get_if<bool>(&value_)) return !*truth;
  if (const auto* list = std::get_if<List>(&value_)) return list->empty();
  return is_text() && text().empty();
}

bool PageData::is_text() const {
  return std::holds_alternative<std::string>(value_) ||
         std::holds_alternative<std::string_view>(value_);
}

std::string_view PageData::text() const {
  if (const auto* own = std::get_if<std::string>(&value_)) return *own;
  const auto* other = std::get_if<std::string_view>(&value_);
  return other == nullptr ? std::string_view() : *other;
}

const PageData* PageData::find(std::string_view name) const {
  const auto* object = std::get_if<Object>(&value_);
  if (object == nullptr) return nullptr;
  for (const Member& member : *object) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

}  // namespace gongshi
