#include "generator/command/hint.h"

#include <algorithm>
#include <array>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

struct Hint {
  std::string_view code;
  std::string_view text;
};

// Codes of reading files, of TOML, of content and of calendars; those of rules are in their table.
constexpr auto kHints = std::to_array<Hint>({
    // files and folders
    {"attachment-name", "附件名会成为网址的一段，读者下载后看到的也是它；改一个说得清内容的名称"},
    {"case-collision", "有的系统不分大小写，两个文件发布后会互相覆盖；文件名最好只用小写字母"},
    {"empty-file", "暂时没有内容的，先不要放这个文件"},
    {"file-too-large", "图片和扫描件放进公示的 attachments 文件夹，正文里写链接"},
    {"folder-too-deep",
     "内容文件夹最深是 campaigns/活动/notices/公示/attachments；多半是复制时套了层"},
    {"missing-file", "文件名要与活动、公示或候选对象的编号一致，全用小写字母、数字和连字符"},
    {"published-unreadable", "这是上一次发布的清单，由 gongshi build 写成；不要手改，也不要删去"},
    {"special-file", "内容文件夹里只放普通文件；用 ls -l 查看它是什么"},
    {"symbolic-link", "链接可能指向文件夹之外，把不该公开的文件带进网站，所以一律不读"},
    {"unreadable-file", "用 ls -l 查看所有者和权限；磁盘或网络盘出错的，先修好再检查"},
    {"unused-file", "草稿和资料放在内容文件夹之外；临时文件可以改名为以 .bak 结尾"},
    // text
    {"control-character", "多半是从网页或其他软件复制带来的；删去这一处前后的字，重新输入"},
    {"invalid-utf8", "在“记事本”里“另存为”，编码选 UTF-8；只有 candidates.csv 可以是 GB18030"},
    {"front-matter", "照抄现有的公示最稳妥；两行“+++”都单独成行，前面没有空格"},
    {"page-title", "第一行是“# ”加标题：井号后面有一个空格"},
    // TOML
    {"cap-denominator", "比例的分母由评选通知规定：是全部名额，还是其中一个奖项的名额"},
    {"cap-limit", "通知写“不超过百分之几”的用 percent，写“不超过几个”的用 count"},
    {"missing-key", "这一项没有默认值，必须写；写法见 content 里现有的同类文件"},
    {"not-a-log-key", "公布后读者才能自己核对收件证明；没有登记簿的，删去这一行"},
    {"not-a-base-url", "这是网站对外的网址，回执和订阅里的链接都由它开头"},
    {"not-a-publicity-step", "审核和决定没有公示期，也就没有天数"},
    {"not-an-identifier", "编号会成为网址，只能用小写字母、数字和连字符，如 shanxi-2017"},
    {"not-publishable", "姓名、单位等基本情况总会公开；身份证号、联系电话和住址永远不能公开"},
    {"not-a-digest", "办结记录由 gongshi-desk close 写成，不要手改"},
    {"out-of-range", "先看是不是多打或少打了一位"},
    {"quota-group", "for_each_unit = true 要和 units 或 other_units 一起写"},
    {"selector-empty", "什么也不写会管住所有的人，多半不是本意，所以当作错误"},
    {"toml-syntax", "从这一行往上看：多半是引号没有成对，或者用了中文的引号、逗号"},
    {"unknown-key", "不认识的项不会起作用，所以当作错误；照着改名，多余的删去"},
    {"unknown-reference", "两处写的编号要一字不差；先在定义它的文件里写上，再在这里引用"},
    {"unknown-word", "这一项只能从给出的几个词里选，照抄，不翻译"},
    {"wrong-type", "文字加英文引号；日期、时刻、整数和 true、false 都不加引号"},
    {"duplicate-id", "编号用来分清每一个；编号已经公布过的，改另一个"},
    // pages
    {"personal-data-in-output",
     "检查内容时没有看出来，多半是号码中间夹了标记或者转义；在内容里找到它，改好再生成"},
    // candidates.csv
    {"csv-line-end", "在 Excel 里“另存为”，选“CSV UTF-8（逗号分隔）”"},
    {"csv-quote", "用 Excel 或 WPS 改好再另存为 CSV，引号会自动写对"},
    {"csv-ragged-row", "格里的逗号和换行最容易引起；用 Excel 或 WPS 打开，看哪一格错位"},
    {"csv-too-many-rows", "每次评选的候选对象放在自己的 campaigns 文件夹；空行和说明文字删去"},
    {"csv-too-wide", "多半是把别的文件当成了 CSV，或者表格右边有大片空列"},
    {"duplicate-column", "同名的两列不知道用哪一列；留下对的一列"},
    {"forbidden-column", "这个文件会被公开；身份证号、联系电话和住址只留在内部的表格里"},
    {"missing-column", "首行是列名，必有 id、award、name 三列"},
    {"missing-value", "每名候选对象都要有编号、奖项和名称；空着的整行删去"},
    {"unknown-column", "不会公开的列不要放进这个文件；gongshi import 可以从汇总表里挑出要用的列"},
    // calendars
    {"calendar-covers-make-up", "节假日盖住了全国的上班日；以当地政府的通知为准"},
    {"calendar-day-outside-year",
     "每一年的安排写在它自己的 [year.…] 里，跨年的假期写在假期所属的一年"},
    {"calendar-day-twice", "同一天只由一处规定；调整通知写进 [[year.….amendment]]"},
    {"calendar-extends", "地方日历扩展全国日历：extends = \"cn\""},
    {"calendar-id", "文件名如 cn.toml、cn-gx.toml，与公示里 calendar 写的一致"},
    {"calendar-issued", "印发日期在通知的文号旁边；公示发布时通知是否已知，由它判断"},
    {"calendar-make-up-far", "调休上班日一般离假期不超过两三周"},
    {"calendar-make-up-off", "make_up_off 只写全国调休上班而本地放假的日子"},
    {"calendar-make-up-on-holiday", "地方只能比全国多放假"},
    {"calendar-make-up-on-workday", "调休上班日都是周末；对照通知原文"},
    {"calendar-regions-disagree", "一个地区一份日历，互相矛盾的安排不知道该听谁的"},
    {"calendar-span", "只放一天的，不写 to"},
    {"calendar-withdrawn", "只能取消同一份日历里已经写明的安排"},
    {"calendar-year", "放假安排按年写，每年一节"},
    {"holiday-json", "格式是 {\"year\", \"papers\", \"days\"}；不是这种格式的，照通知手写一节更快"},
});

}  // namespace

std::string hint_for(std::string_view code) {
  if (const Rule* rule = find_rule(code)) return hint_of(*rule);
  const auto* found = std::ranges::find(kHints, code, &Hint::code);
  return found == kHints.end() ? "" : std::string(found->text);
}

}  // namespace gongshi
