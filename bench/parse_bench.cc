// How long `kaoping parse` takes of a Word file beside the programs that convert one, and how much
// memory reading takes beside the file.
//
// `pandoc_ratio` and `libreoffice_ratio` are those programs' times over kaoping's, from start to
// end, child processes included; all are run in turn in the same run, and the best of each counts.
// LibreOffice is warm: it has its profile. What is not installed is said and left out.
//
// Memory is that of the process that reads. `over_unpacked` and `over_file` are what it has at its
// peak beyond the same process with a file of a few bytes, over the bytes of the unpacked parts and
// of the file.

#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/process.h"
#include "document/isolated.h"
#include "document/zip.h"
#include "launch.h"
#include "notice.h"
#include "workbook.h"

namespace kaoping::bench {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string path = (fs::temp_directory_path() / "kaoping-bench-XXXXXX").string();
    KAOPING_CHECK(::mkdtemp(path.data()) != nullptr);
    path_ = path;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path path_;
};

void WriteFile(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  KAOPING_CHECK(file.flush().good());
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What takes memory is done elsewhere: a program that is started counts as at least as large as
// the process that starts it.
template <typename Work>
void InChild(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  int status = 0;
  KAOPING_CHECK(::waitpid(child, &status, 0) == child && status == 0);
}

struct Competitor {
  const char* counter;
  const char* program;
  std::vector<std::string> arguments;
  double best = std::numeric_limits<double>::infinity();
};

bool Time(Competitor& competitor) {
  const Run run = Launch(competitor.arguments);
  competitor.best = std::min(competitor.best, run.seconds);
  return run.succeeded;
}

void ParseNotice(benchmark::State& state) {
  constexpr std::size_t kRows = 25;
  constexpr int kRounds = 9;
  const Folder folder;
  const std::string notice = folder.path_ / "notice.docx";
  WriteFile(notice, MakeNotice(kRows));
  Competitor kaoping = {"", "", {KAOPING_PROGRAM, "parse", notice}};
  std::vector<Competitor> others = {
      {"pandoc_ratio",
       "pandoc",
       {"pandoc", "--from=docx", "--to=plain", "--output=/dev/null", notice}},
      {"libreoffice_ratio",
       "soffice",
       {"soffice", "-env:UserInstallation=file://" + (folder.path_ / "profile").string(),
        "--headless", "--norestore", "--convert-to", "txt:Text", "--outdir", folder.path_,
        notice}}};
  std::erase_if(others, [](const Competitor& other) {
    const bool is_missing = !FindProgram(other.program);
    if (is_missing) {
      std::cerr << "SKIPPED " << other.counter << ": " << other.program << " is not installed\n";
    }
    return is_missing;
  });

  const auto must_succeed = [&](bool succeeded, const char* program) {
    if (!succeeded) state.SkipWithError((std::string(program) + " failed").c_str());
  };
  for (auto _ : state) {
    for (Competitor& other : others) must_succeed(Launch(other.arguments).succeeded, other.program);
    for (int i = 0; i < kRounds; ++i) {
      must_succeed(Time(kaoping), "kaoping");
      for (Competitor& other : others) must_succeed(Time(other), other.program);
    }
  }
  state.counters["kaoping_ms"] = kaoping.best * 1000;
  for (const Competitor& other : others) {
    state.counters[std::string(other.program) + "_ms"] = other.best * 1000;
    state.counters[other.counter] = other.best / kaoping.best;
  }
}
BENCHMARK(ParseNotice)->Iterations(1)->Unit(benchmark::kMillisecond);

// A file as the child process gets it; see document/isolated.cc.
std::string RequestFor(const fs::path& file) {
  std::string request = file.extension().string() + '\0' + file.filename().string() + '\0';
  return request + ReadFile(file);
}

std::size_t UnpackedSize(const std::string& bytes) {
  if (!document::LooksLikeZip(bytes)) return bytes.size();
  std::size_t size = 0;
  for (const auto& [name, content] : Unpack(bytes)) size += content.size();
  return size;
}

double PeakOfReading(benchmark::State& state, const fs::path& file) {
  const fs::path request = file.string() + ".request";
  InChild([&] { WriteFile(request, RequestFor(file)); });
  const Run run = Launch({KAOPING_PROGRAM, std::string(document::kReaderArgument)}, request);
  rusage own = {};
  ::getrusage(RUSAGE_SELF, &own);
  if (!run.succeeded) state.SkipWithError("the reader failed");
  if (run.peak_bytes <= static_cast<double>(own.ru_maxrss) * 1024) {
    state.SkipWithError("the benchmark is larger than what it measures");
  }
  return run.peak_bytes;
}

template <typename Make>
void Memory(benchmark::State& state, const char* name, const Make& make) {
  const Folder folder;
  const fs::path file = folder.path_ / name;
  const fs::path sizes = folder.path_ / "sizes";
  const fs::path little = folder.path_ / "little.txt";
  WriteFile(little, "考评\n");
  InChild([&] {
    const std::string bytes = make();
    WriteFile(file, bytes);
    WriteFile(sizes, std::to_string(bytes.size()) + " " + std::to_string(UnpackedSize(bytes)));
  });
  double packed = 0;
  double unpacked = 0;
  std::ifstream(sizes) >> packed >> unpacked;
  double least = 0;
  double peak = 0;
  for (auto _ : state) {
    least = PeakOfReading(state, little);
    peak = PeakOfReading(state, file);
  }
  constexpr double kMegabyte = 1 << 20;
  state.counters["file_MiB"] = packed / kMegabyte;
  state.counters["unpacked_MiB"] = unpacked / kMegabyte;
  state.counters["peak_MiB"] = peak / kMegabyte;
  state.counters["over_unpacked"] = (peak - least) / unpacked;
  state.counters["over_file"] = (peak - least) / packed;
}

constexpr std::size_t kManyRows = 5'000;

std::string MakeText() {
  std::string text;
  for (std::size_t i = 0; i < kManyRows * 100; ++i) text += "每少一次扣0.5分，扣完为止。\n";
  return text;
}

std::string MakeSeparated() {
  std::string text = "项目,考评标准,分值\n";
  for (std::size_t i = 0; i < kManyRows * 10; ++i) text += "学习培训,每少一次扣0.5分,5\n";
  return text;
}

std::string MakeHtml() {
  std::string text = "<!DOCTYPE html><meta charset=utf-8><table>";
  for (std::size_t i = 0; i < kManyRows * 2; ++i) {
    text += "<tr><td>学习培训</td><td>每少一次扣0.5分</td><td>5</td></tr>\n";
  }
  return text + "</table>";
}

#define MEMORY(name, file, make) \
  BENCHMARK_CAPTURE(Memory, name, file, make)->Iterations(1)->Unit(benchmark::kMillisecond)
MEMORY(xlsx, "file.xlsx", MakeWorkbook);
MEMORY(docx, "file.docx", [] { return MakeNotice(kManyRows); });
MEMORY(html, "file.html", MakeHtml);
MEMORY(csv, "file.csv", MakeSeparated);
MEMORY(txt, "file.txt", MakeText);

}  // namespace
}  // namespace kaoping::bench

BENCHMARK_MAIN();
