// What the command line was given, as plain data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <entente/entente.h>
#include <entente/report.h>
#include <entente/serve.h>

namespace entente::cli {

struct Arguments {
  std::string verb;
  std::string color = "auto";
  std::vector<std::string> cases;    // file names, or "-"
  std::optional<std::string> as_of;  // a date
  std::string engine = "auto";
  std::string budget;
  bool stats = false;
  bool json = false;
  bool csv = false;
  AnalyzeRequest analyze;
  std::optional<std::string> proof_file;
  CheckRequest check;
  StatesRequest states;
  OutlookRequest outlook;
  PathRequest path;
  WhyRequest why;
  bool deep = false;                       // of robust: sets of three changes too
  std::optional<std::string> about;        // of robust: what alone is asked about
  std::optional<std::string> witness_dir;  // of robust
  std::optional<std::string> svg_file;     // likewise
  UnlockRequest unlock;
  DrawRequest draw;
  SampleRequest sample;
  ReportRequest report;
  std::optional<std::string> part;  // of sample: "2/8"
  std::optional<std::string> chances_file;
  std::vector<std::string> merged;  // files of parts
  ServeRequest serve;
  std::optional<std::string> served;  // a folder, or a case in one
  bool set_password = false;
  std::uint64_t memory_mb = 2048, body_mb = 8;  // of serve
  std::string new_file = "-";
  bool forced = false;              // to write over what others wrote
  std::string imported;             // a file of GMCR+, or "-"
  std::optional<std::string> code;  // of a fault
  std::optional<std::string> library_case;
  std::string shell;
  std::optional<std::string> helped;  // the verb whose help is asked for
};

}  // namespace entente::cli
