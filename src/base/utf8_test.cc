#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/check.h"

namespace kaoping {
namespace {

TEST(Utf8, FindsTheFirstByteThatIsNotWellFormed) {
  struct {
    std::string_view bytes;
    std::size_t offset;
  } const cases[] = {
      {"\x80", 0},                  // a continuation by itself
      {"a\xC0\xAF", 1},             // overlong '/'
      {"\xE0\x80\xAF", 0},          // overlong, three bytes
      {"\xED\xA0\x80", 0},          // a surrogate
      {"\xF4\x90\x80\x80", 0},      // past U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes
      {"考\xE8\x80", 3},            // cut short
      {"考\xFF评", 3},
      {"\xBF\xBC\xC6\xC0", 0},  // 考评 in GB18030
  };
  for (const auto& c : cases) EXPECT_EQ(FirstInvalidUtf8(c.bytes), c.offset) << c.bytes;
}

TEST(Utf8, AcceptsEveryWellFormedText) {
  using namespace std::string_view_literals;
  for (const std::string_view text : {""sv, "a"sv, "\0"sv, "考评"sv, "①𠮷"sv, "\xEF\xBB\xBF"sv,
                                      "\xF4\x8F\xBF\xBF"sv, "\xEF\xBF\xBF"sv}) {
    EXPECT_FALSE(FirstInvalidUtf8(text)) << text;
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(CountCodePoints(""), 0U);
  EXPECT_EQ(CountCodePoints("扣0.5分"), 5U);
  EXPECT_EQ(CountCodePoints("𠮷"), 1U);
}

TEST(Utf8, DecodesToCodePoints) {
  EXPECT_EQ(DecodeUtf8("扣a𠮷"), U"扣a𠮷");
  EXPECT_THROW(DecodeUtf8("\xFF"), InternalError);
}

TEST(Utf8, EncodingUndoesDecoding) {
  EXPECT_TRUE(rc::check([] {
    const auto scalar = rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(0, 0x110000),
                                          [](std::uint32_t c) { return c < 0xD800 || c > 0xDFFF; });
    std::u32string text;
    for (const std::uint32_t c : *rc::gen::container<std::vector<std::uint32_t>>(scalar)) {
      text.push_back(static_cast<char32_t>(c));
    }
    const std::string utf8 = EncodeUtf8(text);
    RC_ASSERT(!FirstInvalidUtf8(utf8));
    RC_ASSERT(DecodeUtf8(utf8) == text);
    RC_ASSERT(CountCodePoints(utf8) == text.size());
  }));
}

TEST(Utf8, ABeginningIsOfWholeCharactersAndSaysThatThereIsMore) {
  EXPECT_EQ(BeginningOf("考评标准", 4), "考评标准");
  EXPECT_EQ(BeginningOf("考评标准", 3), "考评标…");
  EXPECT_EQ(BeginningOf("", 3), "");
}

TEST(Utf8, AnyBytesAreEitherPointedAtOrDecoded) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const auto invalid = FirstInvalidUtf8(bytes);
    if (!invalid) {
      RC_ASSERT(EncodeUtf8(DecodeUtf8(bytes)) == bytes);
    } else {
      RC_ASSERT(*invalid < bytes.size());
      RC_ASSERT(!FirstInvalidUtf8(std::string_view(bytes).substr(0, *invalid)));
    }
  }));
}

}  // namespace
}  // namespace kaoping
