// The table of verbs; a new verb is a row here and, where it is more than a call, a function beside the
// others.
#include "library/ask_verbs.h"

#include <algorithm>
#include <initializer_list>

#include "library/ask_answers.h"
#include "library/ask_keys.h"

namespace entente {
namespace {

using Kind = Key::Kind;
using keys::set;

constexpr std::uint64_t most_states = std::uint64_t{1} << 32;
constexpr std::uint64_t most_listed = 1000000;
constexpr std::uint64_t most_variants = std::uint64_t{1} << 40;

std::vector<std::string> engines() {
  return {"auto", "explicit", "symbolic"};
}

/// The keys of every verb about a case, and its own.
std::vector<Key> about_case(std::initializer_list<Key> own) {
  std::vector<Key> all = {
      {"case", Kind::text, set<&Wanted::input, &Input::content>, true},
      {"name", Kind::text, set<&Wanted::input, &Input::name>},
      {"changes", Kind::texts, set<&Wanted::input, &Input::changes>},
      {"as_of", Kind::text, set<&Wanted::input, &Input::as_of>},
      {"engine", Kind::word, set<&Wanted::engine>, false, 0, 0, engines},
      {"budget", Kind::text, set<&Wanted::budget>},
      {"width", Kind::count, set<&Wanted::look, &Look::width>, false, 40, 1000},
  };
  all.insert(all.end(), own);
  return all;
}

/// Asks a verb of the public header in a form.
template <auto Request, auto Verb>
Answer asked(const Wanted& wanted, Form form, const Sink& out) {
  auto request = wanted.*Request;
  request.form = form;
  if constexpr (requires { request.watching; }) request.watching = wanted.watching;
  return Verb(wanted.input, request, wanted.look, out);
}

std::string_view wrong_why(const Wanted& wanted) {
  if (wanted.why.state && wanted.why.at) return "'state' and 'at' exclude each other";
  if (wanted.why.party && wanted.why.coalition) return "'party' and 'coalition' exclude each other";
  return {};
}

std::string_view wrong_unlock(const Wanted& wanted) {
  if (wanted.unlock.party && !wanted.unlock.state) return "'party' goes with 'state'";
  if (wanted.unlock.state && wanted.unlock.to) return "'state' and 'to' exclude each other";
  return {};
}

std::string_view wrong_path(const Wanted& wanted) {
  if (wanted.path.state && wanted.path.to) return "'state' and 'to' exclude each other";
  return {};
}

const std::vector<Form> json_or_text = {Form::json, Form::text};
const std::vector<Form> only_text = {Form::text};

std::vector<Verb> analyses() {
  return {
      {"analyze", json_or_text,
       about_case({{"long", Kind::flag, set<&Wanted::analyze, &AnalyzeRequest::in_full>}}),
       asked<&Wanted::analyze, &analyze>},
      {"check", json_or_text, about_case({}), asked<&Wanted::check, &check>},
      {"states",
       {Form::json, Form::text, Form::csv},
       about_case(
           {{"only", Kind::word, set<&Wanted::states, &StatesRequest::only>, false, 0, 0, concept_names},
            {"where", Kind::text, set<&Wanted::states, &StatesRequest::where>},
            {"limit", Kind::count, set<&Wanted::states, &StatesRequest::limit>, false, 1, most_listed},
            {"coalitions", Kind::flag, set<&Wanted::states, &StatesRequest::coalitions>},
            {"coalition_size", Kind::count, set<&Wanted::states, &StatesRequest::coalition_size>, false, 2,
             32}}),
       asked<&Wanted::states, &states>},
      {"settle", json_or_text, about_case({}), asked<&Wanted::settle, &settle>},
      {"outlook", json_or_text,
       about_case({{"concept", Kind::word, set<&Wanted::outlook, &OutlookRequest::under>, false, 0, 0,
                    concept_names}}),
       asked<&Wanted::outlook, &outlook>},
      {"path", json_or_text,
       about_case({{"to", Kind::text, set<&Wanted::path, &PathRequest::to>},
                   {"state", Kind::count, set<&Wanted::path, &PathRequest::state>, false, 1, most_states},
                   {"from", Kind::text, set<&Wanted::path, &PathRequest::from>},
                   {"by", Kind::text, set<&Wanted::path, &PathRequest::by>},
                   {"safe", Kind::flag, set<&Wanted::path, &PathRequest::safe>}}),
       asked<&Wanted::path, &path>, wrong_path},
      {"history", json_or_text, about_case({}), asked<&Wanted::history, &history>},
      {"why", json_or_text,
       about_case({{"state", Kind::count, set<&Wanted::why, &WhyRequest::state>, false, 1, most_states},
                   {"at", Kind::text, set<&Wanted::why, &WhyRequest::at>},
                   {"party", Kind::text, set<&Wanted::why, &WhyRequest::party>},
                   {"coalition", Kind::text, set<&Wanted::why, &WhyRequest::coalition>},
                   {"concept", Kind::word, set<&Wanted::why, &WhyRequest::under>, false, 0, 0, concept_names},
                   {"all", Kind::flag, set<&Wanted::why, &WhyRequest::in_full>}}),
       asked<&Wanted::why, &why>, wrong_why},
  };
}

std::vector<Verb> comparisons() {
  return {
      {"diff", json_or_text,
       about_case({{"after", Kind::text, set<&Wanted::after>},
                   {"after_name", Kind::text, set<&Wanted::after_name>},
                   {"after_changes", Kind::texts, set<&Wanted::after_changes>}}),
       ask_diff},
      {"robust", json_or_text,
       about_case({{"about", Kind::text, set<&Wanted::about>}, {"deep", Kind::flag, set<&Wanted::deep>}}),
       ask_robust},
      {"unlock", json_or_text,
       about_case({{"to", Kind::text, set<&Wanted::unlock, &UnlockRequest::to>},
                   {"state", Kind::count, set<&Wanted::unlock, &UnlockRequest::state>, false, 1, most_states},
                   {"party", Kind::text, set<&Wanted::unlock, &UnlockRequest::party>},
                   {"concept", Kind::word, set<&Wanted::unlock, &UnlockRequest::under>, false, 0, 0,
                    concept_names}}),
       asked<&Wanted::unlock, &unlock>, wrong_unlock},
      {"sample", json_or_text,
       about_case({{"variants", Kind::count, set<&Wanted::sample, &SampleRequest::variants>, false, 1,
                    most_variants},
                   {"seed", Kind::count, set<&Wanted::sample, &SampleRequest::seed>, false, 0, UINT64_MAX},
                   {"chances", Kind::text, set<&Wanted::chances>}}),
       ask_sample},
      {"draw", only_text,
       about_case(
           {{"picture", Kind::word, set<&Wanted::draw, &DrawRequest::picture>, false, 0, 0, picture_names},
            {"party", Kind::text, set<&Wanted::draw, &DrawRequest::party>}}),
       ask_draw},
      {"page",
       {Form::json},
       about_case({{"state", Kind::count, set<&Wanted::page, &PageRequest::state>, false, 1, most_states},
                   {"sections", Kind::texts, set<&Wanted::page, &PageRequest::sections>},
                   {"bar_alone", Kind::flag, set<&Wanted::page, &PageRequest::bar_alone>}}),
       ask_page},
      {"report", only_text,
       about_case({{"redact", Kind::flag, set<&Wanted::report, &ReportRequest::redact>}}), ask_report},
      {"changes", {Form::json}, about_case({}), ask_changes},
      {"keep", only_text, about_case({}), ask_keep},
  };
}

std::vector<Verb> of_the_program() {
  return {
      {"explain", json_or_text, {{"code", Kind::text, set<&Wanted::word>}}, ask_explain},
      {"cases", json_or_text, {}, ask_cases},
      {"case", only_text, {{"name", Kind::text, set<&Wanted::word>, true}}, ask_case},
      {"new", only_text, {}, ask_new},
      {"schema", {Form::json}, {}, ask_schema},
  };
}

}  // namespace

const std::vector<Verb>& ask_verbs() {
  static const std::vector<Verb> all = [] {
    std::vector<Verb> verbs = analyses();
    for (auto* more : {comparisons, of_the_program})
      for (Verb& verb : more()) verbs.push_back(std::move(verb));
    return verbs;
  }();
  return all;
}

}  // namespace entente
