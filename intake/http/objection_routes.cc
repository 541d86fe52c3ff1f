#include "intake/http/objection_routes.h"

#include <optional>
#include <utility>

#include "intake/filing/file_objection.h"
#include "intake/filing/objection_form.h"
#include "intake/http/form_files.h"
#include "intake/http/objection_form_page.h"
#include "intake/http/receipt_page.h"
#include "intake/http/refusal_page.h"

namespace gongshi {
namespace {

const ManifestNotice* find_notice(const Manifest& manifest, std::string_view id) {
  const auto parsed = NoticeId::parse(id);
  return parsed ? manifest.find(*parsed) : nullptr;
}

Answer give(const PageFrame& frame, const Request& request, const Receipt& receipt) {
  return request.wants_json() ? make_json(201, to_json(receipt))
                              : make_receipt_page(frame, receipt);
}

Arrival arrival_of(const Intake& intake, const Request& request) {
  const auto form = FormId::parse(request.form.value(field::kFormId));
  return {.received_at = request.received_at,
          .opened_at = form ? intake.reg.form_issuer().issued_at(*form) : std::nullopt};
}

// One POST /objections. A form that was filed before is answered with its receipt whatever stands
// in it now: append() finds it, and before anybody is turned away answer_again() looks for it.
// Nearly all forms are new, so they are looked for only where they can be.
class Filing {
 public:
  Filing(const Intake& intake, const Request& request)
      : intake_(intake),
        request_(request),
        sent_(request.form),
        notice_(find_notice(intake.frame.manifest, sent_.value(field::kNotice))),
        files_(intake, request) {}

  Answer answer() {
    if (may_be_filed()) {
      if (auto earlier = answer_again()) return *std::move(earlier);
    }
    // Before the fields: no correction would help.
    const Arrival arrival = arrival_of(intake_, request_);
    if (const auto why = notice_ ? refusal(*notice_, arrival) : std::nullopt) {
      return unless_filed([&] { return refuse(*why); });
    }
    attach_files();
    const auto parsed = parse_objection(intake_.frame.manifest, sent_, FormWay::Online);
    if (!parsed) return unless_filed([&] { return show_errors(parsed.error()); });
    if (const auto wait =
            intake_.limits.take_filing(request_.network, notice_->id.text(), request_.arrived_at)) {
      return unless_filed([&] { return show_rate_limited(*wait); });
    }
    const FilingOutcome outcome = file_objection(intake_.reg, *notice_, parsed->form,
                                                 parsed->objection, arrival, files_.attached());
    if (const auto* receipt = std::get_if<Receipt>(&outcome)) {
      intake_.metrics.count_stored();
      files_.filed(parsed->form);
      return give(intake_.frame, request_, *receipt);
    }
    if (const auto* why = std::get_if<Refusal>(&outcome)) return refuse(*why);
    return show_not_stored(std::get<Error>(outcome));
  }

 private:
  bool may_be_filed() const {
    const auto form = FormId::parse(sent_.value(field::kFormId));
    return form && intake_.reg.may_be_filed(form->digest());
  }

  template <class TurnAway>
  Answer unless_filed(TurnAway turn_away) {
    if (auto earlier = answer_again()) return *std::move(earlier);
    return turn_away();
  }

  std::optional<Answer> answer_again() {
    const auto form = FormId::parse(sent_.value(field::kFormId));
    if (!form) return std::nullopt;
    const auto earlier = find_receipt(intake_.reg, *form);
    if (!earlier) {
      attach_files();
      return show_not_stored(earlier.error());
    }
    const std::optional<Receipt>& receipt = *earlier;
    if (!receipt) return std::nullopt;
    return give(intake_.frame, request_, *receipt);
  }

  Answer refuse(const Refusal& why) const {
    intake_.metrics.count_refused(code_of(why));
    return request_.wants_json() ? make_refusal_json(intake_.frame, *notice_, why)
                                 : make_refusal_page(intake_.frame, *notice_, why, 409,
                                                     sent_.value(field::kStatement));
  }

  void attach_files() {
    if (!std::exchange(attached_, true)) sent_.files = files_.attach();
  }

  Answer show_errors(const FieldErrors& errors) {
    const PageFrame& frame = intake_.frame;
    for (const FieldError& error : errors) {
      intake_.metrics.count_form_error("objection", error.field, error.code);
    }
    if (notice_ == nullptr) {
      return request_.wants_json()
                 ? make_form_errors(frame, errors)
                 : make_unknown_notice_page(frame, 422, sent_.value(field::kStatement));
    }
    const FormId form = files_.keep();
    return request_.wants_json()
               ? make_form_errors(frame, errors)
               : make_form_page(frame, *notice_, form, sent_, files_.attached(), errors);
  }

  // Nothing was filed. The same form may be sent again, so the page keeps it, form id included.
  Answer keep_form(Answer problem, const FieldError& why) {
    if (notice_ == nullptr) return problem;
    const FormId form = files_.keep();
    if (request_.wants_json()) return problem;
    Answer page = make_form_page(intake_.frame, *notice_, form, sent_, files_.attached(), {why});
    page.status = problem.status;
    page.headers = std::move(problem.headers);
    return page;
  }

  Answer show_not_stored(const Error& reason) {
    intake_.metrics.count_refused("not_stored");
    return keep_form(unavailable(intake_, request_, reason),
                     {.field = field::kFormId, .code = "not_stored"});
  }

  Answer show_rate_limited(std::chrono::seconds wait) {
    intake_.metrics.count_refused("rate_limited");
    return keep_form(rate_limited(intake_, request_, wait),
                     {.field = field::kFormId, .code = "rate_limited", .limit = in_minutes(wait)});
  }

  const Intake& intake_;
  const Request& request_;
  SentForm sent_;
  const ManifestNotice* notice_;
  FormFiles files_;
  bool attached_ = false;
};

}  // namespace

Answer show_form(const Intake& intake, const Request& request) {
  const auto* notice = find_notice(intake.frame.manifest, request.parameter("notice"));
  if (notice == nullptr) {
    return request.wants_json() ? make_problem(intake.frame, Problem::NotFound, true, request.id)
                                : make_unknown_notice_page(intake.frame, 404, {});
  }
  if (const auto refused = refusal(*notice, {.received_at = request.received_at})) {
    return make_refusal_page(intake.frame, *notice, *refused, 200, {});
  }
  SentForm blank;
  blank.fields.emplace(field::kCandidate, request.parameter("candidate"));
  return make_form_page(intake.frame, *notice, intake.reg.form_issuer().issue(request.received_at),
                        blank, {}, {});
}

Answer take_objection(const Intake& intake, const Request& request) {
  return Filing(intake, request).answer();
}

}  // namespace gongshi
