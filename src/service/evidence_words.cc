// The names of what service/evidence.h tells apart.

#include <array>

#include "base/check.h"
#include "service/evidence.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

constexpr std::array<std::string_view, 12> kKinds = {
    "发文与方案",   "会议通知、签到、纪要和照片", "学法记录与考试", "规范性文件与合法性审核、备案",
    "重大决策程序", "执法案卷与三项制度",         "行政复议与诉讼", "信息公开截图",
    "普法活动",     "信息稿件采用证明",           "表彰文件",       "整改报告"};

struct StatusRow {
  EvidenceStatus status;
  const char* name;
  const char* title;
};
constexpr std::array<StatusRow, 5> kStatuses = {{
    {EvidenceStatus::kPending, "pending", "待审"},
    {EvidenceStatus::kAccepted, "accepted", "采信"},
    {EvidenceStatus::kPartly, "partly", "部分采信"},
    {EvidenceStatus::kReturned, "returned", "退回"},
    {EvidenceStatus::kDoubtful, "doubtful", "存疑"},
}};

const StatusRow& RowOf(EvidenceStatus status) {
  for (const StatusRow& row : kStatuses) {
    if (row.status == status) return row;
  }
  KAOPING_CHECK(false);
}

}  // namespace

std::span<const std::string_view> EvidenceKinds() { return kKinds; }

const char* ToString(CitedKind kind) {
  switch (kind) {
    case CitedKind::kTask:
      return "task";
    case CitedKind::kRule:
      return "rule";
    case CitedKind::kFact:
      return "fact";
  }
  KAOPING_CHECK(false);
}

const char* ToString(EvidenceStatus status) { return RowOf(status).name; }
const char* TitleOf(EvidenceStatus status) { return RowOf(status).title; }

Result<EvidenceStatus> ParseEvidenceStatus(std::string_view name) {
  for (const StatusRow& row : kStatuses) {
    if (name == row.name || name == row.title) return row.status;
  }
  return MakeError(
      ErrorKind::kInvalid, "status-unknown",
      Say("没有“{}”这种审核结果；请写 accepted（采信）、partly（部分采信）、returned（退回）、"
          "doubtful（存疑）或 pending（待审）",
          "there is no status '{}'; write accepted, partly, returned, doubtful or pending",
          Shorten(name)),
      "status");
}

const char* ToString(EvidenceFile::Words words) {
  switch (words) {
    case EvidenceFile::Words::kRead:
      return "read";
    case EvidenceFile::Words::kNone:
      return "none";
    case EvidenceFile::Words::kTooLarge:
      return "too-large";
    case EvidenceFile::Words::kUnread:
      return "unread";
  }
  KAOPING_CHECK(false);
}

const char* ToString(SameFile::Why why) {
  switch (why) {
    case SameFile::Why::kOtherUnit:
      return "other-unit";
    case SameFile::Why::kOtherYear:
      return "other-year";
    case SameFile::Why::kAgain:
      return "again";
  }
  KAOPING_CHECK(false);
}

}  // namespace kaoping::service
