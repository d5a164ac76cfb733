// The cases that come with the program: the library, the strict games, and what a new case starts from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/answer.h"

namespace entente {

/// A case of the library as it is listed.
struct LibraryCase {
  std::string name;
  std::string line;   // what it is about
  std::string group;  // the heading that it stands under
};

/// The cases that come with the program, or those of them in whose name, title, summary, first comment,
/// parties, evidence or sources all words of a search stand, whether large or small letters; by group and by
/// name.
std::vector<LibraryCase> library_cases(std::string_view search = {});
std::vector<std::string> case_names();
/// A line on each of them, group by group.
Answer list_cases(const Look& look, const Sink& out, std::string_view search = {});
Answer print_case(std::string_view name, const Sink& out);
/// One of the strict games of two parties with two courses each, from 1, as a case; empty where there is
/// none.
std::string strict_game(unsigned number);
inline constexpr unsigned strict_games = 78;

/// A small case, complete and without faults, to start from; or a template, empty where none has the name.
std::string_view new_case(std::string_view from = {});
std::vector<std::string> template_names();

}  // namespace entente
