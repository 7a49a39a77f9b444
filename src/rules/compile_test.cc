#include "rules/compile.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "rules/ir/json.h"
#include "rules/random_text_test.h"

namespace kaoping::rules {
namespace {

bool IsWithin(Span span, int length) {
  return 0 <= span.begin && span.begin <= span.end && span.end <= length;
}

TEST(CompileTest, GivesEveryTextSoundRulesAndPlaces) {
  EXPECT_TRUE(rc::check("references and spans stay inside", [] {
    const std::string text = *RandomText();
    const std::string content = *RandomText();
    Context context;
    context.content = content;
    const Compilation compilation = Compile(text, context);
    const int length = static_cast<int>(CountCodePoints(text));
    const int count = static_cast<int>(compilation.rules.size());
    for (const Rule& rule : compilation.rules) {
      RC_ASSERT(IsWithin(rule.span, length));
      if (rule.on_top_of) RC_ASSERT(*rule.on_top_of < count);
      RC_ASSERT(!rule.per || rule.per->IsPositive());
      RC_ASSERT(!ReadBack(rule).empty());
    }
    for (const Limit& limit : compilation.limits) {
      RC_ASSERT(IsWithin(limit.span, length));
      for (const int rule : limit.rules) RC_ASSERT(0 <= rule && rule < count);
    }
    for (const Diagnostic& diagnostic : compilation.diagnostics) {
      RC_ASSERT(IsWithin(diagnostic.span, length));
      RC_ASSERT(!diagnostic.message.zh.empty());
    }
  }));
}

TEST(CompileTest, GivesRulesThatComeBackFromTheirJson) {
  EXPECT_TRUE(rc::check("ReadRule(to_json(rule)) == rule", [] {
    for (const Rule& rule : Compile(*RandomText()).rules) {
      const auto read = ReadRule(nlohmann::ordered_json(rule));
      RC_ASSERT(read.has_value());
      RC_ASSERT(*read == rule);
    }
  }));
}

TEST(CompileTest, RefusesATextThatIsNoCriterion) {
  std::string text;
  for (std::size_t i = 0; i <= kLongestCriterion; ++i) text += "扣";
  const Compilation compilation = Compile(text);
  EXPECT_TRUE(compilation.rules.empty());
  ASSERT_EQ(compilation.diagnostics.size(), 1U);
  EXPECT_EQ(compilation.diagnostics[0].code, "criterion-too-long");
}

}  // namespace
}  // namespace kaoping::rules
