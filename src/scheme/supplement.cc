#include "scheme/supplement.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/fingerprint.h"
#include "base/utf8.h"
#include "notice/notice.h"
#include "notice/parts.h"
#include "notice/table.h"
#include "scheme/diff_likeness.h"
#include "scheme/json.h"
#include "scheme/questions.h"
#include "scheme/settlement.h"
#include "scheme/words.h"

namespace kaoping::scheme {
namespace {

// ---- Reading -----------------------------------------------------------------------------------

// “按以下标准计分：”, whatever the verb; where what follows the colon begins.
std::optional<std::size_t> FindLeadIn(std::u32string_view text, std::size_t& lead_in) {
  constexpr std::u32string_view kLeadIn = U"按以下标准";
  constexpr std::size_t kLongestVerb = 6;
  lead_in = text.find(kLeadIn);
  if (lead_in == text.npos) return std::nullopt;
  const std::size_t verb = lead_in + kLeadIn.size();
  const std::size_t colon = text.find_first_of(U"：:", verb);
  if (colon == text.npos || colon > verb + kLongestVerb) return std::nullopt;
  return colon + 1;
}

// “第6.1项” → "6.1".
std::string FindKey(std::u32string_view text) {
  for (std::size_t at = text.find(U'第'); at != text.npos; at = text.find(U'第', at + 1)) {
    const std::size_t end = text.find_first_not_of(U"0123456789.", at + 1);
    if (end != text.npos && end > at + 1 && text[end] == U'项') {
      return EncodeUtf8(text.substr(at + 1, end - at - 1));
    }
  }
  return "";
}

std::string FindQuoted(std::u32string_view text) {
  const std::size_t open = text.find(U'“');
  const std::size_t close = text.rfind(U'”');
  if (open == text.npos || close == text.npos || close < open) return "";
  return EncodeUtf8(text.substr(open + 1, close - open - 1));
}

std::vector<SupplementRow> RowsOfParagraphs(const document::Document& document) {
  std::vector<SupplementRow> rows;
  bool continues = false;  // the words of the last row stand in the paragraph to come
  for (const document::Block& block : document.blocks) {
    const auto* const paragraph = std::get_if<document::Paragraph>(&block);
    if (paragraph == nullptr) continue;
    if (std::exchange(continues, false)) {
      rows.back().criterion = {paragraph->text, paragraph->place()};
      continue;
    }
    const std::u32string text = DecodeUtf8(paragraph->text);
    std::size_t lead_in = 0;
    const std::optional<std::size_t> begin = FindLeadIn(text, lead_in);
    if (!begin) continue;
    const std::u32string_view before = std::u32string_view(text).substr(0, lead_in);
    SupplementRow& row = rows.emplace_back();
    row.key = FindKey(before);
    row.content = FindQuoted(before);
    const std::size_t first = text.find_first_not_of(U" \u3000", *begin);
    continues = first == text.npos;
    if (continues) continue;
    row.criterion = {EncodeUtf8(text.substr(first)), paragraph->place()};
    row.span = {static_cast<int>(first), static_cast<int>(text.size())};
  }
  return rows;
}

std::vector<SupplementRow> RowsOfTable(const notice::AppraisalTable& table) {
  std::vector<SupplementRow> rows;
  for (const notice::Section& section : table.sections) {
    const int first = static_cast<int>(rows.size());
    for (const notice::Row& read : section.rows) {
      SupplementRow& row = rows.emplace_back();
      row.content = read.content.text;
      if (read.criterion) {
        row.criterion = read.criterion->text;
        row.span = read.criterion->span;
      }
      if (read.shared_row) row.shares = first + *read.shared_row;
      if (read.base) row.base = read.base->points;
      for (const notice::Office& office : read.offices) row.offices.push_back(office.name);
      for (const PlacedText& paper : read.deliverables) row.deliverables.push_back(paper.text);
    }
  }
  return rows;
}

std::string SourceOf(const notice::Parts& parts, std::string_view file_name) {
  if (parts.title.text.empty()) return std::string(file_name);
  return parts.number.text.empty() ? parts.title.text
                                   : fmt::format("{}（{}）", parts.title.text, parts.number.text);
}

Error NoSupplement(std::string_view file_name) {
  return MakeError(
      ErrorKind::kInvalid, "no-supplement",
      Say("“{0}”里没有找到补充的考评标准：请用带“内容”和“考评标准”两栏的表格，或写成"
          "“第6.1项“……”按以下标准计分：……”",
          "“{0}” lays down no criterion: use a table with columns 内容 and 考评标准, or paragraphs "
          "like 第6.1项“……”按以下标准计分：……",
          file_name));
}

// ---- Finding the rows --------------------------------------------------------------------------

bool SaysWhich(const SupplementRow& row) { return !row.key.empty() || !row.content.empty(); }

// As people know it in the supplement.
Message NameOf(const SupplementRow& row, std::size_t index) {
  if (!SaysWhich(row)) return Say("第{}条", "number {}", index + 1);
  Message name = row.key.empty() ? Message{} : Say("第{}项", "row {}", row.key);
  if (!row.content.empty()) {
    const std::string quoted = fmt::format("“{}”", Excerpt(row.content));
    name.zh += quoted;
    name.en += (name.en.empty() ? "" : " ") + quoted;
  }
  return name;
}

class Matcher {
 public:
  explicit Matcher(const Scheme& scheme) {
    for (const Section& section : scheme.sections) {
      for (const Task& task : section.tasks) {
        tasks_.push_back(&task);
        contents_.emplace_back(task.content.text);
      }
    }
    for (const Task* task : tasks_) {
      const Task* const owner = FindCriterion(scheme, *task);
      if (owner == nullptr || WhyPending(*owner->criterion)) open_.insert(task->key);
    }
  }

  // The key of the task; else `problem` says what is wrong.
  std::string Find(const SupplementRow& row, Message& problem) const {
    if (!SaysWhich(row)) {
      problem = Say("没有写明是哪一项", "it does not say which row it is about");
      return "";
    }
    const ComparedText wanted(row.content);
    std::vector<const Task*> found;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      if (!row.key.empty() && tasks_[i]->key != row.key) continue;
      if (!row.content.empty() && !(contents_[i] == wanted)) continue;
      found.push_back(tasks_[i]);
    }
    if (found.empty()) {
      problem = Nearest(wanted, row);
      return "";
    }
    if (found.size() > 1) {
      problem = Say("方案中有{0}项内容相同（{1}、{2}……），请写明第几项",
                    "{0} rows of the scheme say the same ({1}, {2}…): give the number",
                    found.size(), found[0]->key, found[1]->key);
      return "";
    }
    if (row.content.empty() && !open_.contains(found[0]->key)) {
      problem = Say("方案中这一项已有考评标准，只写编号不够，请把内容也写上",
                    "it has a criterion already; the number is not enough: give the content too");
      return "";
    }
    return found[0]->key;
  }

 private:
  Message Nearest(const ComparedText& wanted, const SupplementRow& row) const {
    Message none = Say("方案中没有这一项", "the scheme has no such row");
    std::size_t best = tasks_.size();
    int likeness = 0;
    for (std::size_t i = 0; i < tasks_.size() && !row.content.empty(); ++i) {
      const int own = Likeness(wanted, contents_[i]);
      if (own > likeness) {
        likeness = own;
        best = i;
      }
    }
    if (best == tasks_.size()) return none;
    const Task& task = *tasks_[best];
    return Say("{0}，最接近的是{2}“{3}”", "{1}; the nearest is {2} “{3}”", none.zh, none.en,
               task.key, Excerpt(task.content.text));
  }

  std::vector<const Task*> tasks_;
  std::vector<ComparedText> contents_;
  std::set<std::string> open_;  // without a criterion that can be executed
};

// ---- What is not taken -------------------------------------------------------------------------

// Whether two lists have the same members, in whatever order.
bool NameTheSame(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto sorted = [](const std::vector<std::string>& names) {
    std::vector<std::u32string> texts;
    texts.reserve(names.size());
    for (const std::string& name : names) texts.push_back(ComparedText(name).text());
    std::sort(texts.begin(), texts.end());
    return texts;
  };
  return sorted(a) == sorted(b);
}

void AddUntaken(const SupplementRow& row, const Task& task, std::vector<Untaken>& untaken) {
  std::vector<std::string> offices;
  for (const Responsible& office : task.responsible) offices.push_back(office.name);
  if (!row.offices.empty() && !NameTheSame(row.offices, offices)) {
    untaken.push_back({task.key, Untaken::What::kOffices, row.offices});
  }
  std::vector<std::string> papers;
  for (const PlacedText& paper : task.deliverables) papers.push_back(paper.text);
  if (!row.deliverables.empty() && !NameTheSame(row.deliverables, papers)) {
    untaken.push_back({task.key, Untaken::What::kDeliverables, row.deliverables});
  }
}

// ---- Completing --------------------------------------------------------------------------------

class Completer {
 public:
  Completer(const Supplement& supplement, const Scheme& scheme)
      : supplement_(supplement), before_(scheme), scheme_(scheme) {}

  Result<Completed> Run() {
    FindRows();
    if (!problems_.zh.empty()) {
      return MakeError(ErrorKind::kInvalid, "supplement-unmatched",
                       Say("补充规定没有附上，有的条目在方案中对不上：{0}；请核对后重新提交",
                           "the supplement was not attached, for some of it fits no row: {1}; "
                           "check it and try again",
                           problems_.zh, problems_.en));
    }
    HandOverShared();
    for (const std::string& key : keys_) TaskAt(key).criterion.reset();
    for (const RuleRef& rule : AllRules(scheme_)) taken_.insert(rule.Get().id);
    for (std::size_t i = 0; i < supplement_.rows.size(); ++i) Install(i);
    KAOPING_TRY_STATUS(CheckScheme(scheme_));
    Completed completed;
    for (const Section& section : scheme_.sections) {
      for (const Task& task : section.tasks) {
        const bool is_named = std::find(keys_.begin(), keys_.end(), task.key) != keys_.end();
        if (is_named && !(task == *FindTask(before_, task.key))) {
          completed.tasks.push_back(task.key);
        }
      }
    }
    for (std::size_t i = 0; i < supplement_.rows.size(); ++i) {
      AddUntaken(supplement_.rows[i], TaskAt(keys_[i]), completed.untaken);
    }
    completed.scheme = std::move(scheme_);
    return completed;
  }

 private:
  void FindRows() {
    const Matcher matcher(before_);
    for (std::size_t i = 0; i < supplement_.rows.size(); ++i) {
      const SupplementRow& row = supplement_.rows[i];
      Message problem;
      const std::string key = matcher.Find(row, problem);
      if (problem.zh.empty()) problem = WhyUnfit(row, key);
      keys_.push_back(key);
      if (problem.zh.empty()) continue;
      const Message name = NameOf(row, i);
      problems_.zh +=
          fmt::format("{}{}：{}", problems_.zh.empty() ? "" : "；", name.zh, problem.zh);
      problems_.en +=
          fmt::format("{}{}: {}", problems_.en.empty() ? "" : "; ", name.en, problem.en);
    }
  }

  // Requires: `key` was found for `row`.
  Message WhyUnfit(const SupplementRow& row, const std::string& key) const {
    if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) {
      return Say("与前面一条说的是同一项（{}）", "it is about the same row as one before ({})",
                 key);
    }
    if (row.criterion.text.empty() && !row.shares) {
      return Say("没有写考评标准", "it gives no criterion");
    }
    const std::optional<Points> base = BaseOf(before_, *FindTask(before_, key));
    if (row.base && base && *row.base != *base) {
      return Say("分值是{0}分，方案中是{1}分", "its full mark is {0}, that of the scheme {1}",
                 row.base->ToString(), base->ToString());
    }
    return {};
  }

  // The first task that goes on sharing a criterion becomes the one where it stands.
  void HandOverShared() {
    for (const std::string& key : keys_) {
      std::string heir;
      for (Section& section : scheme_.sections) {
        for (Task& task : section.tasks) {
          const bool stays = std::find(keys_.begin(), keys_.end(), task.key) == keys_.end();
          if (!stays || !task.criterion || task.criterion->same_as != key) continue;
          if (!heir.empty()) {
            task.criterion->same_as = heir;
            continue;
          }
          heir = task.key;
          task.criterion = TaskAt(key).criterion;
          for (std::size_t i = 0; i < task.criterion->rules.size(); ++i) {
            task.criterion->rules[i].key = RuleKey(heir, i);
          }
        }
      }
    }
  }

  void Install(std::size_t index) {
    const SupplementRow& row = supplement_.rows[index];
    Task& task = TaskAt(keys_[index]);
    if (row.base && !task.base) task.base = Base{row.base, ""};
    Criterion& criterion = task.criterion.emplace();
    if (row.shares) {
      criterion.same_as = keys_[static_cast<std::size_t>(*row.shares)];
      return;
    }
    criterion.text = row.criterion.text;
    criterion.place = row.criterion.place;
    criterion.span = row.span;
    criterion.source = supplement_.source;
    const Section& section = SectionAt(task.key);
    rules::Compilation compiled = CompileInPlace(scheme_, section, task, criterion.text);
    for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
      const std::string words = WordsAt(criterion.text, compiled.rules[i].span);
      criterion.rules.push_back(
          {RuleKey(task.key, i), LastingId(section, task, words), std::move(compiled.rules[i])});
    }
    criterion.limits = std::move(compiled.limits);
    criterion.policies = std::move(compiled.policies);
    criterion.links = std::move(compiled.links);
    criterion.diagnostics = std::move(compiled.diagnostics);
    for (Diagnostic& diagnostic : criterion.diagnostics) diagnostic.place = criterion.place;
  }

  // As BuildScheme makes them: the same words in the same place keep their id.
  std::string LastingId(const Section& section, const Task& task, const std::string& words) {
    const std::string about = section.title.text + '\n' + task.content.text + '\n' + words;
    std::string id = Fingerprint(about);
    for (int again = 2; !taken_.insert(id).second; ++again) {
      id = Fingerprint(fmt::format("{}\n{}", about, again));
    }
    return id;
  }

  // Requires: there is one with this key.
  Section& SectionAt(const std::string& key) {
    for (Section& section : scheme_.sections) {
      for (const Task& task : section.tasks) {
        if (task.key == key) return section;
      }
    }
    KAOPING_CHECK(false);
  }
  Task& TaskAt(const std::string& key) {
    std::vector<Task>& tasks = SectionAt(key).tasks;
    return *std::find_if(tasks.begin(), tasks.end(),
                         [&key](const Task& task) { return task.key == key; });
  }

  const Supplement& supplement_;
  const Scheme& before_;
  Scheme scheme_;
  Message problems_;
  std::vector<std::string> keys_;  // of the task of each row
  std::set<std::string> taken_;
};

}  // namespace

const char* ToString(Untaken::What what) {
  return what == Untaken::What::kOffices ? "offices" : "deliverables";
}

Result<Supplement> ReadSupplement(std::string_view file_name, std::string_view bytes,
                                  const document::DocumentReader& read) {
  KAOPING_TRY(const document::Document document, read(file_name, bytes));
  Supplement supplement;
  supplement.rows = RowsOfParagraphs(document);
  const Result<notice::Notice> notice = notice::ReadNotice(document);
  if (notice) {
    supplement.source = SourceOf(notice->parts, file_name);
    std::vector<SupplementRow> rows = RowsOfTable(notice->table);
    const int before = static_cast<int>(supplement.rows.size());
    for (SupplementRow& row : rows) {
      if (row.shares) *row.shares += before;
      supplement.rows.push_back(std::move(row));
    }
    return supplement;
  }
  const std::string& code = notice.error().code;
  const bool has_no_table =
      code == "no-table" || code == "not-a-notice" || code == "no-criterion-column";
  if (!has_no_table) return notice.error();
  if (supplement.rows.empty()) return NoSupplement(file_name);
  std::vector<Diagnostic> notes;
  supplement.source = SourceOf(
      notice::ReadParts(notice::ParagraphsAround(document, nullptr, notice::Head{}), notes),
      file_name);
  return supplement;
}

Result<Completed> Complete(const Supplement& supplement, const Scheme& scheme) {
  return Completer(supplement, scheme).Run();
}

}  // namespace kaoping::scheme
