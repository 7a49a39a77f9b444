#include <fcntl.h>
#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <semaphore>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "base/check.h"
#include "store/errors.h"
#include "store/migrations.h"
#include "store/sql_stores.h"
#include "store/store.h"

namespace kaoping::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = "kaoping.db";
constexpr std::size_t kMostColumns = 1000;  // of all tables together

// ---- the folder and the file

enum class Access { kWrite, kRead, kReadUnchanging };

Error NotFolder(const fs::path& data_dir) {
  return MakeError(ErrorKind::kInvalid, "data-not-folder",
                   Say("“{}”不是文件夹；请用 --data 指定一个文件夹",
                       "'{}' is not a folder; name a folder with --data", data_dir.string()));
}

Error NotFound(const fs::path& data_dir) {
  return MakeError(ErrorKind::kNotFound, "data-not-found",
                   Say("文件夹“{}”里没有 kaoping 的数据；请检查 --data，或先导入一份通知",
                       "there is no kaoping data in folder '{}'; check --data, or import a notice "
                       "first",
                       data_dir.string()));
}

Error Unreadable(const fs::path& data_dir) {
  return MakeError(
      ErrorKind::kUnavailable, "data-unreadable",
      Say("没有权限读取数据文件夹“{}”；请检查它和其中文件的权限，或换有权限的用户运行",
          "the data folder '{}' may not be read; check its permissions and those of its files, or "
          "run as a user who may read it",
          data_dir.string()));
}

// Whether `file` is there; `data-unreadable` where one may not even look.
Result<bool> IsThere(const fs::path& data_dir, const fs::path& file) {
  std::error_code error;
  const bool is_there = fs::exists(file, error);
  if (error == std::errc::permission_denied) return Unreadable(data_dir);
  const bool may_read = !is_there || ::faccessat(AT_FDCWD, file.c_str(), R_OK, AT_EACCESS) == 0;
  if (!may_read) return Unreadable(data_dir);
  return is_there;
}

Status MakeFolder(const fs::path& data_dir) {
  std::error_code error;
  if (fs::is_directory(data_dir, error)) return Ok();
  if (fs::exists(data_dir, error)) return NotFolder(data_dir);
  if (data_dir.has_parent_path()) {
    fs::create_directories(data_dir.parent_path(), error);
    if (error == std::errc::not_a_directory) return NotFolder(data_dir);
  }
  if (::mkdir(data_dir.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
    if (errno == ENOSPC) return DataFull();
    if (errno == ENOTDIR) return NotFolder(data_dir);
    return DataReadOnly();
  }
  return Ok();
}

// An empty file is an empty database. Made here and not by SQLite, so that nobody else can read it
// for a moment; what SQLite puts beside it takes over its rights.
Status MakeFile(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) {
    if (errno == ENOSPC || errno == EDQUOT) return DataFull();
    return DataReadOnly();
  }
  ::close(descriptor);
  return Ok();
}

Access AccessTo(const fs::path& data_dir, const fs::path& file) {
  const auto may_write = [](const fs::path& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
  };
  if (may_write(data_dir) && may_write(file)) return Access::kWrite;
  // Where nothing waits in the write-ahead log nobody is writing; then SQLite needs no files of its
  // own, which it could not make here.
  std::error_code error;
  const auto waiting = fs::file_size(fs::path(file) += "-wal", error);
  return error || waiting == 0 ? Access::kReadUnchanging : Access::kRead;
}

// As an URI with everything but letters and digits escaped: paths may hold blanks and quotes, which
// SOCI's own way of naming a file cannot say.
std::string ConnectString(const fs::path& file, Access access) {
  std::string uri = "dbname=file://";
  const std::string absolute = fs::absolute(file).string();
  for (const char c : absolute) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || c == '/' || c == '.' || c == '-' || c == '_') {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  switch (access) {
    case Access::kWrite:
      return uri + "?mode=rw";
    case Access::kRead:
      return uri + "?mode=ro";
    case Access::kReadUnchanging:
      return uri + "?mode=ro&immutable=1";
  }
  KAOPING_CHECK(false);
}

// ---- one connection

void SetPatience(soci::session& sql, std::chrono::milliseconds patience) {
  sql << fmt::format("PRAGMA busy_timeout = {}", patience.count());
}

// They hold for this connection only.
void SetPragmas(soci::session& sql, std::chrono::milliseconds patience) {
  SetPatience(sql, patience);
  sql << "PRAGMA foreign_keys = ON";
  // FULL: what was committed survives a power failure, not only a crash of the program.
  sql << "PRAGMA synchronous = FULL";
}

long long Number(soci::session& sql, const std::string& query) {
  long long number = 0;
  sql << query, soci::into(number);
  return number;
}

// 0 for an empty database. kCorrupt for a database of another program.
Result<int> SchemaVersion(soci::session& sql) {
  const long long tables = Number(sql, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'");
  if (tables == 0) return 0;
  const long long known = Number(
      sql, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'");
  if (known == 0) return DataCorrupt();
  return static_cast<int>(Number(sql, "SELECT COALESCE(MAX(version), 0) FROM migrations"));
}

Status RefuseNewer(int version, const fs::path& data_dir) {
  if (version <= CurrentVersion()) return Ok();
  return MakeError(ErrorKind::kUnavailable, "data-newer",
                   Say("数据文件夹“{}”由较新版本的 kaoping 写成（数据版本 {}，本程序识到 "
                       "{}）；请升级程序，数据未作改动",
                       "data folder '{}' was written by a newer kaoping (data version {}, this "
                       "program knows {}); "
                       "upgrade the program; nothing was changed",
                       data_dir.string(), version, CurrentVersion()));
}

// Readers then don't wait for the writer. Kept in the file; the change needs the file for itself,
// and SQLite does not wait for that by itself.
Status UseWriteAheadLog(soci::session& sql, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (true) {
    std::string mode;
    const Status done = Guard([&]() -> Status {
      sql << "PRAGMA journal_mode = WAL", soci::into(mode);
      return Ok();
    });
    if (mode == "wal") return Ok();
    if (done) return DataFailed();  // a file system without what the log needs
    if (done.error().code != "data-locked" || std::chrono::steady_clock::now() >= deadline) {
      return done;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

// All in one transaction: after a failure the database is as it was.
Status Migrate(soci::session& sql) {
  sql << "BEGIN IMMEDIATE";
  const Status done = Guard([&]() -> Status {
    KAOPING_TRY(const int version, SchemaVersion(sql));
    if (version == 0) {
      sql << "CREATE TABLE migrations (version BIGINT NOT NULL PRIMARY KEY)";
    }
    for (const Migration& migration : AllMigrations()) {
      if (migration.version <= version) continue;
      for (const std::string_view statement : migration.statements) sql << std::string(statement);
      for (const std::string_view statement : migration.sqlite_statements) {
        sql << std::string(statement);
      }
      sql << "INSERT INTO migrations (version) VALUES (:version)", soci::use(migration.version);
    }
    sql << "COMMIT";
    return Ok();
  });
  if (!done) {
    static_cast<void>(Guard([&]() -> Status {
      sql << "ROLLBACK";
      return Ok();
    }));
  }
  return done;
}

// ---- a unit of work

class SqlTransaction : public Transaction {
 public:
  // `release` gives the connection back.
  SqlTransaction(soci::session& sql, std::function<void()> release)
      : sql_(sql),
        release_(std::move(release)),
        ledger_(MakeLedgerStore(sql, written_)),
        schemes_(MakeSchemeStore(sql, written_)),
        settlements_(MakeSettlementStore(sql, written_)),
        facts_(MakeFactStore(sql, written_)),
        accounts_(MakeAccountStore(sql, written_)),
        registers_(MakeRegisterStore(sql, written_)),
        settings_(MakeSettingsStore(sql, written_)),
        evidence_(MakeEvidenceStore(sql, written_)) {}

  SqlTransaction(const SqlTransaction&) = delete;
  SqlTransaction& operator=(const SqlTransaction&) = delete;

  ~SqlTransaction() override {
    if (is_open_) {
      // A rollback that fails leaves nothing behind either: SQLite did it already.
      static_cast<void>(Guard([&]() -> Status {
        sql_ << "ROLLBACK";
        return Ok();
      }));
    }
    release_();
  }

  LedgerStore& ledger() override { return *ledger_; }
  SchemeStore& schemes() override { return *schemes_; }
  SettlementStore& settlements() override { return *settlements_; }
  FactStore& facts() override { return *facts_; }
  AccountStore& accounts() override { return *accounts_; }
  RegisterStore& registers() override { return *registers_; }
  SettingsStore& settings() override { return *settings_; }
  EvidenceStore& evidence() override { return *evidence_; }
  const LedgerStore& ledger() const override { return *ledger_; }
  const SchemeStore& schemes() const override { return *schemes_; }
  const SettlementStore& settlements() const override { return *settlements_; }
  const FactStore& facts() const override { return *facts_; }
  const AccountStore& accounts() const override { return *accounts_; }
  const RegisterStore& registers() const override { return *registers_; }
  const SettingsStore& settings() const override { return *settings_; }
  const EvidenceStore& evidence() const override { return *evidence_; }

  Status CheckFile() const override {
    return Guard([&]() -> Status {
      std::string verdict;
      sql_ << "PRAGMA integrity_check(1)", soci::into(verdict);
      if (verdict != "ok") return DataCorrupt();
      if (Number(sql_, "SELECT COUNT(*) FROM pragma_foreign_key_check") != 0) return DataCorrupt();
      if (!HoldsDeclaredTypes()) return DataCorrupt();
      return Ok();
    });
  }

  // A damaged byte may turn a text into a blob of the same bytes: it reads the same and no longer
  // compares the same.
  bool HoldsDeclaredTypes() const {
    std::vector<std::string> tables(kMostColumns);
    std::vector<std::string> columns(kMostColumns);
    std::vector<std::string> types(kMostColumns);
    sql_ << "SELECT m.name, c.name, CASE c.type WHEN 'TEXT' THEN 'text' ELSE 'integer' END "
            "FROM sqlite_master m JOIN pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND c.type IN ('TEXT', 'BIGINT')",
        soci::into(tables), soci::into(columns), soci::into(types);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const std::string query = "SELECT COUNT(*) FROM \"" + tables[i] + "\" WHERE typeof(\"" +
                                columns[i] + "\") NOT IN ('null', '" + types[i] + "')";
      if (Number(sql_, query) != 0) return false;
    }
    return true;
  }

  Status Commit() override {
    KAOPING_CHECK(is_open_);
    KAOPING_CHECK(!written_.state || written_.ledger);
    return Guard([&]() -> Status {
      sql_ << "COMMIT";
      is_open_ = false;
      return Ok();
    });
  }

 private:
  soci::session& sql_;
  std::function<void()> release_;
  bool is_open_ = true;
  Written written_;
  std::unique_ptr<LedgerStore> ledger_;
  std::unique_ptr<SchemeStore> schemes_;
  std::unique_ptr<SettlementStore> settlements_;
  std::unique_ptr<FactStore> facts_;
  std::unique_ptr<AccountStore> accounts_;
  std::unique_ptr<RegisterStore> registers_;
  std::unique_ptr<SettingsStore> settings_;
  std::unique_ptr<EvidenceStore> evidence_;
};

// ---- the folder's connections

class SqliteStore : public Store {
 public:
  SqliteStore(const fs::path& file, Access access, const OpenOptions& options)
      : blobs_(file.parent_path()),
        access_(access),
        patience_(options.patience),
        readers_(static_cast<std::size_t>(options.readers)) {
    const std::string connect = ConnectString(file, access);
    for (std::size_t i = 0; i < static_cast<std::size_t>(options.readers); ++i) {
      readers_.at(i).open(soci::sqlite3, connect);
      SetPragmas(readers_.at(i), patience_);
    }
    if (access == Access::kWrite) {
      writer_.open(soci::sqlite3, connect);
      SetPragmas(writer_, patience_);
    }
  }

  Result<std::unique_ptr<const Transaction>> Read() const override {
    std::size_t position = 0;
    if (!readers_.try_lease(position, static_cast<int>(patience_.count()))) return DataLocked();
    const auto release = [this, position] { readers_.give_back(position); };
    KAOPING_TRY(auto transaction, Begin(readers_.at(position), "BEGIN", release));
    return std::unique_ptr<const Transaction>(std::move(transaction));
  }

  Result<std::unique_ptr<Transaction>> Write() override {
    if (access_ != Access::kWrite) return DataReadOnly();
    if (!is_writer_free_.try_acquire_for(patience_)) return DataLocked();
    const auto release = [this] { is_writer_free_.release(); };
    // IMMEDIATE takes the lock at once: a transaction that read first and wrote then would be
    // refused if another writer came between, however patient it is.
    return Begin(writer_, "BEGIN IMMEDIATE", release);
  }

  BlobStore& blobs() override { return blobs_; }
  const BlobStore& blobs() const override { return blobs_; }

  Status CheckReady() const override {
    KAOPING_TRY(const auto transaction, Read());
    KAOPING_TRY_STATUS(transaction->ledger().Head());
    return Ok();
  }

 private:
  static Result<std::unique_ptr<Transaction>> Begin(soci::session& sql, const std::string& begin,
                                                    std::function<void()> release) {
    const Status begun = Guard([&]() -> Status {
      sql << begin;
      return Ok();
    });
    if (!begun) {
      release();
      return begun.error();
    }
    return std::unique_ptr<Transaction>(std::make_unique<SqlTransaction>(sql, std::move(release)));
  }

  BlobStore blobs_;
  Access access_;
  std::chrono::milliseconds patience_;
  mutable soci::connection_pool readers_;
  soci::session writer_;
  // Not a mutex: a transaction may end in another thread than it began in.
  std::binary_semaphore is_writer_free_{1};
};

// Brings the file up to date over a connection of its own. Looks before it touches anything.
Status Prepare(const fs::path& data_dir, const fs::path& file, Access access,
               const OpenOptions& options) {
  soci::session sql(soci::sqlite3, ConnectString(file, access));
  SetPragmas(sql, options.patience);
  KAOPING_TRY(const int version, SchemaVersion(sql));
  KAOPING_TRY_STATUS(RefuseNewer(version, data_dir));
  if (version == 0 && !options.may_create) return NotFound(data_dir);
  if (access != Access::kWrite) return version == CurrentVersion() ? Ok() : Status(DataReadOnly());
  KAOPING_TRY_STATUS(UseWriteAheadLog(sql, options.patience));
  if (version == CurrentVersion()) return Ok();
  return Migrate(sql);
}

}  // namespace

Result<std::unique_ptr<Store>> Store::Open(const fs::path& data_dir, const OpenOptions& options) {
  KAOPING_CHECK(options.readers >= 1);
  std::error_code error;
  const fs::path file = data_dir / kFileName;
  if (fs::exists(data_dir, error) && !fs::is_directory(data_dir, error)) {
    return NotFolder(data_dir);
  }
  KAOPING_TRY(const bool is_there, IsThere(data_dir, file));
  if (!is_there) {
    if (!options.may_create) return NotFound(data_dir);
    KAOPING_TRY_STATUS(MakeFolder(data_dir));
    KAOPING_TRY_STATUS(MakeFile(file));
  }
  const Access access = AccessTo(data_dir, file);
  return Guard([&]() -> Result<std::unique_ptr<Store>> {
    KAOPING_TRY_STATUS(Prepare(data_dir, file, access, options));
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(file, access, options));
  });
}

}  // namespace kaoping::store
