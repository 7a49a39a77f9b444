#include "service/layouts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "service/layout_keeping.h"
#include "service/rights.h"
#include "service/statements.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;
using notice::Layout;
using notice::Role;

constexpr std::string_view kForgotten = "null";

std::string WriteHead(const Layout& layout) { return ordered_json(layout.headings).dump(); }

std::string WriteBody(const Layout& layout) {
  ordered_json roles = ordered_json::array();
  for (const Role role : layout.roles) roles.push_back(notice::ToString(role));
  ordered_json body = {{"headings", layout.headings}, {"roles", std::move(roles)}};
  if (layout.is_chosen) body["chosen"] = true;
  return body.dump();
}

// Nothing if that is no layout.
std::optional<Layout> ReadBody(const std::string& text) {
  const ordered_json body = ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!body.is_object() || !body.contains("headings") || !body.contains("roles")) return {};
  Layout layout;
  layout.is_chosen = body.contains("chosen");
  for (const ordered_json& heading : body["headings"]) {
    if (!heading.is_string()) return {};
    layout.headings.push_back(heading);
  }
  for (const ordered_json& role : body["roles"]) {
    if (!role.is_string()) return {};
    layout.roles.push_back(
        notice::RoleNamed(role.get_ref<const std::string&>()).value_or(Role::kUnknown));
  }
  if (layout.headings.size() != layout.roles.size()) return {};
  return layout;
}

Error Unreadable() {
  return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                   Say("存下的表头更正读不出来；请用 kaoping verify 校验数据",
                       "what was said of the heads of tables cannot be read; run kaoping verify"));
}

Status Append(store::Transaction& work, const Context& context, store::LayoutRow row) {
  KAOPING_TRY(row.entry, AppendEntry(work, context.actor, context.now, action::kRememberLayout,
                                     StateLayout(row)));
  return work.schemes().Remember(row);
}

}  // namespace

Result<std::vector<RememberedLayout>> LoadLayouts(const store::Transaction& transaction) {
  KAOPING_TRY(const std::vector<store::LayoutRow> rows, transaction.schemes().Layouts());
  std::vector<RememberedLayout> standing;
  for (const store::LayoutRow& row : rows) {
    std::erase_if(standing, [&](const RememberedLayout& earlier) {
      return WriteHead(earlier.layout) == row.head;
    });
    if (row.body == kForgotten) continue;
    std::optional<Layout> layout = ReadBody(row.body);
    if (!layout) return Unreadable();
    standing.push_back({row.entry, *std::move(layout), row.source, row.by, row.at});
  }
  return standing;
}

Status KeepLayout(store::Transaction& work, const Context& context, const std::string& source,
                  const Layout& layout) {
  KAOPING_TRY(const std::vector<RememberedLayout> standing, LoadLayouts(work));
  const bool is_known =
      std::any_of(standing.begin(), standing.end(),
                  [&](const RememberedLayout& known) { return known.layout == layout; });
  if (is_known) return Ok();
  store::LayoutRow row;
  row.head = WriteHead(layout);
  row.body = WriteBody(layout);
  row.source = source;
  return Append(work, context, std::move(row));
}

Result<std::vector<RememberedLayout>> ListLayouts(const Context& context) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  return LoadLayouts(*reading);
}

Result<std::vector<RememberedLayout>> ForgetLayout(const Context& context, std::uint64_t id) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kImport));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const std::vector<RememberedLayout> standing, LoadLayouts(*work));
  const auto found = std::find_if(standing.begin(), standing.end(),
                                  [id](const RememberedLayout& one) { return one.id == id; });
  if (found == standing.end()) {
    return MakeError(ErrorKind::kNotFound, "layout-not-found",
                     Say("没有编号{}的表头更正；可能已被取消或被新的更正取代，请重新列出",
                         "there is no correction of a head with id {}; it may have been taken "
                         "back or replaced: list them again",
                         id));
  }
  store::LayoutRow row;
  row.head = WriteHead(found->layout);
  row.body = kForgotten;
  KAOPING_TRY_STATUS(Append(*work, context, std::move(row)));
  KAOPING_TRY(std::vector<RememberedLayout> left, LoadLayouts(*work));
  KAOPING_TRY_STATUS(work->Commit());
  return left;
}

}  // namespace kaoping::service
