#include "generator/amend/leak_record.h"

#include <fmt/format.h>

#include <string_view>

namespace gongshi {
namespace {

std::string ticks(const std::vector<std::string>& addresses) {
  std::string list;
  for (const std::string& address : addresses) list += fmt::format("- [ ] {}\n", address);
  return list;
}

std::string facts(const Notice& notice, const Leak& leak) {
  return fmt::format(
      "# 信息泄露处置记录\n\n"
      "- 公示：{}（{}）\n"
      "- 发布时间：{}\n"
      "- 撤回时间：{}\n"
      "- 泄露的信息种类：{}\n"
      "- 处置人：{}\n"
      "- 发现经过、原因：\n"
      "- 涉及的人数：\n\n"
      "本记录由办公室留存，不得公开；只写信息的种类，不抄录信息本身。\n\n",
      notice.title, notice.id.text(), chinese_instant(notice.published_at),
      chinese_instant(leak.at), leak.what, leak.by);
}

std::string taking_down(const Leak& leak) {
  std::string text =
      "## 一、立即下线\n\n"
      "- [ ] 运行 gongshi build，发布后逐个打开下面的网址，确认看不到泄露的内容了\n"
      "- [ ] 清除 CDN、反向代理的缓存\n"
      "- [ ] 向搜索引擎提交死链，申请删除快照和缓存\n"
      "- [ ] 收回、遮盖张贴的纸质公示；要求转发的单位、微信群、公众号删除\n"
      "- [ ] 通知使用订阅、开放数据的单位删除已经取走的数据\n"
      "- [ ] 清理内容文件夹的历史版本、备份和服务器上的旧文件，另行封存一份作证据\n\n";
  if (leak.gone.empty() && leak.changed.empty()) {
    return text +
           "内容里还有别的错误，算不出变动的网址：请清除全站的缓存，并手工删除这份公示的页面和附件"
           "。"
           "\n\n";
  }
  if (!leak.gone.empty()) text += "撤下的网址，要返回 404：\n\n" + ticks(leak.gone) + "\n";
  return text + "内容变了、缓存要清除的网址：\n\n" + ticks(leak.changed) + "\n";
}

constexpr std::string_view kTelling =
    "## 二、报告和通知\n\n"
    "- [ ] 向本单位负责人和上一级评选表彰办公室报告\n"
    "- [ ] 涉及个人信息的，通知履行个人信息保护职责的部门（网信部门等）和本人（个人信息保护法第五十"
    "七条），写明：信息的种类、原因和可能造成的危害；已经采取的补救措施和本人可以采取的减轻危害的措"
    "施；"
    "联系方式。采取的措施能够有效避免危害的，可以不通知本人，但部门要求通知的仍要通知\n"
    "- [ ] 可能涉及国家秘密的，立即报告保密行政管理部门，不要在网上谈论\n"
    "- [ ] 在受理异议的电话上准备统一的答复\n\n";

std::string new_window(const Notice& notice, const Step& step) {
  return fmt::format(
      "## 三、重新公示\n\n"
      "- [ ] 查明原因，改好内容，重新做保密和隐私审查\n"
      "- [ ] 用新的编号另发一份公示（gongshi new notice "
      "{}/新编号），公示期从新的发布之日起算满{}{}，"
      "原来已经公示的天数不计\n"
      "- [ ] 原公示期间收到的异议照常办理、答复\n"
      "- [ ] 原网址保留“已撤回”的说明，不再恢复\n\n"
      "## 四、处置结果\n\n"
      "完成时间：　　　　　　处置人：　　　　　　负责人：\n",
      notice.campaign.text(), step.working_days, step.unit == DayUnit::Workday ? "个工作日" : "天");
}

}  // namespace

std::string leak_record(const Notice& notice, const Step& step, const Leak& leak) {
  return facts(notice, leak) + taking_down(leak) + std::string(kTelling) + new_window(notice, step);
}

}  // namespace gongshi
