// The verbs as a table: what each means, which arguments it takes and what answers it. The command line, its
// help and its completions, requests in JSON (ask.h) with their schema, and the manual page come from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/ask.h"
#include "entente/audit.h"
#include "entente/entente.h"
#include "entente/exchange.h"
#include "entente/links.h"
#include "entente/report.h"
#include "entente/serve.h"
#include "entente/tables.h"

namespace entente {

/// What the program alone is given: files by their names, "-" for a standard stream, and how it is to look.
struct CommandLine {
  std::string color = "auto";
  std::vector<std::string> cases = {};                                   // to read, the page of `verify` too
  std::vector<std::string> parts = {};                                   // of a sample, to merge
  std::vector<std::string> imported = {};                                // to read, or a folder of such
  std::optional<std::string> chances = {}, transitions = {};             // to read
  std::optional<std::string> parties = {};                               // to read
  std::string output = "-";                                              // to write
  std::optional<std::string> certificate = {}, svg = {}, cases_in = {};  // to write, the last one a folder
  std::optional<std::string> moves_to = {};                              // to write
  bool force = false;                                                    // write over what others wrote
  std::optional<std::string> part = {};                                  // of a sample or a batch: "3/8"
  std::string batched = {};                                              // a list of cases, or a folder
  std::vector<std::string> batch_words = {};                             // the verb for each, and its flags
  std::string served = ".";                                              // a folder, or a case in one
  bool set_password = false;
  std::string shell = {};
  std::optional<std::string> helped = {};  // the verb whose help is asked for
};

/// All that a verb can be given. A verb's arguments fill what it answers from.
struct Question {
  Form form = Form::text;
  Input input = {};  // the case
  Look look = {};
  Watching watching = {};
  AskMemory* memory = nullptr;  // nothing where nothing is kept
  std::string budget = {};      // as read_budget reads it
  AnalyzeRequest analyze = {};
  CheckRequest check = {};
  AuditRequest audit = {};
  StatesRequest states = {};
  TablesRequest tables = {};  // of the same states
  SettleRequest settle = {};
  DiffRequest diff = {};
  OutlookRequest outlook = {};
  PathRequest path = {};
  HistoryRequest history = {};
  WhyRequest why = {};
  RobustRequest robust = {};
  UnlockRequest unlock = {};
  SampleRequest sample = {};
  LinksRequest links = {};
  DrawRequest draw = {};
  PageRequest page = {};
  ReportRequest report = {};
  ServeRequest serve = {};
  ImportRequest importing = {};
  ExportRequest exporting = {};
  std::optional<std::string> after = {};  // of `diff`: the case as it became; the same text without one
  std::string after_name = {};
  std::optional<std::vector<FileBeside>> after_beside = {};  // what it includes; that of the first without
  std::vector<std::string> after_changes = {};
  std::optional<unsigned> game = {};  // of the strict games, from 1
  std::string search = {};            // words that are looked for in the program's cases
  std::optional<std::string> word =
      {};  // the name of a case of the program's or of a file, the code of a fault
  CommandLine command_line = {};
};

/// A value, of the kind that its argument takes.
using Given = std::variant<bool, std::uint64_t, std::string, std::vector<std::string>>;

/// An argument of a verb: a key of a request, and on the command line a flag, or an operand where its name is
/// in capitals.
struct Argument {
  /// A file or a folder is a text, too, and `files` and `texts` are several; a word is one of some; a state
  /// is a count from 1, or a text, its id.
  enum class Kind : std::uint8_t { flag, text, count, word, texts, file, files, folder, state };
  enum class Taker : std::uint8_t { both, program, request };

  struct More {
    Taker taker = Taker::both;
    bool needed = false;
    std::uint64_t least = 0, most = UINT64_MAX;     // of a count
    std::vector<std::string> (*words)() = nullptr;  // that there are of a word
    std::size_t values = 0;                         // of files: just so many, or any number of them
    std::string_view excludes = {};                 // the name of another argument
    std::string_view needs = {};                    // likewise
    std::string_view also = {};                     // of a flag: a letter, or another spelling
    bool shared = false;                            // by many verbs: the manual page tells it once
    std::string_view manual = {};                   // what the manual page says behind the meaning
  };

  std::string_view name;  // "coalition_size", which as a flag is --coalition-size
  Kind kind = Kind::flag;
  std::string_view placeholder = {};  // what stands for the value: "N"
  std::string_view meaning = {};      // without its full stop
  void (*set)(Question& question, const Given& given) = nullptr;
  More more = {};

  bool in(Taker taker) const { return more.taker == Taker::both || more.taker == taker; }
};

struct Verb {
  std::string_view name;
  std::string_view meaning;         // without its full stop
  std::string_view manual;          // what the manual page says behind that
  std::string_view examples;        // lines of help; none where the program has no such verb
  std::vector<Form> forms;          // that a request may name, the first where it names none
  std::vector<Argument> arguments;  // in the order of the help
  Answer (*answer)(const Question& question, const Sink& out) = nullptr;  // none: the program sees to it

  bool in(Argument::Taker taker) const {
    return taker == Argument::Taker::program ? !examples.empty() : !forms.empty();
  }
};

/// Every verb there is, in the order of the help.
const std::vector<Verb>& verbs();
/// The names of those that the program, or a request, has.
std::vector<std::string> verb_names(Argument::Taker taker);
/// Nothing where there is none of that name.
const Verb* find_verb(std::string_view name);
/// What the program takes with every verb, and before one.
const Argument& color_argument();
/// How a request writes a form: text, json, csv.
std::string_view name(Form form);

}  // namespace entente
