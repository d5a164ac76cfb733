// What answers the verbs of a request that are more than a call of the public header.
#pragma once

#include "library/ask_verbs.h"

namespace entente {

Answer ask_diff(const Wanted& wanted, Form form, const Sink& out);
Answer ask_robust(const Wanted& wanted, Form form, const Sink& out);
Answer ask_sample(const Wanted& wanted, Form form, const Sink& out);
/// One picture, SVG.
Answer ask_draw(const Wanted& wanted, Form form, const Sink& out);
/// The page in parts, from what is kept of the one before.
Answer ask_page(const Wanted& wanted, Form form, const Sink& out);
/// The whole page, HTML.
Answer ask_report(const Wanted& wanted, Form form, const Sink& out);
/// What the case assumes and which changes can be made to it.
Answer ask_changes(const Wanted& wanted, Form form, const Sink& out);
/// The case's own text with its changes written into it, comments and layout kept.
Answer ask_keep(const Wanted& wanted, Form form, const Sink& out);
Answer ask_explain(const Wanted& wanted, Form form, const Sink& out);
Answer ask_cases(const Wanted& wanted, Form form, const Sink& out);
Answer ask_case(const Wanted& wanted, Form form, const Sink& out);
Answer ask_new(const Wanted& wanted, Form form, const Sink& out);
Answer ask_schema(const Wanted& wanted, Form form, const Sink& out);

}  // namespace entente
