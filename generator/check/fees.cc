#include "generator/check/fees.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "generator/check/rules.h"
#include "generator/check/text_places.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> kDemands = {"收取", "缴纳", "交纳",
                                                      "缴交", "收缴", "交付"};
constexpr std::array<std::string_view, 11> kRefusals = {
    "不", "严禁", "禁止", "免", "无需", "无须", "没有", "未", "杜绝", "违规", "乱"};
constexpr std::array<std::string_view, 4> kOtherFees = {"保险费", "社保费", "党费", "税费"};
constexpr std::array<std::string_view, 8> kClauseEnds = {"。", "；", "，", "！",
                                                         "？", ",",  ";",  "\n"};
constexpr std::size_t kReach = 10;  // characters between the demand and 费

bool contains_any(std::string_view text, Words words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Where the clause that holds `offset` begins.
std::size_t clause_begin(std::string_view text, std::size_t offset) {
  std::size_t begin = 0;
  for (const std::string_view end : kClauseEnds) {
    const std::size_t at = text.substr(0, offset).rfind(end);
    if (at != std::string_view::npos) begin = std::max(begin, at + end.size());
  }
  return begin;
}

std::string_view until_clause_end(std::string_view text) {
  std::size_t length = text.size();
  for (const std::string_view end : kClauseEnds) length = std::min(length, text.find(end));
  return text.substr(0, length);
}

bool asks_for_a_fee(std::string_view after_demand) {
  const auto near = first_code_points(until_clause_end(after_demand), kReach);
  return near.find("费") != std::string_view::npos && !contains_any(near, kOtherFees);
}

}  // namespace

std::optional<std::size_t> find_fee(std::string_view text) {
  std::optional<std::size_t> first;
  for (const std::string_view demand : kDemands) {
    for (std::size_t at = text.find(demand); at != std::string_view::npos;
         at = text.find(demand, at + demand.size())) {
      const std::size_t begin = clause_begin(text, at);
      if (contains_any(text.substr(begin, at - begin), kRefusals)) continue;
      if (!asks_for_a_fee(text.substr(at + demand.size()))) continue;
      first = std::min(first.value_or(at), at);
      break;
    }
  }
  return first;
}

void check_fees(const Content& content, Diagnostics& problems) {
  constexpr const char* kMessage =
      "这里像是要收费，而评选表彰不收取任何费用；请删去，写的是禁止收费的请写明“不得”";
  for (const Notice& notice : content.notices) {
    if (const auto fee = find_fee(notice.body)) {
      report_rule(problems, TextPlaces(notice.body, notice.body_place).at(*fee), "fee-demanded",
                  kMessage);
    }
  }
  for (const Campaign& campaign : content.campaigns) {
    if (const auto fee = find_fee(campaign.criteria)) {
      report_rule(problems, TextPlaces(campaign.criteria, campaign.criteria_place).at(*fee),
                  "fee-demanded", kMessage);
    }
  }
}

}  // namespace gongshi
