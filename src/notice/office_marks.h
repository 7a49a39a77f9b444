// Private to notice/: the marks in a list of offices.

#ifndef KAOPING_NOTICE_OFFICE_MARKS_H_
#define KAOPING_NOTICE_OFFICE_MARKS_H_

namespace kaoping::notice {

enum class ListMark {
  kNone,
  kWeak,    // 、: heads are distributed over it
  kStrong,  // ，；: they are not
};

constexpr ListMark ListMarkOf(char32_t c) {
  switch (c) {
    case U'、':
    case U'/':
    case U'\n':
      return ListMark::kWeak;
    case U'，':
    case U',':
    case U'；':
    case U';':
    case U'。':
      return ListMark::kStrong;
    default:
      return ListMark::kNone;
  }
}

// 1 for an opening bracket, -1 for a closing one, else 0.
constexpr int BracketDepth(char32_t c) {
  switch (c) {
    case U'（':
    case U'(':
    case U'【':
    case U'［':
    case U'[':
    case U'〔':
      return 1;
    case U'）':
    case U')':
    case U'】':
    case U'］':
    case U']':
    case U'〕':
      return -1;
    default:
      return 0;
  }
}

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_OFFICE_MARKS_H_
