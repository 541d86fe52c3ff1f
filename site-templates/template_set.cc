#include "site-templates/template_set.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "generator/notice/json.h"
#include "site-templates/embedded_files.h"
#include "site-templates/message_table.h"
#include "site-templates/page_template.h"
#include "site-templates/template_source.h"

namespace gongshi {

struct TemplateSet::Parts {
  std::map<std::string, PageTemplate, std::less<>> pages;  // "pages/notice", "papers/report"
  MessageTable messages;
  std::map<std::string, std::string> assets;
  std::map<std::string, std::string> desk_assets;

  Result<void> add_page(const TemplateFiles& files, const std::string& path);
  Result<std::string> fill(const std::string& path, const PageData& data) const;
  std::string asset(const std::string& name) const;  // "" when there is none
};

namespace {

constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kPages = "pages/";
constexpr std::string_view kPapers = "papers/";
constexpr std::string_view kDesk = "desk/";
constexpr std::string_view kDeskAssets = "desk/assets/";
constexpr std::string_view kExtension = ".mustache";

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
  const auto source = assemble_page(files, std::string_view(path).substr(folder), kind);
  if (!source) return tl::unexpected<Error>(source.error());
  pages.emplace(path, *source);
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

Result<std::string> TemplateSet::render(std::string_view page, const PageData& data) const {
  return parts_->fill(fmt::format("{}{}", kPages, page), data);
}

Result<std::string> TemplateSet::render(std::string_view page, const Json& data) const {
  return render(page, PageData::of(data));
}

Result<std::string> TemplateSet::render_desk(std::string_view page, const Json& data) const {
  return parts_->fill(fmt::format("{}{}", kDesk, page), PageData::of(data));
}

Result<std::string> TemplateSet::render_paper(std::string_view paper, const Json& data) const {
  PageData framed = PageData::of(data);
  framed["style"] = parts_->asset("tokens.css") + parts_->asset("site.css");
  framed["print_style"] = parts_->asset("print.css");
  return parts_->fill(fmt::format("{}{}", kPapers, paper), framed);
}

std::string TemplateSet::Parts::asset(const std::string& name) const {
  const auto found = assets.find(name);
  return found == assets.end() ? std::string() : found->second;
}

Result<std::string> TemplateSet::Parts::fill(const std::string& path, const PageData& data) const {
  const auto found = pages.find(path);
  if (found == pages.end()) {
    return failure(ErrorKind::Invalid, fmt::format("没有模板 {}.mustache。", path));
  }
  return found->second.fill(data);
}

std::string TemplateSet::message(std::string_view key, Arguments arguments) const {
  return parts_->messages.fill(key, arguments);
}

const std::map<std::string, std::string>& TemplateSet::assets() const { return parts_->assets; }

const std::map<std::string, std::string>& TemplateSet::desk_assets() const {
  return parts_->desk_assets;
}

}  // namespace gongshi
