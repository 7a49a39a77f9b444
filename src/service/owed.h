// Private to service/: under which offices of the register what is still owed stands.

#ifndef KAOPING_SERVICE_OWED_H_
#define KAOPING_SERVICE_OWED_H_

#include "score/scorecard.h"
#include "service/ground.h"

namespace kaoping::service {

// Puts each item under the office that is proposed as the lead of its task (scheme::ProposedLead),
// names the offices as the register does and its groups by their members, and sorts the list anew
// by due day and lead. What the register doesn't know, and a group without members, stays as
// written. Where no lead can be proposed, the first office stands first.
void PutUnderOffices(const Ground& ground, score::Scorecard& card);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_OWED_H_
