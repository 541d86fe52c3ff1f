#include "generator/load/candidate_columns.h"

#include <algorithm>
#include <array>

namespace gongshi {
namespace {

constexpr std::array<CandidateColumn, 33> kColumns = {{
    {"id", "编号", ColumnClass::Public},
    {"award", "拟授予称号", ColumnClass::Public},
    {"name", "姓名或名称", ColumnClass::Public},
    {"unit", "工作单位", ColumnClass::Public},
    {"post", "职务", ColumnClass::Public},
    {"recommended_by", "推荐单位", ColumnClass::Public},
    {"candidacy", "差额情况", ColumnClass::Public},
    {"gender", "性别", ColumnClass::Optional},
    {"ethnicity", "民族", ColumnClass::Optional},
    {"birth_month", "出生年月", ColumnClass::Optional},
    {"native_place", "籍贯", ColumnClass::Optional},
    {"political_status", "政治面貌", ColumnClass::Optional},
    {"education", "学历", ColumnClass::Optional},
    {"degree", "学位", ColumnClass::Optional},
    {"professional_title", "职称", ColumnClass::Optional},
    {"level", "级别", ColumnClass::Optional},
    {"work_since", "参加工作年月", ColumnClass::Optional},
    {"window_since", "到窗口工作时间", ColumnClass::Optional},
    {"nature", "单位性质", ColumnClass::Optional},
    {"affiliation", "所属单位", ColumnClass::Optional},
    {"division", "行政区划", ColumnClass::Optional},
    {"headcount", "集体人数", ColumnClass::Optional},
    {"head", "集体负责人", ColumnClass::Optional},
    {"honours", "曾受奖励", ColumnClass::Optional},
    {"brief", "简要事迹", ColumnClass::Optional},
    {"rank", "推荐排序", ColumnClass::Internal},
    {"tenure_years", "从事本项工作年数", ColumnClass::Internal},
    {"clean_since", "未发生违法违纪的起始日期", ColumnClass::Internal},
    {"consulted", "已征求意见的部门", ColumnClass::Internal},
    {"consulted_by", "征求意见表经办单位", ColumnClass::Internal},
    {"quota_exemption", "不占名额的理由", ColumnClass::Internal},
    {"performance", "综合表现", ColumnClass::Internal},
    {"remarks", "备注", ColumnClass::Internal},
}};

}  // namespace

std::span<const CandidateColumn> candidate_columns() { return kColumns; }

const CandidateColumn* find_candidate_column(std::string_view name) {
  const auto* found = std::ranges::find(kColumns, name, &CandidateColumn::name);
  return found == kColumns.end() ? nullptr : found;
}

}  // namespace gongshi
