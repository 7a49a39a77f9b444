#include "service/evidence_intake.h"

#include <optional>
#include <utility>

#include "document/file_kind.h"
#include "document/secrecy_mark.h"
#include "service/evidence_inspection.h"
#include "service/settings_in_force.h"
#include "store/blob_store.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using Words = EvidenceFile::Words;

Error TooLarge(std::uint64_t largest) {
  return MakeError(
      ErrorKind::kInvalid, "evidence-too-large",
      Say("文件太大：一个文件最多{}MB；请压缩其中的图片或视频，或分成几个文件再上传",
          "the file is too large: one may have {} MB; make its pictures smaller, or divide it",
          largest >> 20U));
}

Error Classified(std::string_view file_name, std::string_view mark) {
  return MakeError(
      ErrorKind::kInvalid, "file-classified",
      Say("“{0}”标有“{1}”，涉密文件不得上传；请把它登记为登记件（登记号、存放位置、查看人），"
          "文件留在保密柜里",
          "\"{0}\" is marked \"{1}\": classified papers must not be uploaded; register it as a "
          "paper "
          "(its number, where it is kept, who saw it) and leave it in its cabinet",
          file_name, mark));
}

Error Infected(std::string_view file_name, std::string_view what) {
  return MakeError(ErrorKind::kInvalid, "file-infected",
                   Say("“{0}”里查出病毒（{1}），没有保存；请清除病毒后再上传",
                       "\"{0}\" holds a virus ({1}) and was not kept; clean it and upload it again",
                       file_name, what));
}

// Looks for a mark of secrecy in what a reader makes of the file, and says whether it could.
Result<Words> LookForMarks(const Intake& intake, std::string_view file_name,
                           document::FileKind kind, const ByteSource& bytes) {
  if (const auto mark = document::FindSecrecyMark(file_name)) return Classified(file_name, *mark);
  if (!document::MayHaveWords(kind)) return Words::kNone;
  if (bytes.size() > document::kLargestFile) return Words::kTooLarge;
  KAOPING_TRY(const std::string whole,
              bytes.Read(0, static_cast<std::size_t>(document::kLargestFile)));
  const Result<document::Document> read = intake.read(file_name, whole);
  // A scan, or a file that only another program opens, is a file all the same: a person looks.
  if (!read) return Words::kUnread;
  if (const auto mark = document::FindSecrecyMark(*read)) return Classified(file_name, *mark);
  return Words::kRead;
}

}  // namespace

ArrivingFile::ArrivingFile(std::unique_ptr<store::ArrivingBlob> blob, std::uint64_t largest)
    : blob_(std::move(blob)), largest_(largest) {}
ArrivingFile::~ArrivingFile() = default;

Status ArrivingFile::Take(std::string_view piece) {
  size_ += piece.size();
  if (size_ > largest_) return TooLarge(largest_);
  return blob_->Write(piece);
}

Result<std::unique_ptr<ArrivingFile>> ReceiveFile(const Context& context, std::uint64_t announced) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  Settings settings;
  {
    KAOPING_TRY(const auto reading, context.store.Read());
    KAOPING_TRY(settings, LoadSettings(*reading));
  }
  const std::uint64_t largest = static_cast<std::uint64_t>(settings.upload_megabytes) << 20U;
  if (announced > largest) return TooLarge(largest);
  KAOPING_TRY(std::unique_ptr<store::ArrivingBlob> blob, context.store.blobs().Receive());
  return std::make_unique<ArrivingFile>(std::move(blob), largest);
}

Result<EvidenceFile> InspectFile(const Intake& intake, std::string_view file_name,
                                 ArrivingFile& file) {
  KAOPING_TRY(const store::BlobInfo info, file.blob().Finish());
  const ByteSource& bytes = file.blob().bytes();
  KAOPING_TRY(const document::FileKind kind, document::CheckFileKind(file_name, bytes));
  EvidenceFile inspected;
  if (intake.scanner != nullptr) {
    KAOPING_TRY(const std::optional<std::string> virus, intake.scanner->Scan(bytes));
    if (virus) return Infected(file_name, *virus);
    inspected.is_scanned = true;
  }
  KAOPING_TRY(inspected.words, LookForMarks(intake, file_name, kind, bytes));
  inspected.file_name = file_name;
  inspected.kind = document::ToString(kind);
  inspected.size = info.size;
  inspected.sha256 = info.sha256;
  inspected.sm3 = info.sm3;
  return inspected;
}

}  // namespace kaoping::service
