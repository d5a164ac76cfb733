// A part of a page: a question, its answer in a sentence and a picture, and what is folded below.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "page/carriers.h"
#include "page/sections.h"

namespace entente {

struct Part {
  std::string id;
  std::string title;
  std::string answer;                        // a sentence; may be empty
  std::function<void(Markup&)> shown = {};   // its picture; may be missing
  std::string more = {};                     // what is folded, in a few words
  std::function<void(Markup&)> folded = {};  // may be missing
  std::vector<Conclusion::Kind> hangs = {};  // whose assumptions stand below it with their switches
};

Section part(const PageTelling& t, const Part& of);

/// Opens what is folded, with what it is called; to be closed. `look`: classes besides "part".
void open_fold(Markup& out, const std::string& id, const std::string& more, const std::string& look = {});

}  // namespace entente
