// A reader that does what its file says, in place of kaoping's: what a file could make of a real
// one by some fault in it.

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "document/isolated.h"

namespace kaoping::document {
namespace {

Result<Document> Word(std::string_view word) {
  return Document{"", {Paragraph{1, std::string(word)}}};
}

void Write(std::string_view bytes) {
  [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
}

Result<Document> TakeAllMemory() {
  std::vector<std::unique_ptr<std::string>> taken;
  while (true) taken.push_back(std::make_unique<std::string>(1 << 20, 'x'));
}

using Deed = std::function<Result<Document>()>;
const std::map<std::string_view, Deed, std::less<>> kDeeds = {
    {"behave", [] { return Word("守规矩"); }},
    {"crash",
     []() -> Result<Document> {
       volatile int* volatile nowhere = nullptr;
       *nowhere = 1;
       return Word("没有停下");
     }},
    {"abort", []() -> Result<Document> { std::abort(); }},
    {"throw", []() -> Result<Document> { throw InternalError("a bug"); }},
    {"loop",
     []() -> Result<Document> {
       for (volatile int i = 0;;) i = 1 - i;
     }},
    {"sleep",
     []() -> Result<Document> {
       ::sleep(1000);
       return Word("睡过");
     }},
    {"take all memory", &TakeAllMemory},
    {"write garbage",
     []() -> Result<Document> {
       Write("\xFF\xFEgarbage");
       ::_exit(0);
     }},
    {"write nothing", []() -> Result<Document> { ::_exit(0); }},
    {"write for ever",
     []() -> Result<Document> {
       const std::string piece(1 << 20, 'x');
       while (true) Write(piece);
     }},
    {"write before the outcome",
     []() -> Result<Document> {
       Write("x");
       return Word("前面有字");
     }},
    {"read a file",
     []() -> Result<Document> {
       return Word(::open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0 ? "opened" : "refused");
     }},
    {"make a file",
     []() -> Result<Document> {
       return Word(::open("/tmp/x", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0 ? "made"
                                                                               : "refused");
     }},
    {"open a socket",
     []() -> Result<Document> {
       return Word(::socket(AF_INET, SOCK_STREAM, 0) >= 0 ? "opened" : "refused");
     }},
    {"open a socket of this machine",
     []() -> Result<Document> {
       return Word(::socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ? "opened" : "refused");
     }},
    {"fork", []() -> Result<Document> { return Word(::fork() >= 0 ? "forked" : "refused"); }},
    {"run a program",
     []() -> Result<Document> {
       ::execl("/bin/true", "true", nullptr);
       return Word("refused");
     }},
    {"kill its parent",
     []() -> Result<Document> {
       ::kill(::getppid(), SIGTERM);
       return Word("killed");
     }},
    {"make code",
     []() -> Result<Document> {
       void* const page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
       return Word(page != MAP_FAILED ? "made" : "refused");
     }},
    {"read its input again",
     []() -> Result<Document> {
       char byte = 0;
       return Word(::read(STDIN_FILENO, &byte, 1) >= 0 ? "read" : "refused");
     }},
};

Result<Document> DoAsTold(std::string_view, std::string_view, std::string_view bytes) {
  return kDeeds.at(bytes)();
}

}  // namespace
}  // namespace kaoping::document

int main(int argc, char** argv) {
  KAOPING_CHECK(argc == 2 && argv[1] == kaoping::document::kReaderArgument);
  kaoping::document::ServeReader(&kaoping::document::DoAsTold);
}
