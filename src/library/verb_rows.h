// What the rows of the table of verbs are made of: where a value goes, what answers, and arguments of many.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "entente/verbs.h"

namespace entente::rows {

using Kind = Argument::Kind;
using Taker = Argument::Taker;

inline constexpr std::uint64_t most_listed = 1000000;
inline constexpr std::uint64_t most_variants = std::uint64_t{1} << 40;
inline constexpr unsigned megabyte_bits = 20;

inline const std::vector<Form> json_or_text = {Form::json, Form::text};
inline const std::vector<Form> only_text = {Form::text};
inline const std::vector<Form> only_json = {Form::json};
inline const std::vector<Form> no_request = {};
inline constexpr std::string_view no_program = {};

inline void assign(std::string& to, const Given& given) {
  to = std::get<std::string>(given);
}
inline void assign(std::vector<std::string>& to, const Given& given) {
  to = std::get<std::vector<std::string>>(given);
}
inline void assign(bool& to, const Given& given) {
  to = std::get<bool>(given);
}
template <class Count>
requires std::is_unsigned_v<Count>
void assign(Count& to, const Given& given) {
  to = static_cast<Count>(std::get<std::uint64_t>(given));
}
inline void assign(StateName& to, const Given& given) {
  if (const auto* number = std::get_if<std::uint64_t>(&given))
    to.number = *number;
  else
    to.id = std::get<std::string>(given);
}
template <class T>
void assign(std::optional<T>& to, const Given& given) {
  assign(to.emplace(), given);
}

/// Puts what is given where a chain of members leads from a question.
template <auto... Members>
void into(Question& question, const Given& given) {
  assign((question.*....*Members), given);
}

/// The answer of a verb of the public header.
template <auto Request, auto Verb>
Answer call(const Question& question, const Sink& out) {
  auto request = question.*Request;
  if constexpr (requires { request.form; }) request.form = question.form;
  if constexpr (requires { request.watching; }) request.watching = question.watching;
  return Verb(question.input, request, question.look, out);
}

/// What the command line says of how a verb is worked out: engine, budget and stats, or the budget alone.
enum class Means : std::uint8_t { all, budget };

/// Names and texts by turns; a name without a text is a file that could not be read.
std::vector<FileBeside> files_beside(const Given& given);

/// The arguments of a verb about one case, its own in their midst; with `json` the flag for it.
std::vector<Argument> about_case(std::initializer_list<Argument> own, Means means, bool json = true);
/// The same of any number of cases, one after another.
std::vector<Argument> about_cases(std::initializer_list<Argument> own, Means means);
/// The same where the program takes its cases in a way of its own, or none.
std::vector<Argument> about(std::initializer_list<Argument> cases, std::initializer_list<Argument> own,
                            Means means, bool json = true);

/// Of the program, which has JSON where it is asked for.
Argument json();
Argument one_case();
Argument any_cases();
Argument as_of();
Argument force();
Argument output(std::string_view meaning, std::string_view manual);
/// One of the stability concepts.
Argument concept_of(std::string_view name, std::string_view meaning, void (*set)(Question&, const Given&));
/// How replies are read, of verbs that know a concept.
Argument answers();
/// A state, by its number or its id.
Argument state(std::string_view meaning, void (*set)(Question&, const Given&),
               std::string_view excludes = {});

/// The table in parts.
std::vector<Verb> analyses();
std::vector<Verb> what_changes_would_do();
std::vector<Verb> what_is_written();
Verb import_row();
Verb export_row();
std::vector<Verb> of_the_program();

}  // namespace entente::rows
