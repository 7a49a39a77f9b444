#include "rules/compile.h"

#include "rules/check/check.h"
#include "rules/lex/lex.h"
#include "rules/parse/parse.h"
#include "rules/resolve/resolve.h"

namespace kaoping::rules {

Compilation Compile(std::string_view text, const Context& context) {
  const TokenText tokens = Lex(text);
  const TokenText content = Lex(context.content);
  ResolveContext resolve_context;
  resolve_context.content = &content;
  resolve_context.default_effect = context.default_effect;
  Compilation compilation = Resolve(tokens, Parse(tokens), resolve_context);
  Check(tokens, compilation);
  return compilation;
}

}  // namespace kaoping::rules
