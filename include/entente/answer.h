// What every verb of the library takes and gives: a case, how its answer looks, where it goes, how it went,
// and how long work is watched. Part of entente.h, which is the header to include.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A state: its number, from 1; or an id that the case gives it, which may be of several.
struct StateName {
  std::uint64_t number = 0;
  std::string id = {};  // where there is no number
};

/// How states are looked at: `automatic` lists them where they are few enough and takes decision diagrams
/// where they are not.
enum class Engines { automatic, listing, symbolic };

/// What an analysis may spend; `bytes` of the whole process, three quarters of what is free if none are
/// given. Running out is an answer: it says of what, and what is known by then, with status 3.
struct Limits {
  std::optional<double> seconds = {};
  std::optional<std::uint64_t> bytes = {};
  std::optional<std::uint64_t> nodes = {};       // of decision diagrams
  std::optional<std::uint64_t> states = {};      // that are listed; of more, diagrams are made
  const std::atomic<bool>* cancelled = nullptr;  // looked at in long work; must outlive the call
  /// Told what is being worked on, in words, as it is begun; from any thread.
  std::function<void(const std::string&)> stages = {};
};

/// A file beside a case, which it includes; without content where it could not be read, and why.
struct FileBeside {
  std::string name;
  std::optional<std::string> content = {};
  std::string why = {};
};

/// A case as a program read it: the name that messages call it by, and its bytes. `as_of` is a date as in a
/// case: the status quo is then that of this day by the case's history, and its statements those in force
/// then. `answers` is how the others' replies are read, one of reply_names(). `changes` are made to what it
/// assumes before it is asked, by their ids as the verb `changes` of ask.h lists them ("drop
/// japan/statement/3"); one that the case does not have is a fault.
struct Input {
  std::string name;
  std::string content;
  std::vector<FileBeside> beside = {};  // what included_files (entente.h) names
  std::optional<std::string> as_of = {};
  std::optional<std::string> answers = {};
  std::vector<std::string> changes = {};
  Engines engine = Engines::automatic;
  Limits limits = {};
  bool stats = false;  // say on standard error which engine was taken, how large it was and how long it took
};

/// The largest case that is looked into, in bytes; of a larger one a program need not read more than one byte
/// past it.
inline constexpr std::size_t largest_input = std::size_t{4} << 20;

/// How answers for people look: whether the answer and the faults are coloured, and the columns there are.
struct Look {
  bool colour = false;
  bool colour_faults = false;
  unsigned width = 100;
};

/// For people, or for programs.
enum class Form { text, json, csv };

/// Takes the next piece of an answer; false where it could not be written, after which no more pieces come.
using Sink = std::function<bool(std::string_view)>;

/// How an answer went, which is the program's exit status, too.
namespace status {
enum : int {
  answered = 0,
  faulty = 1,         // the case, a formula or a file is
  misasked = 2,       // the question, or the command line, means nothing
  over_budget = 3,    // what was known by then is told
  program_fault = 4,  // the program's own; what was told before it stands, and no more comes
  same = answered,    // of `diff`, as diff(1) has them: the conclusions are the same
  different = faulty,
  trouble = misasked,  // a case is faulty, or cannot be read
};
}

/// How it went, and what belongs on standard error, ending in a line end or empty.
struct Answer {
  int status = status::answered;
  std::string err = {};
};

/// For a handler that catches everything: what was thrown as an answer about something. Where memory did not
/// suffice it has status 3; anything else is a fault of the program, status 4, and said to be one.
Answer thrown(const std::string& about = {});

/// Long work watched: whether to stop, asked now and then from any thread, and how far it is, told by one
/// thread at a time. What is done when it is stopped is told, with status 3.
struct Watching {
  std::function<bool()> cancelled = {};
  std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// A name or a word from outside, for one line of a terminal: tabs and line ends as blanks, what is
/// unprintable or no UTF-8 as U+FFFD.
std::string one_line(std::string_view text);
/// Lines for a terminal: they keep their ends and their colours; what else is unprintable is U+FFFD.
std::string for_terminal(std::string_view lines);

}  // namespace entente
