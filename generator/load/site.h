// content/site.toml: who publishes, where, and with which calendar.
#ifndef GENERATOR_LOAD_SITE_H_
#define GENERATOR_LOAD_SITE_H_

#include <set>
#include <string>
#include <vector>

#include "generator/load/waiver.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/handling_periods.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// A number or name that the law wants in the footer (ICP备案号, 网站标识码, 主办单位 …).
// Configuration, never invented (DOMAIN 4.2).
struct FooterEntry {
  std::string label;
  std::string value;
};

struct Site {
  std::string name;
  std::string base_url;   // "https://gongshi.example", without a slash at the end
  std::string publisher;  // for notices that name none
  CalendarId calendar;    // for notices that name none
  std::string phone;      // how to reach those who run the site
  std::string email;
  std::string address;
  std::string log_key;       // of the public log of objections, as it is published; empty: not yet
  HandlingPeriods handling;  // [handling]; what it does not say is as usual
  std::vector<FooterEntry> footer;
  std::vector<Waiver> waivers;
  Place place;                  // site.toml
  std::set<int> contact_lines;  // of site.toml: where telephone numbers may stand
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_SITE_H_
