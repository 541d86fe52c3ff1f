#include "intake/http/objection_form_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/filing/limits.h"
#include "intake/http/evidence_list.h"

namespace gongshi {
namespace {

// Where the summary's link leads: the field, or the first choice of a group (FORMS 2).
std::string anchor_of(std::string_view field) {
  if (field == field::kGrounds) return fmt::format("grounds-{}", to_text(kAllGrounds.front()));
  if (field == field::kIdentity) return fmt::format("identity-{}", to_text(kAllIdentities.front()));
  // Fields that nobody sees: the page itself is what to look at.
  if (field == field::kFormId || field == field::kNotice) return "objection-form";
  return std::string(field);
}

class FormPage {
 public:
  FormPage(const PageFrame& frame, const ManifestNotice& notice, const SentForm& sent,
           const std::vector<EvidenceFile>& attached, const FieldErrors& errors)
      : templates_(frame.templates),
        notice_(notice),
        sent_(sent),
        attached_(attached),
        errors_(errors) {}

  Json describe(const FormId& form) const {
    const Json channels = describe_channels(templates_, notice_);
    return {{"notice", describe_notice()},
            {"form_id", form.text()},
            {"errors", describe_errors()},
            {"has_errors", !errors_.empty()},
            {"candidate", {{"options", candidates()}, {"error", error(field::kCandidate)}}},
            {"grounds", {{"options", grounds()}, {"error", error(field::kGrounds)}}},
            {"statement", describe_text(field::kStatement)},
            {"statement_length_max", kStatementLengthMax},
            {"evidence", describe_files()},
            {"identity",
             {{"options", identities()},
              {"hint", message("identity.hint", to_text(notice_.identity_policy))},
              {"error", error(field::kIdentity)}}},
            {"anonymous_allowed", notice_.identity_policy != IdentityPolicy::RequireRealName},
            {"name", describe_text(field::kName)},
            {"contact", describe_text(field::kContact)},
            {"declaration",
             {{"checked", sent_.value(field::kDeclaration) == "on"},
              {"error", error(field::kDeclaration)}}},
            {"has_channels", !channels.empty()},
            {"channels", channels}};
  }

 private:
  std::string message(std::string_view group, std::string_view word) const {
    return templates_.message(fmt::format("objection.{}.{}", group, word));
  }

  Json describe_notice() const {
    return {{"id", notice_.id.text()},
            {"title", notice_.title},
            {"url", notice_.url},
            {"publisher", notice_.publisher},
            {"last_moment", chinese_last_moment(notice_.closes)}};
  }

  std::string error(std::string_view field) const {
    const auto found = std::ranges::find(errors_, field, &FieldError::field);
    return found == errors_.end() ? std::string() : message_for(templates_, *found);
  }

  Json describe_errors() const {
    Json list = Json::array();
    for (const FieldError& wrong : errors_) {
      list.push_back(
          {{"anchor", anchor_of(wrong.field)}, {"message", message_for(templates_, wrong)}});
    }
    return list;
  }

  Json describe_text(std::string_view field) const {
    return {{"value", printable(sent_.value(field))}, {"error", error(field)}};
  }

  // Each file that failed has its own sentence.
  Json describe_files() const {
    std::vector<std::string> wrong;
    for (const FieldError& error : errors_) {
      if (error.field == field::kEvidence) wrong.push_back(message_for(templates_, error));
    }
    return describe_evidence_field(templates_, attached_, wrong);
  }

  Json candidates() const {
    const std::string_view chosen = sent_.value(field::kCandidate);
    Json options = Json::array();
    options.push_back(
        {{"value", ""}, {"label", label_for(templates_, nullptr)}, {"selected", chosen.empty()}});
    for (const ManifestCandidate& candidate : notice_.candidates) {
      options.push_back({{"value", candidate.id.text()},
                         {"label", label_for(templates_, &candidate)},
                         {"selected", chosen == candidate.id.text()}});
    }
    return options;
  }

  Json option(std::string_view field, std::string_view word) const {
    return {
        {"value", word}, {"label", message(field, word)}, {"checked", sent_.value(field) == word}};
  }

  Json grounds() const {
    Json options = Json::array();
    for (const Grounds word : kAllGrounds)
      options.push_back(option(field::kGrounds, to_text(word)));
    return options;
  }

  Json identities() const {
    Json options = Json::array();
    for (const Identity word : kAllIdentities) {
      const bool refused =
          word == Identity::Anonymous && notice_.identity_policy == IdentityPolicy::RequireRealName;
      if (!refused) options.push_back(option(field::kIdentity, to_text(word)));
    }
    return options;
  }

  const TemplateSet& templates_;
  const ManifestNotice& notice_;
  const SentForm& sent_;
  const std::vector<EvidenceFile>& attached_;
  const FieldErrors& errors_;
};

}  // namespace

std::string message_for(const TemplateSet& templates, const FieldError& error) {
  return templates.message(fmt::format("objection.error.{}.{}", error.field, error.code),
                           {{"limit", std::to_string(error.limit)}, {"name", error.name}});
}

std::string label_for(const TemplateSet& templates, const ManifestCandidate* candidate) {
  if (candidate == nullptr) return templates.message("objection.whole_notice");
  const std::string& detail = candidate->unit.empty() ? candidate->award : candidate->unit;
  return fmt::format("{}（{}）", candidate->name, detail);
}

Answer make_form_page(const PageFrame& frame, const ManifestNotice& notice, const FormId& form,
                      const SentForm& sent, const std::vector<EvidenceFile>& attached,
                      const FieldErrors& errors) {
  const std::string title =
      frame.templates.message(errors.empty() ? "objection.title" : "objection.title_with_errors");
  Answer page = make_page(frame, errors.empty() ? 200 : 422, "objection-form", title,
                          FormPage(frame, notice, sent, attached, errors).describe(form));
  // A browser that goes back may show what was typed, form number included: sent again, it is the
  // same form.
  if (page.status == 200) page.headers = {{"Cache-Control", "private, no-cache"}};
  return page;
}

Answer make_form_errors(const PageFrame& frame, const FieldErrors& errors) {
  Json list = Json::array();
  for (const FieldError& error : errors) {
    list.push_back({{"field", error.field},
                    {"code", error.code},
                    {"message", message_for(frame.templates, error)}});
  }
  return make_json(422, Json{{"errors", list}}.dump() + "\n");
}

}  // namespace gongshi
