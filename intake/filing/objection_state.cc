#include "intake/filing/objection_state.h"

#include <fmt/format.h>

namespace gongshi {
namespace {

Result<ObjectionState> after_decision(ObjectionState state, Signature signature,
                                      const ObjectionEvent& decision) {
  if (state != ObjectionState::Open) {
    return failure(ErrorKind::Conflict,
                   "已经作出过结论，不能再改；需要补充说明的，用 gongshi-desk reply 追加答复");
  }
  if (!decision.outcome) return failure(ErrorKind::Invalid, "作出结论要写明结论是什么");
  const bool reply_owed = signature == Signature::Named && *decision.outcome != Outcome::Withdrawn;
  return reply_owed ? ObjectionState::AwaitingReply : ObjectionState::Concluded;
}

Result<ObjectionState> after_reply(ObjectionState state) {
  if (state == ObjectionState::Open) {
    return failure(ErrorKind::Conflict, "还没有作出结论，不能答复；请先用 gongshi-desk decide");
  }
  return ObjectionState::Concluded;
}

Result<ObjectionState> after_supplement(ObjectionState state) {
  if (state == ObjectionState::Concluded) {
    return failure(ErrorKind::Conflict, "已经办结，不能再补充；有新的情况，请另提异议");
  }
  return state;
}

}  // namespace

std::string_view to_text(ObjectionState state) {
  switch (state) {
    case ObjectionState::Open:
      return "open";
    case ObjectionState::AwaitingReply:
      return "awaiting_reply";
    case ObjectionState::Concluded:
      return "concluded";
  }
  return {};
}

std::string_view chinese(ObjectionState state) {
  switch (state) {
    case ObjectionState::Open:
      return "待处理";
    case ObjectionState::AwaitingReply:
      return "已作结论待答复";
    case ObjectionState::Concluded:
      return "已办结";
  }
  return {};
}

Result<ObjectionState> state_after(ObjectionState state, Signature signature,
                                   const ObjectionEvent& event) {
  switch (event.kind) {
    case EventKind::Decided:
      return after_decision(state, signature, event);
    case EventKind::Replied:
      return after_reply(state);
    case EventKind::Supplemented:
      return after_supplement(state);
  }
  return failure(ErrorKind::Corrupt, "登记簿里有本程序不认识的办理记录");
}

Result<ObjectionState> state_of(Signature signature, std::span<const ObjectionEvent> history) {
  ObjectionState state = ObjectionState::Open;
  for (const ObjectionEvent& event : history) {
    const Result<ObjectionState> next = state_after(state, signature, event);
    if (!next) {
      return failure(ErrorKind::Corrupt,
                     fmt::format("登记簿里的办理记录前后矛盾（{}）", next.error().message));
    }
    state = *next;
  }
  return state;
}

}  // namespace gongshi
