// Context: who asks, when, and of which data folder. Every function of service/ takes one.
//
// service/ is the one place where things are done: each function checks the right, reads or writes
// in one unit of work, and leaves a ledger entry in the same transaction for whatever it changed.
// After any error nothing has changed.
//
// Every function may also return the errors of the store, and these only from it:
//   kUnavailable `data-locked`     another process holds the database; try again
//   kUnavailable `data-read-only`  a write to a folder or file that may not be written
//   kUnavailable `data-full`       the disk has no room left
//   kUnavailable `data-failed`     the database could not be read or written
//   kCorrupt     `data-corrupt`    the file is damaged or contradicts itself
// and, from the right it needs, kForbidden `not-allowed`. The comments of the functions don't
// repeat these.

#ifndef KAOPING_SERVICE_CONTEXT_H_
#define KAOPING_SERVICE_CONTEXT_H_

#include <filesystem>
#include <memory>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "service/rights.h"

namespace kaoping::store {
class Store;
}

namespace kaoping::service {

// Where somebody belongs, by the names of the register.
struct Place {
  std::string unit{};    // empty: the body that runs the appraisal, which is over all units
  std::string office{};  // within the unit; empty: the whole of it
  friend bool operator==(const Place&, const Place&) = default;
};

struct Actor {
  std::string name;  // of the account; goes into the ledger
  Role role = Role::kObserver;
  Place place{};
  std::string from{};  // the address that the request came from; goes into the ledger; may be empty
};

// The command line on a data folder: whoever may open the files may do everything.
Actor OperatorActor();

// Cheap to make, one for each request or command. Functions taking one may be called from several
// threads at once on the same store.
struct Context {
  store::Store& store;
  Actor actor;
  Timestamp now;
};

// A store that stays open. std::unique_ptr with a deleter, so that users need no store header.
struct StoreDeleter {
  void operator()(store::Store* store) const;
};
using StorePtr = std::unique_ptr<store::Store, StoreDeleter>;

enum class OpenMode {
  kCreate,  // make the folder and the database if they aren't there, bring an older one up to date
  kExisting,  // `data-not-found` (kNotFound) where there is none; else as kCreate
};

// Opens the data folder, whose files nobody but their owner may read.
//
// A folder or file that may not be written is opened all the same, if a database of the current
// version is there: reads work and writes are refused with `data-read-only`.
// kUnavailable: `data-unreadable` (no right to look), `data-newer` (written by a newer version;
// nothing was touched), `data-read-only` (nothing there yet, or of an older version, and it may not
// be written), `data-locked`. kCorrupt: `data-corrupt`. kInvalid: `data-not-folder`, where the name
// is that of a file.
Result<StorePtr> OpenStore(const std::filesystem::path& data_dir,
                           OpenMode mode = OpenMode::kCreate);

// For /readyz: the database answers and its schema is the current one.
Status CheckReady(const store::Store& store);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_CONTEXT_H_
