// The tables that campaign.toml and notice.md share:
//
//   [disclosure]                              # 信息公开; every key may be absent
//   index_number = "015000185/2021-00308"
//   document_number = "青政办函〔2021〕121号"
//   issuer = "青海省人民政府办公厅"
//   subject = "劳动、人事、监察"
//   validity = "有效"
//   openness = "此件公开发布"
//   written_on = 2021-07-08
//   published_on = 2021-07-08
//   [[contact]]                               # campaign.toml only
//   office = "山西省信访局机关党委（人事处）"
//   phones = ["0351-4019531"]
//   fax = "…"                                 # email, address, postcode, hours as well
//   [[waiver]]
//   code = "tenure-unconfirmed"
//   reason = "原文没有逐人写明"
//   by = "示例审批人"
//   on = 2017-06-20                           # may be absent
//   candidate = "yangquan"                    # may be absent: every candidate
#ifndef GENERATOR_LOAD_DISCLOSURE_TABLES_H_
#define GENERATOR_LOAD_DISCLOSURE_TABLES_H_

#include <set>
#include <vector>

#include "generator/load/disclosure.h"
#include "generator/load/waiver.h"
#include "generator/toml/toml_document.h"

namespace gongshi {

Disclosure read_disclosure(TomlTable& table);

// Adds the lines of the values to `lines`: telephone numbers may stand there.
std::vector<Contact> read_contacts(TomlTable& table, std::set<int>& lines);

std::vector<Waiver> read_waivers(TomlTable& table);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_DISCLOSURE_TABLES_H_
