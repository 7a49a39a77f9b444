// Store: a data folder, the transactions on its database, and its files of evidence.
//
// Implementation: sqlite.cc. docs/store.md tells the schema and what is promised of it.

#ifndef KAOPING_STORE_STORE_H_
#define KAOPING_STORE_STORE_H_

#include <chrono>
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "store/blob_store.h"
#include "store/transaction.h"

namespace kaoping::store {

struct OpenOptions {
  bool may_create = true;  // the folder, the database, and the tables of a newer version
  // How long to wait for another thread or process before giving up with `data-locked`.
  std::chrono::milliseconds patience = std::chrono::seconds(5);
  int readers = 4;  // reads at once; more of them wait for each other
};

// Safe to use from several threads, and from several processes on one folder. A reader sees the
// state of its beginning and waits for no writer; writers wait for each other.
class Store {
 public:
  // Makes the folder (for its owner alone) and the database if there is none, and brings the tables
  // up to date. Falls back to reading where it may not write: then Write() says `data-read-only`.
  //
  // kUnavailable `data-unreadable`, `data-newer`, `data-read-only`, `data-locked`, `data-full`,
  // `data-failed`; kCorrupt `data-corrupt`; kInvalid `data-not-folder`; kNotFound `data-not-found`,
  // unless `may_create`. After an error an existing database is as it was.
  static Result<std::unique_ptr<Store>> Open(const std::filesystem::path& data_dir,
                                             const OpenOptions& options = {});
  virtual ~Store() = default;

  // For looking only. A thread that holds one must not ask for another: all might be taken.
  virtual Result<std::unique_ptr<const Transaction>> Read() const = 0;

  // The only writer until it is destroyed; `data-locked` if another one doesn't end in time.
  virtual Result<std::unique_ptr<Transaction>> Write() = 0;

  virtual BlobStore& blobs() = 0;
  virtual const BlobStore& blobs() const = 0;

  // Whether the database answers and has the current schema.
  virtual Status CheckReady() const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_STORE_H_
