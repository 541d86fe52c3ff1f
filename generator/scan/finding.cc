#include "generator/scan/finding.h"

#include <fmt/format.h>

namespace gongshi {
namespace {

std::string doubtful(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::ResidentId:
      return fmt::format(
          "“{}"
          "”像是身份证号码（日期相符而校验码不符，可能有笔误）；请核对，确属身份证号码的必须删去",
          finding.masked);
    case FindingKind::OldResidentId:
      return fmt::format("“{}”像是15位身份证号码；请核对，确属身份证号码的必须删去",
                         finding.masked);
    case FindingKind::MobileNumber:
      return fmt::format(
          "联系方式中有手机号码“{}”；请改用固定电话，或者确认是工作用机且本人同意公开",
          finding.masked);
    case FindingKind::BankCard:
      return fmt::format("“{}”像是银行账号；请核对，确属银行账号的必须删去", finding.masked);
    case FindingKind::ForbiddenHeader:
      return fmt::format("表头{}一栏可能含个人信息；请核对，只保留单位的信息", finding.masked);
    case FindingKind::HomeAddress:
      return "疑似家庭住址；请删去，或者只写到乡镇、街道";
    case FindingKind::EmailAddress:
      return fmt::format("正文中有个人邮箱“{}”；请删去，或者改用单位邮箱并写在联系方式中",
                         finding.masked);
    case FindingKind::Landline:
      return fmt::format("正文中有电话号码“{}”；单位电话请写在联系方式中，个人电话请删去",
                         finding.masked);
    case FindingKind::TravelDocument:
    case FindingKind::BirthDate:
      break;
  }
  return fmt::format("“{}”可能是个人信息；请核对", finding.masked);
}

std::string certain(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::ResidentId:
    case FindingKind::OldResidentId:
      return fmt::format("含有身份证号码“{}”，不得公开；请删去", finding.masked);
    case FindingKind::MobileNumber:
      return fmt::format("含有手机号码“{}”，不得公开；请删去，或者改用单位的固定电话",
                         finding.masked);
    case FindingKind::BankCard:
      return fmt::format("含有银行卡号或者账号“{}”，不得公开；请删去", finding.masked);
    case FindingKind::TravelDocument:
      return fmt::format("含有出入境证件号码“{}”，不得公开；请删去", finding.masked);
    case FindingKind::BirthDate:
      return "含有完整的出生日期，不得公开；请删去，至多保留年月";
    case FindingKind::ForbiddenHeader:
      return fmt::format("表头含{}，属于不得公开的内容；请删去整栏，单元格为空或者已经遮盖也要删去",
                         finding.masked);
    case FindingKind::HomeAddress:
    case FindingKind::EmailAddress:
    case FindingKind::Landline:
      break;
  }
  return fmt::format("“{}”是个人信息，不得公开；请删去", finding.masked);
}

}  // namespace

std::string_view to_text(FindingKind kind) {
  switch (kind) {
    case FindingKind::ResidentId:
      return "resident-id";
    case FindingKind::OldResidentId:
      return "old-resident-id";
    case FindingKind::MobileNumber:
      return "mobile-number";
    case FindingKind::BankCard:
      return "bank-card";
    case FindingKind::TravelDocument:
      return "travel-document";
    case FindingKind::BirthDate:
      return "birth-date";
    case FindingKind::HomeAddress:
      return "home-address";
    case FindingKind::EmailAddress:
      return "email-address";
    case FindingKind::Landline:
      return "landline";
    case FindingKind::ForbiddenHeader:
      return "forbidden-header";
  }
  return "";
}

std::string sentence(const Finding& finding) {
  return finding.severity == Severity::Block ? certain(finding) : doubtful(finding);
}

}  // namespace gongshi
