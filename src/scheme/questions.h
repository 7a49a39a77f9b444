// Questions: what a notice leaves to its reader, as one list to go through after an import.

#ifndef KAOPING_SCHEME_QUESTIONS_H_
#define KAOPING_SCHEME_QUESTIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "notice/notice.h"
#include "register/register.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

struct Question {
  // The key of the task that it is about; empty for the document.
  std::string about;
  // "lead", "offices-open", "offices-by-case", "offices-by-document", "office-unknown", "pending",
  // "content-wider", "content-narrower", or the code of a criterion's warning ("levels-uneven").
  std::string kind;
  Message text;
  std::string proposal;  // what is assumed meanwhile; empty where nothing is

  friend bool operator==(const Question&, const Question&) = default;
};

// All of them, in the order of the scheme; what stands in several tasks is asked once, at the
// first. `notice` is the one that `scheme` was built from. `offices` may be nullptr.
std::vector<Question> AskQuestions(const notice::Notice& notice, const Scheme& scheme,
                                   const registry::Register* offices);

// Who leads (牵头) among the offices of a task: the one that the table says; else, until a person
// does, the first that it names itself and that doesn't only support, since a group can't lead.
// nullptr if there is none.
const Responsible* ProposedLead(const Task& task);

// 挂账: a criterion that can't be executed as it stands.
struct Pending {
  std::string task;
  Message why;

  friend bool operator==(const Pending&, const Pending&) = default;
};

// Why a criterion can't be executed as it stands; nothing if it can.
std::optional<Message> WhyPending(const Criterion& criterion);

// The criteria in which something is not understood, is to be laid down elsewhere, or is left to a
// judgement without a range; in the order of the scheme.
std::vector<Pending> FindPending(const Scheme& scheme);

struct Counts {
  int sections = 0;
  int tasks = 0;    // of ordinary and individual sections
  int bonuses = 0;  // paragraphs of bonus sections
  int uses = 0;     // paragraphs on the use of the result
  int rules = 0;
  int pending = 0;  // criteria
};
Counts Count(const Scheme& scheme);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_QUESTIONS_H_
