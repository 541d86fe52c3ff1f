#include "intake/register/objection_event.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace gongshi {
namespace {

template <class Enum>
struct EventWord {
  Enum value;
  std::string_view text;
};

constexpr std::array<EventWord<EventKind>, 18> kKinds = {{
    {EventKind::Decided, "decided"},
    {EventKind::Replied, "replied"},
    {EventKind::Supplemented, "supplemented"},
    {EventKind::Asked, "asked"},
    {EventKind::Accepted, "accepted"},
    {EventKind::Transferred, "transferred"},
    {EventKind::InvestigationOpened, "investigation_opened"},
    {EventKind::Extended, "extended"},
    {EventKind::Disposed, "disposed"},
    {EventKind::ReviewOpened, "review_opened"},
    {EventKind::Continued, "continued"},
    {EventKind::Joined, "joined"},
    {EventKind::Separated, "separated"},
    {EventKind::Recused, "recused"},
    {EventKind::Readmitted, "readmitted"},
    {EventKind::Paraphrased, "paraphrased"},
    {EventKind::Redacted, "redacted"},
    {EventKind::Noted, "noted"},
}};

constexpr std::array<EventWord<RefusalReason>, 6> kRefusals = {{
    {RefusalReason::WindowOver, "window_over"},
    {RefusalReason::OutOfScope, "out_of_scope"},
    {RefusalReason::NoClue, "no_clue"},
    {RefusalReason::Impersonation, "impersonation"},
    {RefusalReason::VagueAnonymous, "vague_anonymous"},
    {RefusalReason::AlreadyConcluded, "already_concluded"},
}};

constexpr std::array<EventWord<Measure>, 5> kMeasures = {{
    {Measure::Maintained, "maintained"},
    {Measure::Corrected, "corrected"},
    {Measure::Disqualified, "disqualified"},
    {Measure::Deferred, "deferred"},
    {Measure::Republished, "republished"},
}};

constexpr RefusalReason kRefusalOrder[] = {
    RefusalReason::WindowOver,    RefusalReason::OutOfScope,     RefusalReason::NoClue,
    RefusalReason::Impersonation, RefusalReason::VagueAnonymous, RefusalReason::AlreadyConcluded};
constexpr Measure kMeasureOrder[] = {Measure::Maintained, Measure::Corrected, Measure::Disqualified,
                                     Measure::Deferred, Measure::Republished};

template <class Enum, std::size_t N>
std::string_view spell(const std::array<EventWord<Enum>, N>& spellings, Enum value) {
  const auto* it = std::ranges::find(spellings, value, &EventWord<Enum>::value);
  assert(it != spellings.end());
  return it->text;
}

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<EventWord<Enum>, N>& spellings, std::string_view text) {
  const auto* it = std::ranges::find(spellings, text, &EventWord<Enum>::text);
  if (it == spellings.end()) return std::nullopt;
  return it->value;
}

}  // namespace

std::string_view to_text(EventKind kind) { return spell(kKinds, kind); }
std::string_view to_text(RefusalReason reason) { return spell(kRefusals, reason); }
std::string_view to_text(Measure measure) { return spell(kMeasures, measure); }
std::optional<EventKind> parse_event_kind(std::string_view text) { return parse(kKinds, text); }
std::optional<RefusalReason> parse_refusal_reason(std::string_view text) {
  return parse(kRefusals, text);
}
std::optional<Measure> parse_measure(std::string_view text) { return parse(kMeasures, text); }

std::string_view chinese(RefusalReason reason) {
  switch (reason) {
    case RefusalReason::WindowOver:
      return "超过公示期";
    case RefusalReason::OutOfScope:
      return "不属于异议范围";
    case RefusalReason::NoClue:
      return "没有证据，也没有可以核查的线索";
    case RefusalReason::Impersonation:
      return "冒用他人名义";
    case RefusalReason::VagueAnonymous:
      return "匿名且内容笼统";
    case RefusalReason::AlreadyConcluded:
      return "同一事实已有结论";
  }
  return {};
}

std::string_view chinese(Measure measure) {
  switch (measure) {
    case Measure::Maintained:
      return "维持";
    case Measure::Corrected:
      return "更正";
    case Measure::Disqualified:
      return "取消资格";
    case Measure::Deferred:
      return "暂缓";
    case Measure::Republished:
      return "重新公示";
  }
  return {};
}

std::span<const RefusalReason> all_refusal_reasons() { return kRefusalOrder; }
std::span<const Measure> all_measures() { return kMeasureOrder; }

}  // namespace gongshi
