// The verbs that a request may ask, each a row: its forms, its keys and their types, what answers it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/entente.h"
#include "entente/report.h"
#include "library/ask_members.h"

namespace entente {

class AskMemory;

/// Whatever a request can hold, as the verbs take it.
struct Wanted {
  Input input;                       // the case
  std::optional<std::string> after;  // of `diff`: the case as it became, the same one where there is none
  std::string after_name;
  std::vector<std::string> after_changes;
  std::string engine;
  std::string budget;
  Look look;
  Watching watching;
  AskMemory* memory = nullptr;  // nothing where nothing is kept
  AnalyzeRequest analyze;
  CheckRequest check;
  StatesRequest states;
  SettleRequest settle;
  OutlookRequest outlook;
  PathRequest path;
  HistoryRequest history;
  WhyRequest why;
  DiffRequest diff;
  RobustRequest robust;
  bool deep = false;                      // of `robust`: sets of three changes, too
  std::optional<std::string> about = {};  // of `robust`: what alone is asked about
  UnlockRequest unlock;
  SampleRequest sample;
  DrawRequest draw;
  PageRequest page;
  ReportRequest report;
  std::optional<std::string> chances;  // of `sample`: a table
  std::optional<std::string> word;     // the name of a case of the library, the code of a fault
};

/// A key that a verb takes beside `verb` and `form`.
struct Key {
  enum class Kind : std::uint8_t { text, flag, count, word, texts };

  std::string_view name;
  Kind kind;
  void (*set)(Wanted& wanted, const Given& given);  // of this kind
  bool needed = false;
  std::uint64_t least = 0, most = 0;              // of a count
  std::vector<std::string> (*words)() = nullptr;  // of a word: one of these
};

struct Verb {
  std::string_view name;
  std::vector<Form> forms;  // the first one where the request names none
  std::vector<Key> keys;
  Answer (*answer)(const Wanted& wanted, Form form, const Sink& out);
  std::string_view (*wrong)(const Wanted& wanted) = nullptr;  // keys that do not go together, or nothing
};

/// Every verb there is.
const std::vector<Verb>& ask_verbs();

}  // namespace entente
