#include "intake/command/case_paper.h"

#include "intake/command/desk_commands.h"

namespace gongshi {

void add_case_paper_options(CLI::App& command, CasePaperOptions& options) {
  command.add_option("NUMBER", options.number, "登记号")->required()->option_text("*");
  add_data_option(command, options.data);
  add_key_options(command, options.keys);
  add_site_option(command, options.site);
}

Result<std::string> make_case_paper(
    const CasePaperOptions& options,
    const std::function<Result<std::string>(const Manifest&, const CaseFile&)>& make) {
  const Result<Manifest> site = read_site_manifest(options.site);
  if (!site) return tl::unexpected(site.error());
  const Result<Register> reg = open_register(options.data);
  if (!reg) return tl::unexpected(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return tl::unexpected(keys.error());
  const Result<CaseFile> file = open_case(*reg, options.number, *keys);
  if (!file) return tl::unexpected(file.error());
  return make(*site, *file);
}

}  // namespace gongshi
