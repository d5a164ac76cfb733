// The manual page's section on verbs: a list of them, each with its flags; then the flags that many share.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "entente/verbs.h"
#include "verbs/documents.h"

namespace entente {
namespace {

using Kind = Argument::Kind;

constexpr auto program = Argument::Taker::program;
constexpr std::size_t width = 80;
constexpr const char* punctuation = ".,;:?";

bool is_operand(const Argument& argument) {
  return std::isupper(static_cast<unsigned char>(argument.name.front())) != 0;
}

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

/// Every word that can be typed as it stands: the verbs, and the values of flags.
const std::set<std::string, std::less<>>& typed_words() {
  static const std::set<std::string, std::less<>> words = [] {
    std::set<std::string, std::less<>> all;
    for (const Verb& verb : verbs()) {
      all.emplace(verb.name);
      for (const Argument& argument : verb.arguments)
        if (argument.more.words != nullptr)
          for (std::string& word : argument.more.words()) all.insert(std::move(word));
    }
    return all;
  }();
  return words;
}

/// What mdoc calls a word in backticks, or a flag.
std::string macro(std::string_view word) {
  if (word.starts_with("--")) return "Fl " + std::string(word.substr(1));
  const bool capitals =
      std::all_of(word.begin(), word.end(), [](char c) { return c == ' ' || std::isupper(c); });
  const char* of = word.find('/') != word.npos   ? "Pa"
                   : typed_words().count(word)   ? "Cm"
                   : capitals && word.size() > 2 ? "Sx"
                                                 : "Li";
  return fmt::format("{} {}", of, word);
}

/// Lines of text, no longer than a page is wide, and one of its own for each macro with what ends it.
class Lines {
 public:
  void word(const std::string& word) {
    if (!line_.empty() && line_.size() + 1 + word.size() > width) end();
    line_ += (line_.empty() ? "" : " ") + word;
  }
  void macro_line(const std::string& what, const std::string& behind) {
    end();
    text_ += "." + what + (behind.empty() ? "" : " " + behind) + "\n";
  }
  void end() {
    if (!line_.empty()) text_ += line_ + "\n";
    line_.clear();
  }
  std::string done() {
    end();
    return std::move(text_);
  }

 private:
  std::string text_, line_;
};

/// Takes the next word off the text, or what stands in backticks, with the punctuation behind it.
std::pair<std::string, std::string> next(std::string_view& text) {
  const bool quoted = text.front() == '`';
  std::size_t end = quoted ? text.find('`', 1) : std::min(text.find(' '), text.size());
  std::string word(text.substr(quoted ? 1 : 0, quoted ? end - 1 : end));
  if (quoted) ++end;
  std::size_t behind = std::min(text.find(' ', end), text.size());
  std::string rest(text.substr(end, behind - end));
  if (word.starts_with("--") && word.find_last_not_of(punctuation) + 1 < word.size()) {
    rest = word.substr(word.find_last_not_of(punctuation) + 1);
    word.resize(word.size() - rest.size());
  }
  text.remove_prefix(std::min(behind + 1, text.size()));
  return {(quoted && !word.starts_with("--") ? "`" : "") + word, rest};
}

bool ends_sentence(const std::string& word) {
  return word.ends_with('.') || word.ends_with('?');
}

/// Sentences as mdoc has them, each on a line of its own.
std::string prose(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto [word, behind] = next(text);
    if (word.starts_with('`') || word.starts_with("--"))
      lines.macro_line(macro(word.starts_with('`') ? word.substr(1) : word), behind);
    else
      lines.word(word + behind);
    if (ends_sentence(word)) lines.end();
  }
  return lines.done();
}

std::string told(std::string_view meaning, std::string_view manual) {
  const char* stop = ends_sentence(std::string(meaning)) ? "" : ".";
  return prose(fmt::format("{}{}{}{}", meaning, stop, manual.empty() ? "" : " ", manual));
}

/// " Ar file ...", with each word of the placeholder as mdoc's.
std::string value(const Argument& argument) {
  if (argument.placeholder.empty()) return {};
  std::string of = lower(argument.placeholder);
  if (const std::size_t dots = of.find("..."); dots != of.npos) of.insert(dots, " ");
  if (const std::size_t bar = of.find('|'); bar != of.npos) of.replace(bar, 1, " | ");
  return " Ar " + of;
}

std::string flag(const Argument& argument) {
  std::string name(argument.name);
  std::replace(name.begin(), name.end(), '_', '-');
  return fmt::format("Fl -{}{}", name, value(argument));
}

/// "Fl o Ar file , Fl -output Ar file", where there is a letter for it.
std::string every_spelling(const Argument& argument) {
  if (argument.more.also.size() != 1) return flag(argument);
  return fmt::format("Fl {}{} , {}", argument.more.also, value(argument), flag(argument));
}

std::vector<const Argument*> flags(const Verb& verb) {
  std::vector<const Argument*> all;
  for (const Argument& argument : verb.arguments)
    if (argument.in(program) && !is_operand(argument)) all.push_back(&argument);
  return all;
}

/// The flag that this one, or that itself, excludes; those that exclude each other stand in one pair of
/// brackets.
const Argument* other(const Argument& argument, const Verb& verb) {
  for (const Argument* flag : flags(verb))
    if (flag->name == argument.more.excludes || flag->more.excludes == argument.name) return flag;
  return nullptr;
}

std::string synopsis(const Verb& verb) {
  std::string line = fmt::format(".It Cm {}", verb.name);
  std::set<const Argument*> seen;
  for (const Argument* one : flags(verb)) {
    if (!seen.insert(one).second) continue;
    const Argument* two = other(*one, verb);
    if (two != nullptr) seen.insert(two);
    line += fmt::format(" Oo {}{} Oc", flag(*one), two == nullptr ? "" : " | " + flag(*two));
  }
  for (const Argument& argument : verb.arguments)
    if (argument.in(program) && is_operand(argument))
      line += argument.more.needed ? value(argument) : " Oo" + value(argument) + " Oc";
  return line + "\n";
}

std::string item(const Argument& argument) {
  return fmt::format(".It {}\n{}", every_spelling(argument), told(argument.meaning, argument.more.manual));
}

std::string list(const std::string& items) {
  return items.empty() ? "" : ".Bl -tag -width Ds\n" + items + ".El\n";
}

std::string about(const Verb& verb) {
  std::string own;
  for (const Argument* flag : flags(verb))
    if (!flag->more.shared) own += item(*flag);
  return synopsis(verb) + told(verb.meaning, verb.manual) + list(own);
}

std::string shared_flags() {
  std::string items;
  std::set<std::string_view> seen;
  for (const Verb& verb : verbs())
    for (const Argument* flag : flags(verb))
      if (verb.in(program) && flag->more.shared && seen.insert(flag->name).second) items += item(*flag);
  return items;
}

}  // namespace

std::string manual_of_verbs() {
  std::string items;
  for (const Verb& verb : verbs())
    if (verb.in(program)) items += about(verb);
  return ".Sh VERBS\n" + list(items) + ".Pp\nThese flags are those of many verbs, as told above:\n" +
         list(shared_flags()) + ".Pp\nEvery verb takes these flags, too:\n" +
         list(".It Fl h , Fl -help\nPrint its help, with an example.\n" + item(color_argument())) +
         ".Pp\nWithout a verb,\n.Fl -version\nprints the version.\n";
}

}  // namespace entente
