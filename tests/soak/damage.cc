// Damage done to texts.
#include "soak/damage.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "oracle/random_model.h"
#include "soak/formulas.h"

namespace entente::soak {
namespace {

using oracle::draw;

constexpr std::size_t largest = 200000;  // bytes; copying copies stops there

constexpr std::array<std::string_view, 32> pieces = {"\"",
                                                     "'",
                                                     "\"\"\"",
                                                     "[",
                                                     "]",
                                                     "[[",
                                                     "{",
                                                     "}",
                                                     "=",
                                                     ".",
                                                     ",",
                                                     "\n",
                                                     "#",
                                                     "\\",
                                                     "\\u0000",
                                                     "\xff",
                                                     "\xe2\x80\xae",
                                                     "\x1b[31m",
                                                     "\0",
                                                     "\r",
                                                     "\t",
                                                     "-1",
                                                     "0",
                                                     "99999999999999999999",
                                                     "1e309",
                                                     "true",
                                                     "2015-02-30",
                                                     "[[party]]\n",
                                                     "not ",
                                                     "(",
                                                     " and ",
                                                     "north"};

struct Part {
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// A run of bytes that belong together, or of bytes between those.
Part token(std::mt19937_64& random, const std::string& text) {
  const auto word = [&](std::size_t k) {
    const auto c = static_cast<unsigned char>(text[k]);
    return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.' || c >= 0x80;
  };
  const std::size_t at = draw(random, text.size());
  Part part{at, 1};
  while (part.begin > 0 && word(part.begin - 1) == word(at)) --part.begin, ++part.size;
  while (part.begin + part.size < text.size() && word(part.begin + part.size) == word(at)) ++part.size;
  return part;
}

Part line(std::mt19937_64& random, const std::string& text) {
  const std::size_t at = draw(random, text.size());
  const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
  return {begin, end - begin};
}

/// The name before the sign of equality of a line; empty where there is none.
Part key(std::mt19937_64& random, const std::string& text) {
  const Part of = line(random, text);
  const std::size_t sign = text.find('=', of.begin);
  return sign < of.begin + of.size ? Part{of.begin, sign - of.begin} : Part{of.begin, 0};
}

std::string_view at(const std::string& text, Part part) {
  return std::string_view(text).substr(part.begin, part.size);
}

/// Two parts that do not meet change places.
void swap(std::string& text, Part a, Part b) {
  if (a.begin > b.begin) std::swap(a, b);
  if (a.begin + a.size > b.begin) return;
  const std::string first(at(text, a));
  const std::string second(at(text, b));
  text.replace(b.begin, b.size, first);
  text.replace(a.begin, a.size, second);
}

void flip(std::mt19937_64& random, std::string& text) {
  char& byte = text[draw(random, text.size())];
  byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << draw(random, 8)));
}

/// A stretch of the text once more, many times over.
void repeat(std::mt19937_64& random, std::string& text) {
  const Part part = draw(random, 2) == 0 ? line(random, text) : token(random, text);
  const std::string copied(at(text, part));
  for (auto times = 1 + draw(random, 60); times > 0 && text.size() < largest; --times)
    text.insert(part.begin, copied);
}

void splice(std::mt19937_64& random, std::string& text, const std::string& other) {
  const std::size_t from = draw(random, other.size() + 1);
  const std::size_t most = draw(random, 2) == 0 ? other.size() : 80;
  text.replace(draw(random, text.size()), draw(random, 80), other.substr(from, most));
}

bool is_word(std::string_view token) {
  return std::any_of(token.begin(), token.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

/// Names of options, numbers, words of formulas and other words; one of a kind may well stand for another.
int kind(std::string_view token) {
  static constexpr std::string_view formulas[] = {"and", "or", "xor", "implies", "iff"};
  if (!is_word(token)) return 0;
  if (std::find(std::begin(formulas), std::end(formulas), token) != std::end(formulas)) return 1;
  if (token.find_first_not_of("0123456789-.") == std::string_view::npos) return 2;
  return token.find('.') != std::string_view::npos ? 3 : 4;
}

/// A token becomes another one of its kind, if one is found in a few tries.
void mistake(std::mt19937_64& random, std::string& text) {
  const Part part = token(random, text);
  for (int k = 0; k < 40; ++k) {
    const std::string taken(at(text, token(random, text)));
    if (kind(taken) == 0 || kind(taken) != kind(at(text, part)) || taken == at(text, part)) continue;
    text.replace(part.begin, part.size, taken);
    return;
  }
}

/// A table goes, with its keys.
void drop_table(std::mt19937_64& random, std::string& text) {
  const std::size_t begin = text.rfind("[[", draw(random, text.size()));
  if (begin == std::string::npos) return;
  const std::size_t next = text.find("[[", begin + 2);
  text.erase(begin, next == std::string::npos ? next : next - begin);
}

/// Whether a place is between quotes, as formulas are.
bool quoted(const std::string& text, std::size_t place) {
  const std::size_t before = text.rfind('\n', place);
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(before == std::string::npos ? 0 : before);
  return std::count(begin, text.begin() + static_cast<std::ptrdiff_t>(place), '"') % 2 == 1;
}

/// In a formula one way to combine or to compare stands for another.
void other_formula(std::mt19937_64& random, std::string& text) {
  static constexpr std::string_view ways[] = {
      " = ", " < ", " <= ", " > ", " >= ", " != ", " and ", " or ", " xor ", " implies ", " iff ", " if "};
  for (int k = 0; k < 60; ++k) {
    const std::string_view found = ways[draw(random, std::size(ways))];
    const std::size_t place = text.find(found, draw(random, text.size()));
    if (place == std::string::npos || !quoted(text, place)) continue;
    text.replace(place, found.size(), ways[draw(random, std::size(ways))]);
    return;
  }
}

/// What leaves a case a case, as often as not.
void mild(std::mt19937_64& random, std::string& text) {
  switch (draw(random, 8)) {
    case 0: return drop_table(random, text);
    case 2:
    case 3: return other_formula(random, text);
    case 1: {
      const Part part = line(random, text);
      text.erase(part.begin, part.size);
      return;
    }
    default: mistake(random, text);
  }
}

void edit(std::mt19937_64& random, std::string& text, const std::string& other) {
  const std::size_t place = draw(random, text.size());
  switch (draw(random, 10)) {
    case 0: return flip(random, text);
    case 1: text.insert(place, pieces[draw(random, pieces.size())]); return;
    case 2: text.erase(place, 1 + draw(random, 40)); return;
    case 3: return text.resize(draw(random, 4) == 0 ? place : text.size() - place / 20);
    case 4: return splice(random, text, other);
    case 5: return swap(text, token(random, text), token(random, text));
    case 6: return swap(text, key(random, text), key(random, text));
    case 7: return swap(text, line(random, text), line(random, text));
    case 8: return repeat(random, text);
    default: {
      const Part part = token(random, text);
      const std::string taken(at(text, token(random, text)));
      text.replace(part.begin, part.size, taken);
    }
  }
}

}  // namespace

std::vector<std::string> texts_of(const std::string& root, const std::vector<std::string>& folders) {
  std::vector<std::filesystem::path> files;
  for (const std::string& folder : folders)
    for (const auto& file : std::filesystem::directory_iterator(root + "/" + folder))
      if (file.is_regular_file() && file.path().extension() == ".toml") files.push_back(file.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const std::filesystem::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

std::string damaged(std::mt19937_64& random, const std::vector<std::string>& texts) {
  std::string text = texts[draw(random, texts.size())];
  const auto how = draw(random, 8);  // five of eight mildly, two of them with fresh formulas alone
  if (how < 3) give_other_formulas(random, text);
  if (how < 2) return text;
  for (auto edits = 1 + draw(random, how == 7 ? 6 : 2); edits > 0 && !text.empty(); --edits)
    if (how < 5)
      mild(random, text);
    else
      edit(random, text, texts[draw(random, texts.size())]);
  return text;
}

}  // namespace entente::soak
