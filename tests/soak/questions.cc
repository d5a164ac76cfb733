// Questions drawn, asked within a small budget, and their answers looked at.
#include "soak/questions.h"

#include <chrono>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "entente/ask.h"
#include "entente/cases.h"
#include "entente/entente.h"
#include "entente/exchange.h"
#include "entente/report.h"
#include "oracle/random_model.h"
#include "text/unicode.h"

namespace entente::soak {
namespace {

using Clock = std::chrono::steady_clock;
using oracle::draw;

constexpr double budget = 0.2;  // seconds
constexpr double bound = 20;    // seconds, on a machine that is busy with other work
constexpr std::uint64_t memory = std::uint64_t{256} << 20;
constexpr std::uint64_t most_listed = 1 << 14;
constexpr int fault_of_ours = 4;

/// What is asked beside the text, drawn as it is asked for.
class Drawn {
 public:
  explicit Drawn(const Question& question) : random_(question.seed), text_(question.text) {}

  bool coin() { return draw(random_, 2) == 0; }
  std::uint64_t below(std::uint64_t n) { return draw(random_, n); }
  std::optional<std::uint64_t> number() {
    return coin() ? std::nullopt : std::optional(1 + draw(random_, 40));
  }
  /// A number, or an id that may be one.
  std::optional<StateName> state() {
    if (draw(random_, 4) == 0) return StateName{0, words().value_or("s1")};
    const std::optional<std::uint64_t> one = number();
    return one ? std::optional(StateName{*one}) : std::nullopt;
  }
  /// Some stretch of the text: a formula, a name, a date or nothing of the kind.
  std::optional<std::string> words() {
    if (draw(random_, 6) != 0 || text_.empty()) return std::nullopt;
    return text_.substr(draw(random_, text_.size()), 1 + draw(random_, 30));
  }
  std::optional<std::string> formula() {
    static const std::vector<std::string> known = {"true", "false", "not false", "at_least(1, true, false)"};
    return coin() ? words() : std::optional(known[draw(random_, known.size())]);
  }
  std::optional<std::string> concept_name() {
    const std::vector<std::string> all = concept_names();
    return coin() ? std::nullopt : std::optional(all[draw(random_, all.size())]);
  }
  Form form() { return json = coin(), json ? Form::json : Form::text; }

  const Watching watching{.cancelled = [until = Clock::now() + std::chrono::duration<double>(budget)] {
    return Clock::now() > until;
  }};
  const Look look{};
  bool json = false;
  bool page = false;  // HTML, SVG, CSV or a file's text: not for a terminal

 private:
  std::mt19937_64 random_;
  const std::string& text_;
};

using Verb = std::function<Answer(const Input&, Drawn&, const Sink&)>;

Answer ask_about_path(const Input& in, Drawn& d, const Sink& out) {
  PathRequest request{
      .form = d.form(), .to = d.formula(), .from = d.formula(), .by = d.words(), .safe = d.coin()};
  if (!request.to) request.state = d.state();
  return path(in, request, d.look, out);
}

Answer ask_why(const Input& in, Drawn& d, const Sink& out) {
  WhyRequest request{.form = d.form(), .state = d.state(), .under = d.concept_name(), .in_full = d.coin()};
  if (!request.state) request.at = d.formula();
  (d.coin() ? request.party : request.coalition) = d.words();
  return why(in, request, d.look, out);
}

Answer ask_for_states(const Input& in, Drawn& d, const Sink& out) {
  StatesRequest request{.form = d.form(),
                        .only = d.concept_name(),
                        .where = d.formula(),
                        .limit = d.number(),
                        .coalitions = d.coin(),
                        .sim = d.coin(),
                        .strong = d.coin()};
  if (d.coin()) request.horizon = d.coin() ? "all" : "7";
  if (d.coin()) d.json = false, d.page = true, request.form = Form::csv;
  return states(in, request, d.look, out);
}

Answer ask_for_unlocking(const Input& in, Drawn& d, const Sink& out) {
  UnlockRequest request{
      .form = d.form(), .state = d.state(), .under = d.concept_name(), .watching = d.watching};
  if (request.state)
    request.party = d.words(), request.rankings = d.coin();
  else
    request.to = d.formula();
  return unlock(in, request, d.look, out);
}

Answer ask_for_brief(const Input& in, Drawn& d, const Sink& out) {
  AnalyzeRequest request{.form = d.form(), .in_full = d.coin()};
  if (d.coin()) request.proof = [](std::string_view) { return true; };
  return analyze(in, request, d.look, out);
}

Answer ask_for_picture(const Input& in, Drawn& d, const Sink& out) {
  const std::vector<std::string> all = picture_names();
  d.page = true;
  return draw(in, {.picture = all[d.below(all.size())], .party = d.words()}, d.look, out);
}

Answer ask_for_sample(const Input& in, Drawn& d, const Sink& out) {
  SampleRequest request{.form = d.form(), .variants = 200, .seed = d.below(9), .watching = d.watching};
  if (d.coin()) request.chances = Input{.name = "chances", .content = d.words().value_or("stated B2 0.05")};
  return sample(in, request, d.look, out);
}

/// A page, damaged where its text is damaged, held against the case; or any text taken for one.
Answer ask_to_verify(const Input& in, Drawn& d, const Sink& out) {
  std::string page;
  report(in, {.watching = d.watching}, d.look,
         [&](std::string_view text) { return page.append(text), true; });
  if (d.coin() && !page.empty()) page[d.below(page.size())] ^= 1;
  return verify(d.coin() ? page : in.content, in, d.look, out);
}

Answer ask_for_difference(const Input& in, Drawn& d, const Sink& out) {
  Input other = in;
  other.content += "\n# " + d.words().value_or("") + "\n";
  if (d.coin()) other.content = std::string(new_case());
  return diff(in, other, {.form = d.form()}, d.look, out);
}

/// The text in a request; what it is asked may be a word of the text itself.
Answer ask_in_json(const Input& in, Drawn& d, const Sink& out) {
  d.json = true;
  const std::vector<std::string> all = {"check",   "page",   "changes", "keep",
                                        "analyze", "robust", "report",  "draw"};
  nlohmann::ordered_json asked = {{"verb", d.words().value_or(all[d.below(all.size())])},
                                  {"case", in.content}};
  if (const auto more = d.words()) asked[*more] = d.words().value_or("");
  return ask(asked.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace), d.watching, out,
             in.limits);
}

/// The text is the request.
Answer ask_as_it_is(const Input& in, Drawn& d, const Sink& out) {
  d.json = true;
  return ask(in.content, d.watching, out, in.limits);
}

/// A part of a sample and what may be the other one.
Answer ask_to_merge(const Input& in, Drawn& d, const Sink& out) {
  const Input other{.name = "other.json", .content = d.coin() ? in.content : part_of_sample(2)};
  return merge_samples({in, other}, d.form(), d.look, out);
}

const std::map<std::string, Verb>& table() {
  static const std::map<std::string, Verb> all = {
      {"analyze", ask_for_brief},
      {"check",
       [](const Input& in, Drawn& d, const Sink& out) { return check(in, {.form = d.form()}, d.look, out); }},
      {"states", ask_for_states},
      {"settle", [](const Input& in, Drawn& d,
                    const Sink& out) { return settle(in, {.form = d.form()}, d.look, out); }},
      {"outlook",
       [](const Input& in, Drawn& d, const Sink& out) {
         return outlook(in, {.form = d.form(), .under = d.concept_name()}, d.look, out);
       }},
      {"path", ask_about_path},
      {"why", ask_why},
      {"history", [](const Input& in, Drawn& d,
                     const Sink& out) { return history(in, {.form = d.form()}, d.look, out); }},
      {"robust",
       [](const Input& in, Drawn& d, const Sink& out) {
         return robust(in, {.form = d.form(), .about = d.words(), .watching = d.watching}, d.look, out);
       }},
      {"unlock", ask_for_unlocking},
      {"sample", ask_for_sample},
      {"draw", ask_for_picture},
      {"report",
       [](const Input& in, Drawn& d, const Sink& out) {
         d.page = true;
         return report(in, {.redact = d.coin(), .watching = d.watching}, d.look, out);
       }},
      {"verify", ask_to_verify},
      {"diff", ask_for_difference},
      {"merge", ask_to_merge},
      {"request", ask_as_it_is},
      {"import",
       [](const Input& in, Drawn& d, const Sink& out) {
         d.page = true;
         return import_case({in}, {}, d.look, out);
       }},
      {"ask", ask_in_json}};
  return all;
}

Input input_of(const Question& question, Drawn& drawn) {
  Input input{.name = "damaged.toml", .content = question.text};
  if (drawn.below(30) == 0) input.as_of = drawn.words();
  if (drawn.below(12) == 0) input.answers = reply_names()[drawn.below(3)];
  if (drawn.below(60) == 0) input.answers = drawn.words();
  if (drawn.below(30) == 0) input.changes = {drawn.words().value_or("drop nothing")};
  input.engine = static_cast<Engines>(drawn.below(3));
  input.stats = drawn.below(8) == 0;
  input.limits = {.seconds = budget, .bytes = memory, .states = most_listed};
  return input;
}

/// Whether a terminal can show it: UTF-8, and nothing that moves the cursor.
bool clean(std::string_view text) {
  for (CodePoint c; !text.empty(); text.remove_prefix(c.bytes)) {
    c = first_code_point(text);
    if (!c.valid || (unprintable(c.value) && c.value != U'\n')) return false;
  }
  return true;
}

std::optional<std::string> fault_of(const Answer& answer, std::string_view out, const Drawn& drawn,
                                    double seconds) {
  if (answer.status < 0 || answer.status >= fault_of_ours)
    return "status " + std::to_string(answer.status) + ": " + answer.err;
  if (seconds > bound) return "it took " + std::to_string(seconds) + " s";
  if (answer.status != 0 && answer.err.empty() && out.empty()) return "refused without a reason";
  if (!answer.err.empty() && answer.err.back() != '\n') return "an unfinished line: " + answer.err;
  if (!clean(answer.err)) return "standard error is not clean: " + answer.err;
  if (first_invalid_byte(out)) return "the answer is no UTF-8";
  if (drawn.json && !out.empty() && answer.status != 3 && !nlohmann::json::accept(out))
    return "the answer is no JSON";
  if (!drawn.json && !drawn.page && !clean(out)) return "the answer is not clean";
  return std::nullopt;
}

}  // namespace

std::vector<std::string> verbs() {
  std::vector<std::string> all;
  for (const auto& [name, verb] : table()) all.push_back(name);
  return all;
}

std::string part_of_sample(std::uint32_t part) {
  std::string text;
  sample({.name = "new.toml", .content = std::string(new_case())}, {.variants = 20, .part = part, .parts = 2},
         {}, [&text](std::string_view piece) { return text.append(piece), true; });
  return text;
}

std::string saved_conflict() {
  return R"({"decisionMakers": [{"name": "North", "options": [0, 1], "preferences": [[[2, "Y"]],
    {"members": [[[0, "Y"], [1, "N"]], [[1, "Y"]]]}]}, {"name": "South", "options": [2], "preferences": [],
    "preferenceRanking": [4, 2, [1, 3]]}], "options": [{"name": "Sign", "permittedDirection": "both"},
    {"name": "Build", "permittedDirection": "fwd"}, {"name": "Pay", "permittedDirection": "back"}],
    "infeasibles": [[[1, "Y"], [2, "N"]]], "useManualPreferenceRanking": false})";
}

std::string request(const std::string& text) {
  return nlohmann::ordered_json({{"verb", "page"},
                                 {"changes", {"drop north/statement/1"}},
                                 {"state", 2},
                                 {"budget", "1s,200MB"},
                                 {"width", 60},
                                 {"case", text}})
      .dump();
}

Outcome asked(const Question& question) {
  Drawn drawn(question);
  const Input input = input_of(question, drawn);
  std::string out;
  const Sink keep = [&out](std::string_view text) { return out.append(text), true; };
  const auto begun = Clock::now();
  try {
    const Answer answer = table().at(question.verb)(input, drawn, keep);
    const std::chrono::duration<double> took = Clock::now() - begun;
    return {answer.status, fault_of(answer, out, drawn, took.count())};
  } catch (const std::exception& error) {
    return {-1, std::string("it threw: ") + error.what()};
  }
}

}  // namespace entente::soak
