// What the scanner found: personal data that must not be public, and where it stands. A finding
// carries a mask and a digest, so that it can be printed, logged and waived; the value itself never
// leaves this box.
#ifndef GENERATOR_SCAN_FINDING_H_
#define GENERATOR_SCAN_FINDING_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace gongshi {

// What was found (DOMAIN 5.2).
enum class FindingKind {
  ResidentId,       // 18 digits, GB 11643
  OldResidentId,    // 15 digits, issued before 1999
  MobileNumber,     // also in the local part of an e-mail address and in file names
  BankCard,         // a card, or an account number beside its label
  TravelDocument,   // passport, or a permit for Hong Kong, Macau or Taiwan
  BirthDate,        // a full date beside 出生; year and month are not a finding
  HomeAddress,      // a house number beside 住址, 户籍 and the like
  EmailAddress,     // at a provider of private mailboxes
  Landline,         // landlines and public hotlines, outside a contact block
  ForbiddenHeader,  // a table column whose values must never be public, filled or not
};

enum class Severity {
  Block,  // must not be published
  Warn,   // a person decides: delete, mask, or declare a false alarm
};

struct Finding {
  FindingKind kind = FindingKind::ResidentId;
  Severity severity = Severity::Block;
  std::size_t offset = 0;  // of the first byte, in the text that was scanned
  int line = 1;            // counted by LF, from 1
  int column = 1;          // in code points, from 1
  std::string masked;      // "11*************003"; for a header, its words: “身份证号”
  // SHA-256 in hexadecimal of the value without separators, so that a waiver names one value
  // however it is written. Not a secret: whoever can list all mobile numbers can invert it, so it
  // belongs in the office's records and not on a page.
  std::string digest;

  bool operator==(const Finding&) const = default;
};

// "resident-id", "mobile-number", …: stable words for codes and waivers.
std::string_view to_text(FindingKind kind);

// One Chinese sentence that says what stands there, masked, and the way out.
std::string sentence(const Finding& finding);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_FINDING_H_
