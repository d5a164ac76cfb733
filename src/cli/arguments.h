// What the command line was given, as plain data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <entente/entente.h>

namespace entente::cli {

struct Arguments {
  std::string verb;
  std::string color = "auto";
  std::vector<std::string> cases;  // file names, or "-"
  bool json = false;
  bool csv = false;
  AnalyzeRequest analyze;
  CheckRequest check;
  StatesRequest states;
  OutlookRequest outlook;
  PathRequest path;
  std::string new_file = "-";
  std::optional<std::string> code;  // of a fault
  std::string shell;
  std::optional<std::string> helped;  // the verb whose help is asked for
};

}  // namespace entente::cli
