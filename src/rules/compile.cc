#include "rules/compile.h"

#include "base/utf8.h"
#include "rules/check/check.h"
#include "rules/lex/lex.h"
#include "rules/parse/parse.h"
#include "rules/resolve/resolve.h"

namespace kaoping::rules {

namespace {

Compilation TooLong(std::size_t length) {
  Compilation compilation;
  compilation.diagnostics.push_back(
      {Severity::kError,
       "criterion-too-long",
       Say("这一条标准有{0}个字，超过{1}个字的上限；请检查表格是否识别有误，或分成几条",
           "this criterion has {0} characters, more than the limit of {1}: check that the table "
           "was "
           "read as it stands, or split it",
           length, kLongestCriterion),
       {0, static_cast<int>(length)},
       {}});
  return compilation;
}

}  // namespace

Compilation Compile(std::string_view text, const Context& context) {
  const std::size_t length = CountCodePoints(text);
  if (length > kLongestCriterion) return TooLong(length);
  const TokenText tokens = Lex(text);
  const TokenText content = Lex(context.content);
  ResolveContext resolve_context;
  resolve_context.content = &content;
  resolve_context.default_effect = context.default_effect;
  resolve_context.base = context.base;
  Compilation compilation = Resolve(tokens, Parse(tokens), resolve_context);
  Check(tokens, compilation);
  return compilation;
}

}  // namespace kaoping::rules
