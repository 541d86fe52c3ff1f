#include "generator/render/disclosure_view.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace gongshi {
namespace {

std::string text_of(const std::optional<Date>& date) { return date ? chinese_date(*date) : ""; }

}  // namespace

PageData describe_disclosure(const SiteModel& site, const Disclosure& disclosure) {
  const std::pair<const char*, std::string> entries[] = {
      {"index_number", disclosure.index_number},
      {"document_number", disclosure.document_number},
      {"issuer", disclosure.issuer},
      {"subject", disclosure.subject},
      {"validity", disclosure.validity},
      {"written_on", text_of(disclosure.written_on)},
      {"published_on", text_of(disclosure.published_on)},
  };
  PageData list = PageData::array();
  for (const auto& [key, value] : entries) {
    if (value.empty()) continue;
    const std::string message = std::string("disclosure.") + key;
    list.push_back({{"label", site.templates.message(message)}, {"value", value}});
  }
  return list;
}

PageData describe_contacts(const SiteModel& site, const std::vector<Contact>& contacts) {
  PageData list = PageData::array();
  for (const Contact& contact : contacts) {
    PageData entries = PageData::array();
    const auto add = [&](const char* key, const std::string& value) {
      if (value.empty()) return;
      const std::string message = std::string("contact.") + key;
      entries.push_back({{"label", site.templates.message(message)},
                         {"value", value},
                         {"link", link_to(key, value)}});
    };
    for (const std::string& phone : contact.phones) add("phone", phone);
    add("fax", contact.fax);
    add("email", contact.email);
    add("address", contact.address);
    add("postcode", contact.postcode);
    add("hours", contact.hours);
    list.push_back({{"office", contact.office}, {"entries", std::move(entries)}});
  }
  return list;
}

std::string link_to(std::string_view kind, const std::string& value) {
  constexpr std::size_t kPhoneDigitsMax = 12;  // area code and number
  if (kind == "email") return "mailto:" + value;
  if (kind != "phone") return "";
  std::string digits;
  std::ranges::copy_if(value, std::back_inserter(digits),
                       [](char c) { return '0' <= c && c <= '9'; });
  return digits.empty() || digits.size() > kPhoneDigitsMax ? "" : "tel:" + digits;
}

}  // namespace gongshi
