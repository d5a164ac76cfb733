// What answers the verbs that are more than a call of the public header.
#pragma once

#include "entente/verbs.h"

namespace entente {

Answer answer_diff(const Question& question, const Sink& out);
/// The page in parts, from what is kept of the one before.
Answer answer_page(const Question& question, const Sink& out);
/// What the case assumes and which changes can be made to it.
Answer answer_changes(const Question& question, const Sink& out);
/// The case's own text with its changes written into it, comments and layout kept.
Answer answer_keep(const Question& question, const Sink& out);
Answer answer_explain(const Question& question, const Sink& out);
/// Those that come with the program, or one of them.
Answer answer_cases(const Question& question, const Sink& out);
Answer answer_new(const Question& question, const Sink& out);
Answer answer_schema(const Question& question, const Sink& out);

}  // namespace entente
