#include <fcntl.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/evidence_text.h"
#include "cli/options.h"
#include "cli/scanner.h"
#include "cli/usage.h"
#include "service/evidence.h"
#include "service/evidence_catalogue.h"

namespace kaoping::cli {
namespace {

using service::CitationTarget;
using service::CitedKind;
using service::Context;
using service::EvidenceDetails;

struct Options {
  std::string id;
  std::string file;
  std::string to;
  service::EvidenceDraft draft;
  service::RegisteredPaper paper;
  std::string formed;
  std::string seen_on;
  std::string form;
  std::string scheme;
  std::string task;
  std::string rule;
  std::string fact;
  std::string status;
  std::string reason;
  bool take_back = false;
  int version = 0;
  std::string clamd;
  Format format = Format::kText;
};

Status ReadDay(const std::string& text, const char* option, std::optional<Date>& day) {
  if (text.empty()) return Ok();
  day = Date::Parse(text);
  if (day) return Ok();
  return UsageError(
      Say("{}应为 2017-05-03 这样的日期", "{} takes a day such as 2017-05-03", option));
}

Result<service::EvidenceDraft> DraftOf(const Options& options) {
  service::EvidenceDraft draft = options.draft;
  KAOPING_TRY_STATUS(ReadDay(options.formed, "--formed", draft.details.formed));
  if (options.form == "original") draft.details.form = EvidenceDetails::Form::kOriginal;
  if (options.form == "copy") draft.details.form = EvidenceDetails::Form::kCopy;
  return draft;
}

// None, or the one place that the options name.
Result<std::vector<CitationTarget>> CitedBy(const Options& options) {
  std::vector<CitationTarget> targets;
  const std::pair<CitedKind, const std::string*> places[] = {{CitedKind::kTask, &options.task},
                                                             {CitedKind::kRule, &options.rule},
                                                             {CitedKind::kFact, &options.fact}};
  for (const auto& [kind, target] : places) {
    if (!target->empty()) targets.push_back({options.scheme, kind, *target});
  }
  if (targets.empty() && options.scheme.empty()) return targets;
  if (targets.size() != 1 || options.scheme.empty()) {
    return UsageError(Say("请写明 --scheme，以及 --task、--rule、--fact 中的一个",
                          "name --scheme, and one of --task, --rule and --fact"));
  }
  return targets;
}

// Closed when it goes.
class InputFile {
 public:
  explicit InputFile(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~InputFile() {
    if (number_ >= 0) ::close(number_);
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  // Nothing where it can't be read.
  std::optional<std::string_view> Read() {
    const ssize_t size = number_ < 0 ? -1 : ::read(number_, buffer_.data(), buffer_.size());
    if (size < 0) return std::nullopt;
    return std::string_view(buffer_.data(), static_cast<std::size_t>(size));
  }

 private:
  int number_;
  std::array<char, std::size_t{256} * 1024> buffer_{};
};

Result<std::unique_ptr<service::ArrivingFile>> Receive(const Context& context,
                                                       const std::string& path) {
  KAOPING_TRY_STATUS(service::CleanUpEvidence(context.store));
  KAOPING_TRY(auto arriving, service::ReceiveFile(context));
  const auto input = std::make_unique<InputFile>(path);
  while (true) {
    const std::optional<std::string_view> piece = input->Read();
    if (!piece) {
      return MakeError(
          ErrorKind::kUnavailable, "file-unreadable",
          Say("读不了“{}”：请检查路径，以及它是不是文件、有没有读取权限",
              "cannot read \"{}\": check the path, that it is a file and that you may read it",
              path));
    }
    if (piece->empty()) return arriving;
    KAOPING_TRY_STATUS(arriving->Take(*piece));
  }
}

Result<service::Intake> IntakeOf(const Program& program,
                                 const std::shared_ptr<const service::FileScanner>& scanner) {
  return service::Intake{.read = program.read, .scanner = scanner.get()};
}

ExitStatus Show(const Program& program, const Options& options, const service::Evidence& item) {
  if (options.format == Format::kJson) {
    PrintEvidenceJson(program, item);
  } else {
    PrintEvidence(program, item);
  }
  return ExitStatus::kDone;
}

std::string NameOf(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

Result<ExitStatus> Add(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const service::EvidenceDraft draft, DraftOf(options));
  KAOPING_TRY(const std::vector<CitationTarget> cited, CitedBy(options));
  KAOPING_TRY(const auto scanner, ScannerAt(options.clamd));
  KAOPING_TRY(const auto intake, IntakeOf(program, scanner));
  KAOPING_TRY(const auto arriving, Receive(context, options.file));
  KAOPING_TRY(const auto item,
              service::AddEvidence(context, intake, draft, NameOf(options.file), *arriving, cited));
  return Show(program, options, item);
}

Result<ExitStatus> AddVersion(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto scanner, ScannerAt(options.clamd));
  KAOPING_TRY(const auto intake, IntakeOf(program, scanner));
  KAOPING_TRY_STATUS(service::ShowEvidence(context, options.id));
  KAOPING_TRY(const auto arriving, Receive(context, options.file));
  KAOPING_TRY(const auto item, service::AddEvidenceVersion(context, intake, options.id,
                                                           NameOf(options.file), *arriving));
  return Show(program, options, item);
}

Result<ExitStatus> RegisterPaper(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const service::EvidenceDraft draft, DraftOf(options));
  KAOPING_TRY(const std::vector<CitationTarget> cited, CitedBy(options));
  service::RegisteredPaper paper = options.paper;
  KAOPING_TRY_STATUS(ReadDay(options.seen_on, "--seen-on", paper.seen_on));
  KAOPING_TRY(const auto item, service::RegisterPaper(context, draft, paper, cited));
  return Show(program, options, item);
}

Result<ExitStatus> List(Program& program, const Context& context, const Options& options) {
  constexpr int kPage = 1000;
  service::EvidenceFilter filter;
  filter.unit = options.draft.unit;
  filter.scheme = options.scheme;
  filter.task = options.task;
  filter.rule = options.rule;
  filter.fact = options.fact;
  filter.limit = kPage;
  if (!options.status.empty()) {
    KAOPING_TRY(filter.status, service::ParseEvidenceStatus(options.status));
  }
  std::vector<service::Evidence> items;
  do {
    KAOPING_TRY(service::EvidencePage page, service::ListEvidence(context, filter));
    for (service::Evidence& item : page.items) items.push_back(std::move(item));
    filter.cursor = std::move(page.next);
  } while (!filter.cursor.empty());
  if (options.format == Format::kJsonl) {
    for (const service::Evidence& item : items) PrintEvidenceJson(program, item);
  } else {
    PrintEvidenceList(program, items);
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> ShowOne(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto item, service::ShowEvidence(context, options.id));
  return Show(program, options, item);
}

Status WriteFailed(const std::string& path) {
  return MakeError(ErrorKind::kUnavailable, "file-unwritable",
                   Say("写不了“{}”：请检查文件夹是否存在、有没有写入权限和磁盘空间",
                       "cannot write \"{}\": check that its folder is there, that you may write to "
                       "it, and the room on the disk",
                       path));
}

Result<ExitStatus> Get(Program& program, const Context& context, const Options& options) {
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  KAOPING_TRY(const auto opened, service::OpenEvidenceFile(context, options.id, options.version));
  std::ofstream stream(options.to, std::ios::binary | std::ios::trunc);
  for (std::uint64_t offset = 0; offset < opened.bytes->size(); offset += kPiece) {
    KAOPING_TRY(const std::string piece, opened.bytes->Read(offset, kPiece));
    stream << piece;
  }
  if (!stream.flush()) KAOPING_TRY_STATUS(WriteFailed(options.to));
  fmt::print(program.out, "{}\n",
             Say("已写入{}。", "Written to {}.", options.to).In(program.language));
  return ExitStatus::kDone;
}

Result<ExitStatus> Cite(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const std::vector<CitationTarget> cited, CitedBy(options));
  if (cited.empty()) {
    return UsageError(Say("请写明 --scheme，以及 --task、--rule、--fact 中的一个",
                          "name --scheme, and one of --task, --rule and --fact"));
  }
  KAOPING_TRY(const auto item, options.take_back
                                   ? service::UnciteEvidence(context, options.id, cited.front())
                                   : service::CiteEvidence(context, options.id, cited.front()));
  return Show(program, options, item);
}

Result<ExitStatus> Review(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto status, service::ParseEvidenceStatus(options.status));
  KAOPING_TRY(const auto item, service::ReviewEvidence(context, options.id, options.version, status,
                                                       options.reason));
  return Show(program, options, item);
}

Result<ExitStatus> Remove(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto item,
              service::RemoveEvidenceFile(context, options.id, options.version, options.reason));
  return Show(program, options, item);
}

Result<ExitStatus> ListCatalogue(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto catalogue,
              service::ListCatalogue(context, options.draft.unit, options.scheme));
  if (options.to.empty()) {
    PrintCatalogue(program, catalogue);
    return ExitStatus::kDone;
  }
  KAOPING_TRY(const std::string bytes, service::WriteCatalogue(catalogue));
  std::ofstream stream(options.to, std::ios::binary | std::ios::trunc);
  stream << bytes;
  if (!stream.flush()) KAOPING_TRY_STATUS(WriteFailed(options.to));
  fmt::print(
      program.out, "{}\n",
      Say("已写入{0}，{1}份材料。", "Written to {0}, {1} items.", options.to, catalogue.rows.size())
          .In(program.language));
  return ExitStatus::kDone;
}

// The commands of the group, each with its options.
class Group {
 public:
  Group(CLI::App& app, Program& program, std::shared_ptr<Options> options)
      : app_(app), program_(program), options_(std::move(options)) {}

  using Work = Result<ExitStatus> (*)(Program&, const Context&, const Options&);
  CLI::App* Command(const char* name, const char* zh, const char* en, Work work,
                    service::OpenMode mode = service::OpenMode::kExisting) {
    CLI::App* const command = AddCommand(app_, program_, name, zh, en);
    SetDataJob(
        *command, program_,
        [options = options_, work](Program& running, const Context& context) {
          return work(running, context, *options);
        },
        mode);
    return command;
  }
  void Option(CLI::App* command, const char* name, std::string& target, const char* zh,
              const char* en) {
    command->add_option(name, target, program_.Text(zh, en))->type_name("");
  }
  void Position(CLI::App* command, const char* name, std::string& target, const char* zh,
                const char* en) {
    command->add_option(name, target, program_.Text(zh, en))->required();
  }
  void Place(CLI::App* command) {
    Option(command, "--scheme", options_->scheme, "方案", "the scheme");
    Option(command, "--task", options_->task, "任务编号，如 1.2", "a task's key, such as 1.2");
    Option(command, "--rule", options_->rule, "规则编号，如 1.2.1", "a rule's key, such as 1.2.1");
    Option(command, "--fact", options_->fact, "事实编号", "a fact's id");
  }
  void Details(CLI::App* command) {
    service::EvidenceDraft& draft = options_->draft;
    Option(command, "--unit", draft.unit, "哪个单位的材料", "whose evidence it is");
    Option(command, "--office", draft.office, "处室", "the office");
    Option(command, "--name", draft.details.name, "材料名称，默认用文件名",
           "its name; that of the file by default");
    Option(command, "--kind", draft.details.kind, "类别", "its kind");
    Option(command, "--number", draft.details.number, "文号或编号", "its document number");
    Option(command, "--issuer", draft.details.issuer, "形成单位", "who made it");
    Option(command, "--formed", options_->formed, "形成日期", "the day that it bears");
    AddWhole(*command, program_, "--pages", draft.details.pages, 0, 100'000,
             program_.Text("页数", "pages"));
    AddWhole(*command, program_, "--copies", draft.details.copies, 0, 100'000,
             program_.Text("份数", "copies"));
    command
        ->add_option("--form", options_->form,
                     program_.Text("original（原件）或 copy（复印件）", "original or copy"))
        ->check(CLI::IsMember({"original", "copy"}))
        ->type_name("");
    Option(command, "--url", draft.details.url, "公开的网址", "where it was published");
    Option(command, "--location", draft.details.location, "存放位置", "where it is kept");
    Option(command, "--note", draft.details.note, "说明", "a remark");
    Place(command);
  }
  void Id(CLI::App* command) {
    Position(command, "ID", options_->id, "材料编号，如 ev-12", "the item, such as ev-12");
  }
  void Version(CLI::App* command) {
    AddWhole(*command, program_, "--version", options_->version, 0, 100'000,
             program_.Text("第几版，默认最新", "which version; the last by default"));
  }
  void Json(CLI::App* command, Format format) {
    AddFormat(*command, program_, options_->format, {Format::kText, format});
  }

 private:
  CLI::App& app_;
  Program& program_;
  std::shared_ptr<Options> options_;
};

}  // namespace

void AddEvidenceCommands(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* evidence = AddCommand(app, program, "evidence", "佐证材料：一次上传，多处引用",
                                  "evidence: handed in once, cited as often as needed");
  evidence->require_subcommand(1);
  Group group(*evidence, program, options);

  CLI::App* add =
      group.Command("add", "上传一份材料", "hand in a file", &Add, service::OpenMode::kCreate);
  group.Position(add, "FILE", options->file, "文件", "the file");
  group.Details(add);
  AddScanner(*add, program, options->clamd);
  group.Json(add, Format::kJson);

  CLI::App* paper = group.Command("register", "登记一份不能上传的材料（登记件）",
                                  "register a paper that may not be uploaded", &RegisterPaper,
                                  service::OpenMode::kCreate);
  group.Details(paper);
  group.Option(paper, "--paper-number", options->paper.number, "登记号", "its number");
  group.Option(paper, "--seen-by", options->paper.seen_by, "查看人", "who looked at it");
  group.Option(paper, "--seen-on", options->seen_on, "查看日期", "and when");
  group.Json(paper, Format::kJson);

  CLI::App* list = group.Command("list", "列出材料", "list evidence", &List);
  group.Option(list, "--unit", options->draft.unit, "单位", "the unit");
  group.Place(list);
  group.Option(list, "--status", options->status, "审核状态，如 待审", "as reviewed: pending, …");
  group.Json(list, Format::kJsonl);

  CLI::App* show = group.Command("show", "显示一份材料", "show an item", &ShowOne);
  group.Id(show);
  group.Json(show, Format::kJson);

  CLI::App* get = group.Command("get", "取出文件", "write its file", &Get);
  group.Id(get);
  group.Version(get);
  get->add_option("--to", options->to, program.Text("写到哪里", "where to write it"))
      ->required()
      ->type_name("FILE");

  CLI::App* version = group.Command("version", "上传新的一版，旧版保留",
                                    "hand in another version; older ones stay", &AddVersion);
  group.Id(version);
  group.Position(version, "FILE", options->file, "文件", "the file");
  AddScanner(*version, program, options->clamd);
  group.Json(version, Format::kJson);

  CLI::App* cite = group.Command("cite", "写明材料用于哪个任务、规则或事实",
                                 "say which task, rule or fact it is evidence for", &Cite);
  group.Id(cite);
  group.Place(cite);
  cite->add_flag("--take-back", options->take_back,
                 program.Text("撤回这一引用", "take the citation back"));
  group.Json(cite, Format::kJson);

  CLI::App* review = group.Command("review", "审核：采信、部分采信、退回或存疑",
                                   "review it: accepted, partly, returned or doubtful", &Review);
  group.Id(review);
  group.Position(review, "STATUS", options->status, "审核结果", "what is thought of it");
  group.Option(review, "--reason", options->reason, "理由", "why");
  group.Version(review);
  group.Json(review, Format::kJson);

  CLI::App* remove = group.Command("remove", "依规定删除文件，只留校验值和目录信息",
                                   "remove a file that must go; its hash stays", &Remove);
  group.Id(remove);
  group.Version(remove);
  group.Option(remove, "--reason", options->reason, "理由，记入总账", "why; the ledger keeps it");
  group.Json(remove, Format::kJson);

  CLI::App* catalogue = group.Command("catalogue", "一个单位的佐证材料目录",
                                      "the catalogue of a unit's evidence", &ListCatalogue);
  group.Position(catalogue, "UNIT", options->draft.unit, "单位", "the unit");
  group.Option(catalogue, "--scheme", options->scheme, "只列这个方案引用的",
               "only what this scheme cites");
  catalogue
      ->add_option("--xlsx", options->to, program.Text("写成 Excel 文件", "write it as a workbook"))
      ->type_name("FILE");
}

}  // namespace kaoping::cli
