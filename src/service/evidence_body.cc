#include "service/evidence_body.h"

#include <array>
#include <limits>
#include <nlohmann/json.hpp>

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;
using Form = EvidenceDetails::Form;
using Words = EvidenceFile::Words;

constexpr std::array<Words, 4> kAllWords = {Words::kRead, Words::kNone, Words::kTooLarge,
                                            Words::kUnread};

void Put(ordered_json& json, const char* field, const std::string& text) {
  if (!text.empty()) json[field] = text;
}
void Put(ordered_json& json, const char* field, int number) {
  if (number != 0) json[field] = number;
}
void Put(ordered_json& json, const char* field, const std::optional<Date>& day) {
  if (day) json[field] = day->ToString();
}

// Reads the fields of one object; whatever is not as it was written makes it unfit.
class Reader {
 public:
  explicit Reader(const ordered_json& json) : json_(json), is_fit_(json.is_object()) {}

  std::string Text(const char* field) {
    const ordered_json* const found = Find(field);
    if (found == nullptr) return {};
    if (found->is_string()) return *found;
    is_fit_ = false;
    return {};
  }
  std::uint64_t Number(const char* field) {
    const ordered_json* const found = Find(field);
    if (found == nullptr) return 0;
    if (found->is_number_unsigned()) return *found;
    is_fit_ = false;
    return 0;
  }
  int SmallNumber(const char* field) {
    const std::uint64_t number = Number(field);
    if (number <= static_cast<std::uint64_t>(std::numeric_limits<int>::max())) {
      return static_cast<int>(number);
    }
    is_fit_ = false;
    return 0;
  }
  std::optional<Date> Day(const char* field) {
    const std::string text = Text(field);
    if (text.empty()) return std::nullopt;
    const std::optional<Date> day = Date::Parse(text);
    is_fit_ = is_fit_ && day.has_value();
    return day;
  }
  void Reject() { is_fit_ = false; }
  const ordered_json* Find(const char* field) const {
    if (!json_.is_object()) return nullptr;
    const auto found = json_.find(field);
    return found == json_.end() ? nullptr : &*found;
  }

  Status Check() const {
    if (is_fit_) return Ok();
    return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                     Say("存下的佐证材料读不出来；请用 kaoping verify 校验数据",
                         "what is kept of evidence cannot be read; run kaoping verify"));
  }

 private:
  const ordered_json& json_;
  bool is_fit_;
};

ordered_json Parse(const std::string& text) {
  return ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
}

}  // namespace

std::string WriteBody(const EvidenceBody& body) {
  const EvidenceDetails& details = body.details;
  ordered_json json = {{"name", details.name}};
  Put(json, "kind", details.kind);
  Put(json, "number", details.number);
  Put(json, "issuer", details.issuer);
  Put(json, "formed", details.formed);
  Put(json, "pages", details.pages);
  Put(json, "copies", details.copies);
  if (details.form != Form::kUnknown) {
    json["form"] = details.form == Form::kOriginal ? "original" : "copy";
  }
  Put(json, "url", details.url);
  Put(json, "location", details.location);
  Put(json, "note", details.note);
  if (body.paper) {
    ordered_json& paper = json["paper"] = {{"number", body.paper->number}};
    Put(paper, "seen_by", body.paper->seen_by);
    Put(paper, "seen_on", body.paper->seen_on);
  }
  return json.dump();
}

std::string WriteBody(const EvidenceFile& file) {
  ordered_json json = {{"name", file.file_name},
                       {"kind", file.kind},
                       {"size", file.size},
                       {"sm3", file.sm3},
                       {"words", ToString(file.words)}};
  if (file.is_scanned) json["scanned"] = true;
  return json.dump();
}

Result<EvidenceBody> ReadEvidenceBody(const std::string& text) {
  const ordered_json json = Parse(text);
  Reader reader(json);
  EvidenceBody body;
  EvidenceDetails& details = body.details;
  details.name = reader.Text("name");
  details.kind = reader.Text("kind");
  details.number = reader.Text("number");
  details.issuer = reader.Text("issuer");
  details.formed = reader.Day("formed");
  details.pages = reader.SmallNumber("pages");
  details.copies = reader.SmallNumber("copies");
  const std::string form = reader.Text("form");
  if (form == "original") details.form = Form::kOriginal;
  if (form == "copy") details.form = Form::kCopy;
  details.url = reader.Text("url");
  details.location = reader.Text("location");
  details.note = reader.Text("note");
  KAOPING_TRY_STATUS(reader.Check());
  if (const ordered_json* const found = reader.Find("paper")) {
    Reader paper(*found);
    body.paper.emplace();
    body.paper->number = paper.Text("number");
    body.paper->seen_by = paper.Text("seen_by");
    body.paper->seen_on = paper.Day("seen_on");
    KAOPING_TRY_STATUS(paper.Check());
  }
  return body;
}

Status ReadFileBody(const std::string& text, EvidenceFile& into) {
  const ordered_json json = Parse(text);
  Reader reader(json);
  into.file_name = reader.Text("name");
  into.kind = reader.Text("kind");
  into.size = reader.Number("size");
  into.sm3 = reader.Text("sm3");
  const std::string words = reader.Text("words");
  bool is_known = false;
  for (const Words candidate : kAllWords) {
    if (words != ToString(candidate)) continue;
    into.words = candidate;
    is_known = true;
  }
  if (!is_known) reader.Reject();
  const ordered_json* const scanned = reader.Find("scanned");
  into.is_scanned = scanned != nullptr && scanned->is_boolean() && scanned->get<bool>();
  return reader.Check();
}

}  // namespace kaoping::service
