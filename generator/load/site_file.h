// content/site.toml:
//
//   name = "示例市公示网"
//   base_url = "https://gongshi.example"     # http or https, no slash at the end
//   publisher = "示例市评选表彰办公室"       # for notices that name none
//   calendar = "cn"                          # calendars/cn.toml, for notices that name none
//   phone = "0000-12345678"                  # phone, email and address may be absent
//   email = "office@gongshi.example"
//   address = "示例市示例路1号"
//   [[footer]]                               # any number of them
//   label = "主办单位"
//   value = "示例市评选表彰办公室"
//   [[waiver]]                               # as in campaign.toml, for what is outside campaigns/
#ifndef GENERATOR_LOAD_SITE_FILE_H_
#define GENERATOR_LOAD_SITE_FILE_H_

#include "generator/load/site.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// As much of site.toml as can be read; a missing file is a problem too.
Site load_site(const SourceTree& tree, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_SITE_FILE_H_
