#include "store/errors.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace kaoping::store {

Error DataLocked() {
  return MakeError(ErrorKind::kUnavailable, "data-locked",
                   Say("数据库正被另一个程序占用；请等它结束，或关闭它后再试",
                       "the database is in use by another program; wait until it has finished, or "
                       "close it, and try again"));
}

Error DataReadOnly() {
  return MakeError(
      ErrorKind::kUnavailable, "data-read-only",
      Say("数据文件夹或其中的数据库不可写，未作任何改动；请检查文件夹的权限或磁盘的挂载方式",
          "the data folder or its database may not be written and nothing was changed; "
          "check the folder's permissions or how its disk is mounted"));
}

Error DataFull() {
  return MakeError(ErrorKind::kUnavailable, "data-full",
                   Say("磁盘已满，未作任何改动；请腾出空间后再试",
                       "the disk is full and nothing was changed; make room and try again"));
}

Error DataFailed() {
  return MakeError(
      ErrorKind::kUnavailable, "data-failed",
      Say("数据库读写失败，未作任何改动；请检查磁盘后再试",
          "the database could not be read or written and nothing was changed; check the "
          "disk and try again"));
}

Error DataCorrupt() {
  return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                   Say("数据库已损坏或自相矛盾；请先保留原文件，再从备份恢复",
                       "the database is damaged or contradicts itself; keep the file as it is and "
                       "restore a backup"));
}

Error TranslateException() {
  try {
    throw;
  } catch (const soci::sqlite3_soci_error& error) {
    switch (error.result()) {
      case SQLITE_BUSY:
      case SQLITE_LOCKED:
        return DataLocked();
      case SQLITE_READONLY:
      case SQLITE_PERM:
        return DataReadOnly();
      case SQLITE_FULL:
        return DataFull();
      // Preconditions are checked before a row is written, so a broken constraint means that what
      // is stored isn't what it should be.
      case SQLITE_CONSTRAINT:
      case SQLITE_CORRUPT:
      case SQLITE_NOTADB:
        return DataCorrupt();
      default:
        return DataFailed();
    }
  } catch (const soci::soci_error&) {
    return DataFailed();
  }
}

}  // namespace kaoping::store
