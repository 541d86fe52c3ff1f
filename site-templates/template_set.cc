#include "site-templates/template_set.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <kainjow/mustache.hpp>
#include <system_error>

#include "site-templates/embedded_files.h"
#include "site-templates/message_table.h"
#include "site-templates/template_source.h"

namespace gongshi {

namespace mustache = kainjow::mustache;

struct TemplateSet::Parts {
  struct Page {
    TemplateSource source;
    // The library's render() is not const, but writes only its error message, and only for partials
    // and lambdas, of which there are none left: so threads may share it.
    mutable mustache::mustache compiled;
  };
  std::map<std::string, Page, std::less<>> pages;  // "pages/notice", "papers/report"
  MessageTable messages;
  std::map<std::string, std::string> assets;
  std::map<std::string, std::string> desk_assets;

  Result<void> add_page(const TemplateFiles& files, const std::string& path);
  Result<std::string> fill(const std::string& path, const Json& data) const;
  std::string asset(const std::string& name) const;  // "" when there is none
};

namespace {

constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kPages = "pages/";
constexpr std::string_view kPapers = "papers/";
constexpr std::string_view kDesk = "desk/";
constexpr std::string_view kDeskAssets = "desk/assets/";
constexpr std::string_view kExtension = ".mustache";

// The library's own spells ' as &apos;, which old browsers do not know.
std::string escape_html(const std::string& text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

// An empty text becomes false, so that {{#post}}（{{post}}）{{/post}} works; it prints the same.
mustache::data to_mustache(const Json& value) {
  using Type = mustache::data::type;
  if (value.is_object()) {
    mustache::object members;
    for (const auto& [key, member] : value.items()) members.emplace(key, to_mustache(member));
    return mustache::data(members);
  }
  if (value.is_array()) {
    mustache::list items;
    items.reserve(value.size());
    for (const Json& item : value) items.push_back(to_mustache(item));
    return mustache::data(items);
  }
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return text.empty() ? mustache::data(Type::bool_false) : mustache::data(text);
  }
  if (value.is_number()) return mustache::data(value.dump());
  const bool yes = value.is_boolean() && value.get<bool>();
  return mustache::data(yes ? Type::bool_true : Type::bool_false);
}

// Looks names up as the library does, and remembers the first that is not there or, though printed,
// is no text.
class StrictContext : public mustache::context<std::string> {
 public:
  StrictContext(const mustache::data& data, const TemplateSource& source)
      : mustache::context<std::string>(&data), source_(source) {}

  const mustache::data* get(const std::string& name) const override {
    const mustache::data* found = mustache::context<std::string>::get(name);
    const bool text = found != nullptr && (found->is_string() || found->is_false());
    if (found == nullptr) complain(name, "在页面数据里没有。");
    if (found != nullptr && !text && source_.printed.contains(name)) complain(name, "不是文字。");
    return found;
  }

  const std::string& complaint() const { return complaint_; }

 private:
  void complain(const std::string& name, std::string_view what) const {
    if (!complaint_.empty()) return;
    const auto place = source_.asked.find(name);
    complaint_ = fmt::format("模板 {}：字段 {} {}",
                             place == source_.asked.end() ? "?" : place->second, name, what);
  }

  const TemplateSource& source_;
  mutable std::string complaint_;
};

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad() || !file.is_open()) {
    return failure(ErrorKind::Unavailable, fmt::format("无法读取模板文件 {}。", path.string()));
  }
  return bytes;
}

// The files that belong to a template set; its C++ and CMake, in the repository, do not, nor does
// what systems and editors hide.
bool is_template(std::string_view path) {
  if (path.starts_with('.') || path.find("/.") != std::string_view::npos) return false;
  return path.starts_with(kAssets) || path.starts_with(kDeskAssets) || path.ends_with(kExtension) ||
         path == "messages.json";
}

Result<TemplateFiles> read_folder(const std::filesystem::path& folder) {
  TemplateFiles files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end;
       !error && entry != end; entry.increment(error)) {
    const std::string path = entry->path().lexically_relative(folder).generic_string();
    if (!is_template(path) || !entry->is_regular_file(error)) continue;
    auto bytes = read_file(entry->path());
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    files.emplace(path, std::move(*bytes));
  }
  if (error) {
    return failure(ErrorKind::NotFound,
                   fmt::format("无法读取模板文件夹 {}：{}。", folder.string(), error.message()));
  }
  return files;
}

}  // namespace

TemplateSet::TemplateSet(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Result<void> TemplateSet::Parts::add_page(const TemplateFiles& files, const std::string& path) {
  const auto folder = path.find('/') + 1;
  const auto kind = path.starts_with(kPapers) ? TemplateKind::Paper
                    : path.starts_with(kDesk) ? TemplateKind::Desk
                                              : TemplateKind::Page;
  auto source = assemble_page(files, std::string_view(path).substr(folder), kind);
  if (!source) return tl::unexpected<Error>(source.error());
  mustache::mustache compiled(source->text);
  if (!compiled.is_valid()) {
    return failure(ErrorKind::Invalid,
                   fmt::format("模板 {}.mustache：{}", path, compiled.error_message()));
  }
  compiled.set_custom_escape(escape_html);
  pages.emplace(path, Page{std::move(*source), std::move(compiled)});
  return {};
}

Result<TemplateSet> TemplateSet::from_files(const std::map<std::string, std::string>& files) {
  for (const char* needed : {"layout.mustache", "messages.json"}) {
    if (files.contains(needed)) continue;
    return failure(ErrorKind::NotFound, fmt::format("模板文件夹里没有 {}。", needed));
  }
  auto parts = std::make_shared<Parts>();
  auto messages = MessageTable::parse(files.at("messages.json"));
  if (!messages) return tl::unexpected<Error>(messages.error());
  parts->messages = std::move(*messages);
  for (const auto& [path, bytes] : files) {
    if (path.starts_with(kAssets)) parts->assets.emplace(path.substr(kAssets.size()), bytes);
    if (path.starts_with(kDeskAssets)) {
      parts->desk_assets.emplace(path.substr(kDeskAssets.size()), bytes);
    }
    const bool framed =
        path.starts_with(kPages) || path.starts_with(kPapers) || path.starts_with(kDesk);
    if (!framed || !path.ends_with(kExtension)) continue;
    const auto name = path.substr(0, path.size() - kExtension.size());
    if (auto added = parts->add_page(files, name); !added) {
      return tl::unexpected<Error>(added.error());
    }
  }
  return TemplateSet(std::move(parts));
}

Result<TemplateSet> TemplateSet::load(const std::filesystem::path& folder) {
  auto files = read_folder(folder);
  if (!files) return tl::unexpected<Error>(files.error());
  return from_files(*files);
}

const TemplateSet& TemplateSet::embedded() {
  static const TemplateSet kSet = [] {
    std::map<std::string, std::string> files;
    for (const EmbeddedFile& file : embedded_files()) files.emplace(file.path, file.bytes);
    return from_files(files).value();
  }();
  return kSet;
}

Result<std::string> TemplateSet::render(std::string_view page, const Json& data) const {
  return parts_->fill(fmt::format("{}{}", kPages, page), data);
}

Result<std::string> TemplateSet::render_desk(std::string_view page, const Json& data) const {
  return parts_->fill(fmt::format("{}{}", kDesk, page), data);
}

Result<std::string> TemplateSet::render_paper(std::string_view paper, const Json& data) const {
  Json framed = data;
  framed["style"] = parts_->asset("tokens.css") + parts_->asset("site.css");
  framed["print_style"] = parts_->asset("print.css");
  return parts_->fill(fmt::format("{}{}", kPapers, paper), framed);
}

std::string TemplateSet::Parts::asset(const std::string& name) const {
  const auto found = assets.find(name);
  return found == assets.end() ? std::string() : found->second;
}

Result<std::string> TemplateSet::Parts::fill(const std::string& path, const Json& data) const {
  const auto found = pages.find(path);
  if (found == pages.end()) {
    return failure(ErrorKind::Invalid, fmt::format("没有模板 {}.mustache。", path));
  }
  const mustache::data converted = to_mustache(data);
  StrictContext context(converted, found->second.source);
  std::string text = found->second.compiled.render(context);
  if (!context.complaint().empty()) return failure(ErrorKind::Invalid, context.complaint());
  return text;
}

std::string TemplateSet::message(std::string_view key, Arguments arguments) const {
  return parts_->messages.fill(key, arguments);
}

const std::map<std::string, std::string>& TemplateSet::assets() const { return parts_->assets; }

const std::map<std::string, std::string>& TemplateSet::desk_assets() const {
  return parts_->desk_assets;
}

}  // namespace gongshi
