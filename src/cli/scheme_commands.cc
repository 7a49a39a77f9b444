#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <ostream>
#include <vector>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/revision_text.h"
#include "cli/scheme_text.h"
#include "cli/settle_text.h"
#include "cli/table.h"
#include "cli/usage.h"
#include "scheme/json.h"
#include "scheme/supplement.h"
#include "service/schemes.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Context;
using service::SchemeState;

struct Options {
  std::string file;
  TableHints hints;
  std::string scheme;
  std::string reason;
  bool confirm_warnings = false;
  bool leave_facts = false;
  bool dry_run = false;
  Format format = Format::kText;
};
using OptionsPtr = std::shared_ptr<Options>;

Message StateOf(const service::SchemeSummary& summary) {
  if (!summary.superseded_by.empty()) {
    return Say("已由{}取代", "replaced by {}", summary.superseded_by);
  }
  if (summary.state == SchemeState::kPublished) return Say("已发布", "published");
  return Say("草案", "draft");
}

ordered_json ToJson(const service::SchemeSummary& s) {
  ordered_json json = {{"id", s.id},         {"title", s.title}, {"number", s.number},
                       {"issuer", s.issuer}, {"year", s.year},   {"state", ToString(s.state)},
                       {"tasks", s.tasks},   {"rules", s.rules}, {"pending", s.pending}};
  if (!s.revises.empty()) json.update({{"revision", s.revision}, {"revises", s.revises}});
  if (!s.superseded_by.empty()) json["superseded_by"] = s.superseded_by;
  return json;
}

ordered_json RevisionToJson(const service::RevisionView& revision) {
  return {
      {"revises", revision.revises}, {"number", revision.number}, {"differences", revision.diff}};
}

ordered_json CarriedToJson(const std::vector<service::CarriedSettlement>& carried) {
  ordered_json list = ordered_json::array();
  for (const service::CarriedSettlement& one : carried) {
    list.push_back({{"task", one.task},
                    {"how", ToString(one.how)},
                    {"scheme", one.scheme},
                    {"year", one.year},
                    {"by", one.word.by},
                    {"at", one.word.at.ToString()}});
  }
  return list;
}

void PrintImported(const Program& program, const service::ImportOutcome& outcome) {
  if (outcome.revision) {
    fmt::print(program.out, "\n{}", RenderRevision(*outcome.revision, program.language));
  }
  fmt::print(program.out, "{}", RenderCarried(outcome.carried, program.language));
}

Result<ExitStatus> Import(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const std::string bytes, ReadInput(program, options.file, kLargestDocument));
  const std::string name = FileNameOf(program, options.file);
  KAOPING_TRY(const notice::Hints hints,
              notice::ReadHints(options.hints.table, options.hints.columns));
  KAOPING_TRY(const service::ImportOutcome outcome,
              service::ImportNotice(context, name, bytes, program.read, hints));
  const auto& summary = outcome.summary;
  if (options.format == Format::kJson) {
    ordered_json questions = ordered_json::array();
    for (const auto& q : outcome.questions) {
      questions.push_back({{"about", q.about},
                           {"kind", q.kind},
                           {"text", program.Text(q.text, q.text_en)},
                           {"proposal", q.proposal}});
    }
    ordered_json answer = {
        {"is_new", outcome.is_new}, {"scheme", ToJson(summary)}, {"questions", questions}};
    if (outcome.revision) answer["revision"] = RevisionToJson(*outcome.revision);
    answer["carried"] = CarriedToJson(outcome.carried);
    fmt::print(program.out, "{}\n", answer.dump(2));
    return ExitStatus::kDone;
  }

  if (!outcome.is_new) {
    fmt::print(program.out, "{}\n",
               Say("这份通知已经导入过，编号{0}（{1}），没有任何改变。",
                   "This notice has been imported before as {0} ({2}); nothing changed.",
                   summary.id, StateOf(summary).zh, StateOf(summary).en)
                   .In(program.language));
    return ExitStatus::kDone;
  }
  KAOPING_TRY(const service::SchemeView view, service::ShowScheme(context, summary.id));
  fmt::print(program.out, "{}", RenderHead(view.scheme, program.language));
  const std::string doubts =
      RenderDoubts(view.scheme, PathOf(program, options.file), program.language);
  if (!doubts.empty()) fmt::print(program.out, "\n{}", doubts);
  fmt::print(program.out, "{}", RenderQuestions(outcome.questions, program.language));
  PrintImported(program, outcome);
  fmt::print(
      program.out, "\n{}\n",
      Say("已导入为草案，编号{0}。用 kaoping settle {0} 核定考评标准，再用 kaoping publish {0} "
          "发布。",
          "Imported as a draft, {0}. Settle its criteria with kaoping settle {0}, then "
          "kaoping publish {0}.",
          summary.id)
          .In(program.language));
  return ExitStatus::kDone;
}

std::string Joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, "、"));
}

ordered_json UntakenToJson(const std::vector<scheme::Untaken>& untaken) {
  ordered_json list = ordered_json::array();
  for (const scheme::Untaken& one : untaken) {
    list.push_back({{"task", one.task}, {"what", ToString(one.what)}, {"says", one.says}});
  }
  return list;
}

Message SentenceOf(const scheme::Untaken& untaken) {
  const std::string says = Joined(untaken.says);
  return untaken.what == scheme::Untaken::What::kOffices
             ? Say("{0}：补充规定写的责任处室是“{1}”，与方案不同，没有取用。",
                   "{0}: the supplement names the offices “{1}”, the scheme has others; not taken.",
                   untaken.task, says)
             : Say("{0}：补充规定写的工作成果是“{1}”，与方案不同，没有取用。",
                   "{0}: the supplement names the papers “{1}”, the scheme has others; not taken.",
                   untaken.task, says);
}

Result<ExitStatus> Supplement(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const std::string bytes, ReadInput(program, options.file, kLargestDocument));
  const std::string name = FileNameOf(program, options.file);
  KAOPING_TRY(const service::SupplementOutcome outcome,
              service::AttachSupplement(context, options.scheme, name, bytes,
                                        options.dry_run ? service::SupplementMode::kPreview
                                                        : service::SupplementMode::kStore,
                                        program.read));
  const auto& summary = outcome.imported.summary;
  if (options.format == Format::kJson) {
    ordered_json answer = {
        {"is_new", outcome.is_new}, {"tasks", outcome.tasks}, {"scheme", ToJson(summary)}};
    answer["untaken"] = UntakenToJson(outcome.untaken);
    if (outcome.imported.revision) answer["revision"] = RevisionToJson(*outcome.imported.revision);
    answer["carried"] = CarriedToJson(outcome.imported.carried);
    fmt::print(program.out, "{}\n", answer.dump(2));
    return ExitStatus::kDone;
  }
  if (!outcome.is_new) {
    fmt::print(
        program.out, "{}\n",
        Say("这份补充规定已经附在方案{0}上，没有任何改变。",
            "The supplement is attached already, in scheme {0}; nothing changed.", summary.id)
            .In(program.language));
    return ExitStatus::kDone;
  }
  const std::string tasks = Joined(outcome.tasks);
  fmt::print(program.out, "{}\n",
             Say("补充规定对上了{0}项：{1}；其余各项不变。",
                 "The supplement completes {0} rows: {1}; nothing else changes.",
                 outcome.tasks.size(), tasks)
                 .In(program.language));
  for (const auto& untaken : outcome.untaken) {
    fmt::print(program.out, "{}\n", SentenceOf(untaken).In(program.language));
  }
  PrintImported(program, outcome.imported);
  const Message end =
      options.dry_run
          ? Say("以上是预览，没有存储；去掉 --dry-run 再运行就附上。",
                "This was a preview and nothing is stored; run it without --dry-run to attach it.")
          : Say("已附上，成为草案{0}。用 kaoping settle {0} 核定，再用 kaoping publish {0} 发布。",
                "Attached, as the draft {0}. Settle it with kaoping settle {0}, then kaoping "
                "publish {0}.",
                summary.id);
  fmt::print(program.out, "\n{}\n", end.In(program.language));
  return ExitStatus::kDone;
}

Result<ExitStatus> ListSchemes(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto schemes, service::ListSchemes(context));
  if (options.format == Format::kJson) {
    ordered_json items = ordered_json::array();
    for (const auto& summary : schemes) items.push_back(ToJson(summary));
    fmt::print(program.out, "{}\n", items.dump(2));
    return ExitStatus::kDone;
  }
  constexpr auto kRight = TextTable::Align::kRight;
  TextTable table({{program.Text("编号", "Id")},
                   {program.Text("年度", "Year")},
                   {program.Text("状态", "State")},
                   {program.Text("规则", "Rules"), kRight},
                   {program.Text("挂账", "Pending"), kRight},
                   {program.Text("文号", "Number")},
                   {program.Text("方案", "Scheme")}});
  for (const auto& s : schemes) {
    table.AddRow({s.id, std::to_string(s.year), StateOf(s).In(program.language),
                  std::to_string(s.rules), std::to_string(s.pending), s.number, s.title});
  }
  if (options.format == Format::kCsv) {
    fmt::print(program.out, "{}", table.ToCsv());
  } else if (table.IsEmpty()) {
    fmt::print(program.out, "{}\n",
               program.Text("还没有方案，用 kaoping import FILE 导入一份通知。",
                            "There is no scheme yet; kaoping import FILE brings in a notice."));
  } else {
    fmt::print(program.out, "{}", table.ToText());
  }
  return ExitStatus::kDone;
}

void PrintPending(const Program& program, const service::SchemeView& view) {
  if (view.pending.empty()) return;
  fmt::print(program.out, "{}\n", program.Text("挂账（暂不计分）：", "Pending (not scored yet):"));
  for (const auto& pending : view.pending) {
    fmt::print(program.out, "  {}{}{}\n", pending.task, pending.task.empty() ? "" : "  ",
               pending.why.In(program.language));
  }
}

std::string RevisionOf(const Program& program, const service::SchemeSummary& summary) {
  if (summary.revises.empty()) return "";
  return Say("  第{0}稿，修订自{1}", "  number {0}, revises {1}", summary.revision, summary.revises)
      .In(program.language);
}

Result<ExitStatus> Show(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const service::SchemeView view, service::ShowScheme(context, options.scheme));
  if (options.format == Format::kJson) {
    fmt::print(program.out, "{}", scheme::WriteScheme(view.scheme));
    return ExitStatus::kDone;
  }
  fmt::print(program.out, "{}{}{}  {}{}\n{}", RenderHead(view.scheme, program.language),
             program.Text("编号：", "Id: "), view.summary.id,
             StateOf(view.summary).In(program.language), RevisionOf(program, view.summary),
             RenderTasks(view.scheme, program.language));
  if (view.pending.empty()) return ExitStatus::kDone;
  fmt::print(program.out, "\n");
  PrintPending(program, view);
  return ExitStatus::kDone;
}

// The error with what to write on the command line.
Error WithOption(Error error) {
  const char* option = nullptr;
  if (error.code == "reason-required") option = "--reason \"……\"";
  if (error.code == "warnings-unconfirmed") option = "--confirm-warnings";
  if (error.code == "facts-left-behind") option = "--leave-facts";
  if (option == nullptr) return error;
  error.message.zh += fmt::format("：{}", option);
  error.message.en += fmt::format(": {}", option);
  return error;
}

Result<ExitStatus> Publish(Program& program, const Context& context, const Options& options) {
  std::vector<std::string> confirmed;
  if (options.confirm_warnings) {
    KAOPING_TRY(const service::SchemeView draft, service::ShowScheme(context, options.scheme));
    confirmed = service::OutstandingWarnings(draft);
    fmt::print(program.out, "{}", RenderOutstanding(draft, program.language));
  }
  auto published = service::PublishScheme(
      context, options.scheme, options.reason, confirmed,
      options.leave_facts ? service::LeftFacts::kAccept : service::LeftFacts::kRefuse);
  if (!published) return WithOption(std::move(published).error());
  const service::PublishOutcome outcome = *std::move(published);
  const std::string& title = outcome.summary.title;
  const Message done = outcome.is_new ? Say("“{}”已发布，可以记录事实了。",
                                            "“{}” is published: facts may be recorded now.", title)
                                      : Say("“{}”此前已经发布，没有任何改变。",
                                            "“{}” was published before; nothing changed.", title);
  fmt::print(program.out, "{}\n", done.In(program.language));
  if (outcome.succession) {
    fmt::print(program.out, "{}", RenderSuccession(*outcome.succession, program.language));
  }
  KAOPING_TRY(const service::SchemeView view, service::ShowScheme(context, outcome.summary.id));
  PrintPending(program, view);
  return ExitStatus::kDone;
}

}  // namespace

void AddSchemeCommands(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  const auto with = [options](auto work) {
    return [options, work](Program& running, const Context& context) {
      return work(running, context, *options);
    };
  };
  const std::string scheme_help =
      program.Text("方案的编号，或标题、文号中不会混淆的一段",
                   "its id, or any unambiguous part of its title or number");

  CLI::App* import = AddCommand(app, program, "import", "把一份通知导入数据文件夹，成为草案",
                                "bring a notice into the data folder as a draft");
  import
      ->add_option("FILE", options->file,
                   program.Text("通知文件（.docx .xlsx .pdf .ofd .html .csv .txt .tsv），或 -",
                                "the notice (.docx .xlsx .pdf .ofd .html .csv .txt .tsv), or -"))
      ->required();
  AddTableHints(*import, program, options->hints);
  AddFormat(*import, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*import, program, with(&Import), service::OpenMode::kCreate);

  CLI::App* supplement =
      AddCommand(app, program, "supplement", "把补充规定附到方案中它所补充的各项上，成为修订草案",
                 "attach a supplement to the rows of a scheme that it completes");
  supplement->add_option("SCHEME", options->scheme, scheme_help)->required();
  supplement
      ->add_option("FILE", options->file,
                   program.Text("补充规定文件，格式与通知相同，或 -",
                                "the supplement, in the formats of a notice, or -"))
      ->required();
  supplement->add_flag("--dry-run", options->dry_run,
                       program.Text("只看对上了哪几项、有什么差别，不存储",
                                    "only say what it would complete and change"));
  AddFormat(*supplement, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*supplement, program, with(&Supplement));

  CLI::App* schemes = AddCommand(app, program, "schemes", "列出所有方案", "list all schemes");
  AddFormat(*schemes, program, options->format, {Format::kText, Format::kJson, Format::kCsv});
  SetDataJob(*schemes, program, with(&ListSchemes));

  CLI::App* show = AddCommand(app, program, "show", "显示一个方案的内容和规则",
                              "show a scheme with its tasks and rules");
  show->add_option("SCHEME", options->scheme, scheme_help)->required();
  AddFormat(*show, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*show, program, with(&Show));

  CLI::App* publish = AddCommand(app, program, "publish", "发布一个方案，此后可以记录事实",
                                 "publish a scheme, so that facts may be recorded");
  publish->add_option("SCHEME", options->scheme, scheme_help)->required();
  publish
      ->add_option("--reason", options->reason,
                   program.Text("有规则挂账时，为什么仍然发布",
                                "why it is published although rules are pending"))
      ->type_name("");
  publish->add_flag("--confirm-warnings", options->confirm_warnings,
                    program.Text("未确认的警告已逐一看过，发布时一并确认",
                                 "confirm the warnings that nobody confirmed; they are listed"));
  publish->add_flag("--leave-facts", options->leave_facts,
                    program.Text("修订后没有规则可计的事实留在记录里，不再计分",
                                 "facts that no rule of a revision counts stay on record only"));
  SetDataJob(*publish, program, with(&Publish));
}

}  // namespace kaoping::cli
