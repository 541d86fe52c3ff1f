#include "generator/check/media.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "generator/check/rules.h"
#include "generator/check/text_places.h"
#include "generator/markdown/media.h"

namespace gongshi {
namespace {

bool is_elsewhere(std::string_view address) {
  return address.starts_with("//") || address.find("://") != std::string_view::npos;
}

class TextChecker {
 public:
  // `first` is where the text begins.
  TextChecker(std::string_view text, const Place& first, Diagnostics& problems)
      : text_(text), places_(text, first), problems_(problems) {}

  void check() {
    // As most deeds are. Two passes of find() are faster than one of find_first_of().
    const bool plain =
        text_.find('[') == std::string_view::npos && text_.find('<') == std::string_view::npos;
    if (plain) return;
    for (const MarkdownMedium& medium : media_of(text_)) check(medium);
  }

 private:
  void check(const MarkdownMedium& medium) {
    switch (medium.kind) {
      case MediumKind::Link:
        if (!medium.has_words) {
          report(medium, "link-without-text",
                 fmt::format("指向“{}”的链接没有文字；请在方括号里写上指向什么", medium.address));
        }
        return;
      case MediumKind::Picture:
        check_picture(medium);
        return;
      case MediumKind::Html:
        report(medium, "raw-html", "正文里的 HTML 不起作用，读者会看到这些字符；请改用 Markdown");
        return;
    }
  }

  void check_picture(const MarkdownMedium& picture) {
    if (!picture.has_words) {
      report(picture, "image-without-text",
             fmt::format("图片“{}”没有文字说明；请在方括号里写上图片的内容", picture.address));
    }
    if (is_elsewhere(picture.address)) {
      report(picture, "image-from-elsewhere",
             fmt::format("图片“{}”在别的网站上；请把图片放进公示的 attachments 文件夹",
                         picture.address));
    }
  }

  void report(const MarkdownMedium& medium, std::string_view code, std::string message) {
    report_rule(problems_, places_.at(medium.offset), code, std::move(message));
  }

  std::string_view text_;
  TextPlaces places_;
  Diagnostics& problems_;
};

void check_campaign(const Campaign& campaign, Diagnostics& problems) {
  TextChecker(campaign.criteria, campaign.criteria_place, problems).check();
  TextChecker(campaign.decree, campaign.decree_place, problems).check();
  for (const Candidate& candidate : campaign.candidates) {
    TextChecker(candidate.deeds, candidate.deeds_place, problems).check();
  }
}

}  // namespace

void check_media(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) check_campaign(campaign, problems);
  for (const Notice& notice : content.notices) {
    TextChecker(notice.body, notice.body_place, problems).check();
  }
  for (const Page& page : content.pages) {
    TextChecker(page.body, page.body_place, problems).check();
  }
}

}  // namespace gongshi
