#include "generator/load/disclosure_tables.h"

#include <array>
#include <string_view>
#include <utility>

#include "generator/load/fields.h"

namespace gongshi {
namespace {

constexpr std::array<std::string_view, 5> kContactKeys = {"phones", "fax", "email", "address",
                                                          "hours"};

Disclosure read_entries(TomlTable& table) {
  const auto entry = [&table](std::string_view key) { return table.text(key).value_or(""); };
  return {.index_number = entry("index_number"),
          .document_number = entry("document_number"),
          .issuer = entry("issuer"),
          .subject = entry("subject"),
          .validity = entry("validity"),
          .openness = entry("openness"),
          .written_on = read_date(table, "written_on"),
          .published_on = read_date(table, "published_on")};
}

Contact read_contact(TomlTable& table) {
  return {.office = table.required_text("office"),
          .phones = read_texts(table, "phones"),
          .fax = table.text("fax").value_or(""),
          .email = table.text("email").value_or(""),
          .address = table.text("address").value_or(""),
          .postcode = table.text("postcode").value_or(""),
          .hours = table.text("hours").value_or("")};
}

Waiver read_waiver(TomlTable& table) {
  return {.code = table.required_text("code"),
          .reason = table.required_text("reason"),
          .by = table.required_text("by"),
          .on = read_date(table, "on"),
          .candidate = read_optional_id<CandidateId>(table, "candidate"),
          .place = table.place_of("code")};
}

}  // namespace

Disclosure read_disclosure(TomlTable& table) {
  auto part = table.table("disclosure");
  if (!part) return {};
  Disclosure disclosure = read_entries(*part);
  part->report_unknown_keys();
  return disclosure;
}

std::vector<Contact> read_contacts(TomlTable& table, std::set<int>& lines) {
  std::vector<Contact> contacts;
  for (TomlTable& part : table.tables("contact")) {
    contacts.push_back(read_contact(part));
    lines.merge(lines_of(part, kContactKeys));
    part.report_unknown_keys();
  }
  return contacts;
}

std::vector<Waiver> read_waivers(TomlTable& table) {
  std::vector<Waiver> waivers;
  for (TomlTable& part : table.tables("waiver")) {
    waivers.push_back(read_waiver(part));
    part.report_unknown_keys();
  }
  return waivers;
}

}  // namespace gongshi
