// Result<T>: a value, or the reason why an operation could not be done.
//
// The names are those of std::expected, so that C++23 makes this file an alias. For what an author
// should change in a text, see diag/diagnostic.h; for bugs, see base/check.h.

#ifndef KAOPING_BASE_RESULT_H_
#define KAOPING_BASE_RESULT_H_

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/check.h"
#include "base/message.h"

namespace kaoping {

enum class ErrorKind {
  kInvalid,      // The request breaks a documented precondition.
  kNotFound,     // The named thing does not exist.
  kConflict,     // The thing changed since the caller read it, or exists already.
  kForbidden,    // The caller may not do this.
  kUnavailable,  // A resource we depend on failed; the same call may succeed later.
  kCorrupt,      // Stored data contradicts itself; retrying cannot help.
};

struct [[nodiscard]] Error {
  ErrorKind kind = ErrorKind::kInvalid;
  // Permanent, lower-case, hyphenated: programs and the web page decide by it ("scheme-not-found").
  std::string code;
  // One sentence that names the thing, why, and the next step. Never a path of this machine beyond
  // what the user typed, never SQL, never a library's own text.
  Message message;
  // The field of a form or of a fact that is wrong, where there is one ("value", "on").
  std::string field;
};

inline Error MakeError(ErrorKind kind, std::string_view code, Message message,
                       std::string_view field = {}) {
  return {kind, std::string(code), std::move(message), std::string(field)};
}

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  // Implicit, so that `return value;` and `return MakeError(…);` both read plainly.
  // NOLINTBEGIN(google-explicit-constructor)
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
  // NOLINTEND(google-explicit-constructor)

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // Requires: has_value().
  T& value() & {
    KAOPING_CHECK(has_value());
    return std::get<0>(state_);
  }
  const T& value() const& {
    KAOPING_CHECK(has_value());
    return std::get<0>(state_);
  }
  T&& value() && {
    KAOPING_CHECK(has_value());
    return std::get<0>(std::move(state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // Requires: !has_value().
  const Error& error() const& {
    KAOPING_CHECK(!has_value());
    return std::get<1>(state_);
  }
  Error&& error() && {
    KAOPING_CHECK(!has_value());
    return std::get<1>(std::move(state_));
  }

 private:
  std::variant<T, Error> state_;
};

// What a function returns that has nothing to give but may fail. Status{} or Ok() is success.
struct Unit {};
using Status = Result<Unit>;
inline Status Ok() { return Unit{}; }

}  // namespace kaoping

// KAOPING_TRY(const Scheme scheme, store.Find(id)): names the value, or returns the error.
#define KAOPING_TRY(declaration, expression) \
  KAOPING_TRY_IMPL(KAOPING_TRY_NAME(kaoping_try_, __LINE__), declaration, expression)
// KAOPING_TRY_STATUS(store.Delete(id)): goes on, or returns the error.
#define KAOPING_TRY_STATUS(expression)                       \
  do {                                                       \
    if (auto kaoping_status = (expression); !kaoping_status) \
      return std::move(kaoping_status).error();              \
  } while (false)

#define KAOPING_TRY_NAME(prefix, line) KAOPING_TRY_NAME_IMPL(prefix, line)
#define KAOPING_TRY_NAME_IMPL(prefix, line) prefix##line
#define KAOPING_TRY_IMPL(temporary, declaration, expression) \
  auto temporary = (expression);                             \
  if (!temporary) return std::move(temporary).error();       \
  declaration = std::move(temporary).value()

#endif  // KAOPING_BASE_RESULT_H_
