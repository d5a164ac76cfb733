// The evidence of a case held against the texts of its sources, and known again later.
#pragma once

#include <string>

#include "entente/answer.h"

namespace entente {

/// How each piece of evidence stands in the texts of its sources, in the folder `sources`. `stamp`: of each
/// that stands in a paragraph and has no hash yet, the SHA-256 of that is written behind its keys; `stamped`
/// takes the whole case with them where there are any, and nothing where the case has faults. No CSV.
struct AuditRequest {
  Form form = Form::text;
  std::string sources = {};
  bool stamp = false;
  Sink stamped = {};
};

Answer audit(const Input& input, const AuditRequest& request, const Look& look, const Sink& out);

}  // namespace entente
