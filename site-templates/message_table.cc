#include "site-templates/message_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/notice/json.h"

namespace gongshi {

Result<MessageTable> MessageTable::parse(std::string_view json) {
  const Json root = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) {
    return failure(ErrorKind::Invalid, "模板 messages.json：不是一个 JSON 对象。");
  }
  MessageTable table;
  for (const auto& [key, value] : root.items()) {
    if (!value.is_string()) {
      return failure(ErrorKind::Invalid, fmt::format("模板 messages.json：{} 不是文字。", key));
    }
    table.messages_.emplace(key, value.get<std::string>());
  }
  return table;
}

std::string MessageTable::fill(std::string_view key, Arguments arguments) const {
  const auto found = messages_.find(key);
  if (found == messages_.end()) return fmt::format("[{}]", key);
  std::string text;
  std::string_view rest = found->second;
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const auto close = rest.find('}', open);
    if (close == std::string_view::npos) break;
    const auto name = rest.substr(open + 1, close - open - 1);
    const auto* argument =
        std::ranges::find(arguments, name, &std::pair<std::string_view, std::string_view>::first);
    text += rest.substr(0, open);
    text += argument == arguments.end() ? rest.substr(open, close + 1 - open) : argument->second;
    rest.remove_prefix(close + 1);
  }
  return text.append(rest);
}

}  // namespace gongshi
