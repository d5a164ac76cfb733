// Files of other programs made a case: of which kind they are, and what could not be carried over.
#include <fmt/format.h>

#include <optional>
#include <variant>

#include "entente/exchange.h"
#include "exchange/unknown_file.h"
#include "library/import_kinds.h"
#include "library/opened.h"

namespace entente {
namespace {

Answer no_import(const std::string& about, const std::string& message) {
  return {faulty, about + ": error: " + message + "\n"};
}

/// "a conflict that GMCR+ saved (.gmcr), or a table of states (.csv)".
std::string what_is_read() {
  std::string all;
  const std::vector<ImportKind>& kinds = kinds_of_import();
  for (const ImportKind& kind : kinds)
    all += std::string(all.empty() ? "" : &kind == &kinds.back() ? ", or " : ", ") + std::string(kind.what);
  return all;
}

/// Of a folder's files only those are meant that are certainly of a kind.
const ImportKind* kind_of(const Input& file, bool in_folder) {
  for (const ImportKind& kind : kinds_of_import())
    if (kind.recognises(file.content)) return &kind;
  for (const ImportKind& kind : kinds_of_import())
    if (!in_folder && kind.may_be != nullptr && kind.may_be(file.content)) return &kind;
  return nullptr;
}

/// The files that a case is made of, and what is said of others.
struct Chosen {
  const ImportKind* kind = nullptr;
  std::optional<std::vector<Input>> some = {};  // where not all files of a folder are meant
  std::string notes = {};
};

using Choice = std::variant<Chosen, Answer>;

Answer of_two_kinds(const Input& one, const ImportKind& first, const Input& other, const ImportKind& second) {
  return no_import(other.name, fmt::format("this is {}, and '{}' is {}; a case is made of files of one kind. "
                                           "Name those of one, or say which kind is meant with --as.",
                                           second.what, one.name, first.what));
}

/// Told by what the files hold. In a folder what is of no kind is left out, and said.
Choice chosen_by_content(const std::vector<Input>& files, const ImportRequest& request) {
  Chosen chosen;
  std::vector<Input> some;
  const Input* first = nullptr;
  for (const Input& file : files) {
    const ImportKind* kind = kind_of(file, request.folder);
    if (kind == nullptr && !request.folder)
      return no_import(file.name, exchange::what_it_is(file.content) + "; import reads " + what_is_read());
    if (kind == nullptr || (request.as && kind->name != *request.as)) {
      chosen.notes += file.name + ": note: this is of no kind that is meant, and was left out\n";
      continue;
    }
    if (chosen.kind != nullptr && chosen.kind != kind) return of_two_kinds(*first, *chosen.kind, file, *kind);
    if (first == nullptr) first = &file;
    chosen.kind = kind;
    if (request.folder) some.push_back(file);
  }
  if (request.folder) chosen.some = std::move(some);
  return chosen;
}

Choice chosen_files(const std::vector<Input>& files, const ImportRequest& request) {
  if (!request.as || request.folder) return chosen_by_content(files, request);
  for (const ImportKind& kind : kinds_of_import())
    if (kind.name == *request.as) return Chosen{&kind};
  return Chosen{};
}

/// What is wrong with the files together, if anything.
std::optional<Answer> not_together(const Chosen& chosen, const std::vector<Input>& files,
                                   const ImportRequest& request) {
  const auto refused = [&](const std::string& message) { return no_import("import", message); };
  if (chosen.kind == nullptr && request.as && !request.folder)
    return refused(fmt::format("there is no kind '{}'; there are {}", one_line(*request.as),
                               fmt::join(import_kinds(), ", ")));
  if (files.empty() || chosen.kind == nullptr)
    return refused("there is no file to make a case of; import reads " + what_is_read());
  if (files.size() > 1 && !chosen.kind->several)
    return no_import(files[1].name,
                     fmt::format("this is a second file; {} is one file alone", chosen.kind->what));
  if (request.transitions && !chosen.kind->moves)
    return no_import(
        request.transitions->name,
        fmt::format("--transitions goes with a table of states; {} says itself who can move where",
                    chosen.kind->what));
  if ((request.from || request.to || request.parties) && !chosen.kind->events)
    return refused(fmt::format("--from, --to and --parties go with a table of events, and this is {}",
                               chosen.kind->what));
  return std::nullopt;
}

/// The case is written whole, once it is known to be one.
Answer written_out(const std::string& name, const std::string& notes, const exchange::MadeCase& made,
                   const Look& look, const Sink& out) {
  if (made.text.size() > largest_input)
    return no_import(name, fmt::format("the case made of it would have {} bytes, and a case has at most {}",
                                       made.text.size(), largest_input));
  if (const Opened opened = open_case({name, made.text}, look, {.size = Size::any}); !opened)
    return opened.answer;
  Answer answer{out(made.text) ? answered : faulty, notes};
  for (const std::string& note : made.notes) answer.err += name + ": note: " + one_line(note) + "\n";
  return answer;
}

}  // namespace

Answer import_case(const std::vector<Input>& files, const ImportRequest& request, const Look& look,
                   const Sink& out) try {
  const Choice choice = chosen_files(files, request);
  if (const Answer* wrong = std::get_if<Answer>(&choice)) return *wrong;
  const Chosen& chosen = std::get<Chosen>(choice);
  const std::vector<Input>& meant = chosen.some ? *chosen.some : files;
  if (auto wrong = not_together(chosen, meant, request)) return {wrong->status, chosen.notes + wrong->err};
  const Made made = chosen.kind->make(meant, request, look);
  if (const Answer* wrong = std::get_if<Answer>(&made)) return {wrong->status, chosen.notes + wrong->err};
  return written_out(meant.front().name, chosen.notes, std::get<exchange::MadeCase>(made), look, out);
} catch (...) {
  return thrown(files.empty() ? std::string() : files.front().name);
}

}  // namespace entente
