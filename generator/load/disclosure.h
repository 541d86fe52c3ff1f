// What a government document says about itself and whom to ask (DOMAIN 4.3).
#ifndef GENERATOR_LOAD_DISCLOSURE_H_
#define GENERATOR_LOAD_DISCLOSURE_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"

namespace gongshi {

// The disclosure block. Each entry as printed, "" when the document has none; nothing is invented.
struct Disclosure {
  std::string index_number;          // 索引号: an opaque key
  std::string document_number;       // 发文字号
  std::string issuer;                // 发布机构
  std::string subject;               // 主题分类
  std::string validity;              // 公文时效
  std::string openness;              // 此件主动公开
  std::optional<Date> written_on;    // 成文日期
  std::optional<Date> published_on;  // 发布日期

  bool operator==(const Disclosure&) const = default;
};

// An office that answers questions about the campaign. Offices only: no names, no mobiles.
struct Contact {
  std::string office;
  std::vector<std::string> phones;
  std::string fax;
  std::string email;
  std::string address;
  std::string postcode;
  std::string hours;
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_DISCLOSURE_H_
