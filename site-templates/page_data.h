// What a page is filled from: texts, truths, lists and objects, made once and read once.
//
// Json would do, and did; but a site has millions of these values, and most of building a site was
// building them and copying them into what the template library wanted. An object here is a short
// list of names that stand in the program, so nothing is allocated for a name and nothing copied
// that can be moved.
#ifndef SITE_TEMPLATES_PAGE_DATA_H_
#define SITE_TEMPLATES_PAGE_DATA_H_

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "generator/notice/json_forward.h"

namespace gongshi {

class PageData {
 public:
  struct Member;
  using List = std::vector<PageData>;
  using Object = std::vector<Member>;

  PageData();  // false
  PageData(const PageData& other);
  PageData(PageData&& other) noexcept;
  PageData& operator=(const PageData& other);
  PageData& operator=(PageData&& other) noexcept;
  ~PageData();
  // Templates, so that no pointer becomes a truth. NOLINTBEGIN(google-explicit-constructor)
  template <std::same_as<bool> Truth>
  PageData(Truth truth) : value_(truth) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) PageData(Number number) : value_(std::to_string(number)) {}
  PageData(std::string text);
  PageData(std::string_view text);
  PageData(const char* text);
  PageData(const std::vector<std::string>& texts);
  // NOLINTEND(google-explicit-constructor). An object, as Json writes it: {{"name", name}, …}.
  PageData(std::initializer_list<Member> members);

  static PageData array();
  static PageData array(std::initializer_list<PageData> items);
  static PageData object();
  // Refers to the names and texts of `json`, which has to outlive it.
  static PageData of(const Json& json);

  // The member of that name; of an object, or of nothing yet, one is made where there is none. The
  // name has to outlive the data: a literal does.
  PageData& operator[](std::string_view name);

  // Of a list, or of nothing yet.
  void push_back(PageData item);
  PageData& back();
  List::iterator begin();
  List::iterator end();

  std::size_t size() const;  // how many items or members; 0 for anything else
  bool empty() const { return size() == 0; }

  // What a template asks. An empty text, an empty list and false are nothing. "" for what is no
  // text; null for what is no list, no object, and where an object has no such member.
  bool is_nothing() const;
  bool is_text() const;
  std::string_view text() const;
  const List* list() const { return std::get_if<List>(&value_); }
  const Object* members() const { return std::get_if<Object>(&value_); }
  const PageData* find(std::string_view name) const;

 private:
  List& items();

  std::variant<bool, std::string, std::string_view, List, Object> value_;
};

struct PageData::Member {
  std::string_view name;
  mutable PageData value;  // moved out of the braces in which it was written
};

// Here, and not in the class, because only here a member is known whole.
inline PageData::PageData() = default;
inline PageData::PageData(const PageData& other) = default;
inline PageData::PageData(PageData&& other) noexcept = default;
inline PageData& PageData::operator=(const PageData& other) = default;
inline PageData& PageData::operator=(PageData&& other) noexcept = default;
inline PageData::~PageData() = default;
inline PageData::PageData(std::string text) : value_(std::move(text)) {}
inline PageData::PageData(std::string_view text) : value_(std::string(text)) {}
inline PageData::PageData(const char* text) : value_(std::string(text)) {}

}  // namespace gongshi

#endif  // SITE_TEMPLATES_PAGE_DATA_H_
