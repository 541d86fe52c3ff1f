// messages.json: every sentence and word that C++ puts on a page, by key.
#ifndef SITE_TEMPLATES_MESSAGE_TABLE_H_
#define SITE_TEMPLATES_MESSAGE_TABLE_H_

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "generator/notice/error.h"

namespace gongshi {

class MessageTable {
 public:
  using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // Invalid unless `json` is an object of texts.
  static Result<MessageTable> parse(std::string_view json);

  // The message with each {name} replaced by its argument; a name without one stays as it stands,
  // and what an argument says is not looked through again. An unknown key comes back in brackets.
  std::string fill(std::string_view key, Arguments arguments) const;

 private:
  std::map<std::string, std::string, std::less<>> messages_;
};

}  // namespace gongshi

#endif  // SITE_TEMPLATES_MESSAGE_TABLE_H_
