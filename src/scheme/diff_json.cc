// WriteDiff: the JSON form of a diff.

#include <nlohmann/json.hpp>

#include "scheme/diff.h"

namespace kaoping::scheme {
namespace {

using nlohmann::ordered_json;

void PutText(ordered_json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

ordered_json ChangesToJson(const std::vector<Change>& changes) {
  ordered_json list = ordered_json::array();
  for (const Change& change : changes) {
    ordered_json& json =
        list.emplace_back(ordered_json{{"change", ToString(change.kind)}, {"about", change.about}});
    PutText(json, "before", change.before);
    PutText(json, "after", change.after);
    PutText(json, "before_key", change.before_key);
    PutText(json, "after_key", change.after_key);
    json["text"] = change.text.zh;
    json["text_en"] = change.text.en;
  }
  return list;
}

ordered_json TaskToJson(const TaskChange& task) {
  ordered_json json = {{"change", ToString(task.kind)}};
  PutText(json, "before_key", task.before_key);
  PutText(json, "after_key", task.after_key);
  json["words"] = task.words;
  json["changes"] = ChangesToJson(task.changes);
  return json;
}

ordered_json SectionToJson(const SectionChange& section) {
  ordered_json json = ordered_json::object();
  if (section.kind) json["change"] = ToString(*section.kind);
  PutText(json, "before_key", section.before_key);
  PutText(json, "after_key", section.after_key);
  json["title"] = section.title;
  json["changes"] = ChangesToJson(section.changes);
  json["tasks"] = ordered_json::array();
  for (const TaskChange& task : section.tasks) json["tasks"].push_back(TaskToJson(task));
  return json;
}

ordered_json TallyToJson(const DiffCounts::Tally& tally) {
  return {{"added", tally.added},
          {"removed", tally.removed},
          {"changed", tally.changed},
          {"moved", tally.moved}};
}

}  // namespace

void to_json(ordered_json& json, const SchemeDiff& diff) {
  const DiffCounts counts = Count(diff);
  json = {{"format", "scheme-diff/1"},
          {"counts",
           {{"head", counts.head},
            {"sections", TallyToJson(counts.sections)},
            {"tasks", TallyToJson(counts.tasks)},
            {"rules", TallyToJson(counts.rules)}}},
          {"head", ChangesToJson(diff.head)},
          {"sections", ordered_json::array()}};
  for (const SectionChange& section : diff.sections) {
    json["sections"].push_back(SectionToJson(section));
  }
}

std::string WriteDiff(const SchemeDiff& diff) { return ordered_json(diff).dump(2) + "\n"; }

}  // namespace kaoping::scheme
