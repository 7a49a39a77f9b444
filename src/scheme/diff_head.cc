#include "scheme/diff_head.h"

#include <utility>

#include "scheme/diff_words.h"

namespace kaoping::scheme {
namespace {

// Collects changes of a scheme as a whole.
class HeadChanges {
 public:
  void Words(const char* about, const Message& thing, const std::string& before,
             const std::string& after) {
    if (!SaySame(before, after)) changes_.push_back(ChangedWords(about, thing, before, after));
  }

  void Figure(const char* about, const Message& thing, const Message& before,
              const Message& after) {
    if (before != after) changes_.push_back(ChangedFigure(about, thing, before, after));
  }

  void List(const char* about, const Message& thing, const std::vector<std::string>& before,
            const std::vector<std::string>& after) {
    if (auto change = ChangedList(about, thing, before, after)) {
      changes_.push_back(*std::move(change));
    }
  }

  std::vector<Change> Take() { return std::move(changes_); }

 private:
  std::vector<Change> changes_;
};

Message YearOf(const Scheme& scheme) { return Say("{}年", "{}", scheme.year); }

Message PeriodOf(const Period& period) {
  Message days = Say("{}至{}", "{} to {}", period.from.ToString(), period.to.ToString());
  if (!period.inferred) return days;
  return {days.zh + "（由年度推断）", days.en + " (inferred from the year)"};
}

Message DayOf(const std::optional<Date>& day) {
  if (!day) return {};
  return {day->ToChinese(), day->ToString()};
}

Message PartStepsOf(const Settings& settings) {
  if (settings.part_steps == Settings::PartSteps::kIgnored) return {"不计", "ignored"};
  return {"按比例计", "in proportion"};
}

Message HighestOf(const Settings& settings) {
  if (settings.highest == Settings::HighestChoice::kByLetter) {
    return {"照字面逐次取最高", "the highest each time, by the letter"};
  }
  return {"取总分最高的一种", "whichever gives the best total"};
}

std::vector<std::string> CitesOf(const Notice& notice) {
  std::vector<std::string> cites;
  for (const CitedDocument& cited : notice.cites) {
    cites.push_back("《" + cited.title + "》" +
                    (cited.number.empty() ? "" : "（" + cited.number + "）"));
  }
  return cites;
}

void CompareNotices(const Notice& before, const Notice& after, HeadChanges& changes) {
  changes.Words("issuer", {"发文机关", "The issuer"}, before.issuer, after.issuer);
  changes.List("co_issuers", {"联合发文机关", "Joint issuers"}, before.co_issuers,
               after.co_issuers);
  changes.Words("number", {"发文字号", "The notice's number"}, before.number, after.number);
  changes.Words("notice_title", {"通知标题", "The notice's title"}, before.title, after.title);
  changes.List("addressees", {"主送机关", "Addressees"}, before.addressees, after.addressees);
  changes.List("cites", {"引用文件", "Documents cited"}, CitesOf(before), CitesOf(after));
  changes.List("attachments", {"附件", "Attachments"}, before.attachments, after.attachments);
  changes.List("copies_to", {"抄送机关", "Copies to"}, before.copies_to, after.copies_to);
  changes.Words("printed_by", {"印发机关", "Who printed it"}, before.printed_by, after.printed_by);
  changes.Figure("printed_on", {"印发日期", "The day of printing"}, DayOf(before.printed_on),
                 DayOf(after.printed_on));
}

void CompareSettings(const Settings& before, const Settings& after, HeadChanges& changes) {
  const auto places = [](const Settings& settings) { return Say("{}位", "{}", settings.decimals); };
  changes.Figure("decimals", {"得分的小数位数", "The decimals of a score"}, places(before),
                 places(after));
  changes.Figure("base", {"基本分", "The base"}, InPoints(before.base), InPoints(after.base));
  changes.Figure("bonus_cap", {"加分上限", "The most that bonuses add"}, InPoints(before.bonus_cap),
                 InPoints(after.bonus_cap));
  changes.Figure("part_steps", {"不满一档的部分", "A part of a step"}, PartStepsOf(before),
                 PartStepsOf(after));
  changes.Figure("highest", {"同一项工作取最高分的办法", "The choice within one work"},
                 HighestOf(before), HighestOf(after));
}

}  // namespace

std::vector<Change> CompareHeads(const Scheme& before, const Scheme& after) {
  HeadChanges changes;
  changes.Words("title", {"方案标题", "The title"}, before.title, after.title);
  changes.Figure("year", {"年度", "The year"}, YearOf(before), YearOf(after));
  changes.Figure("period", {"考评期", "The period"}, PeriodOf(before.period),
                 PeriodOf(after.period));
  CompareNotices(before.notice, after.notice, changes);
  CompareSettings(before.settings, after.settings, changes);
  return changes.Take();
}

}  // namespace kaoping::scheme
