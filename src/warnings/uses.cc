// Warnings of what a case uses and does not: names, evidence, sources, and the order of numbers.
#include "warnings/uses.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "casefile/members.h"
#include "formula/formula.h"
#include "model/teller.h"
#include "model/whole_number.h"

namespace entente {
namespace {

using casefile::String;

using casefile::Key;
using casefile::Type;

/// Visits every formula of the values that it is given.
template <class Visit>
class Formulas {
 public:
  explicit Formulas(Visit visit) : visit_(std::move(visit)) {}

  void operator()(const Key& key, const std::optional<String>& value) const {
    if (key.type == Type::formula && value) visit_(*value);
  }
  void operator()(const Key& key, const std::optional<casefile::Placed<casefile::Strings>>& all) const {
    if (key.type != Type::formulas || !all) return;
    for (const String& one : all->value) visit_(one);
  }
  void operator()(const Key& key, const std::vector<casefile::Entry>& entries) const {
    if (key.type != Type::named_formulas) return;
    for (const casefile::Entry& entry : entries) visit_(entry.value);
  }
  void operator()(const auto&...) const {}

 private:
  Visit visit_;
};

/// Visits every piece of evidence that is cited by the values that it is given.
template <class Visit>
class Citations {
 public:
  explicit Citations(Visit visit) : visit_(std::move(visit)) {}

  void operator()(const Key& key, const casefile::Strings& all) const {
    if (!cites_evidence(key)) return;
    for (const String& one : all) visit_(one);
  }
  void operator()(const auto&...) const {}

 private:
  Visit visit_;
};

class UseWarnings {
 public:
  UseWarnings(const casefile::Case& written, const Model& model, Diagnostics& diagnostics)
      : written_(written), model_(model), teller_(diagnostics) {}

  void tell() {
    each_member(written_, Formulas([&](const String& formula) {
                  look_at(read_formula(formula.value).formula, formula);
                }));
    unused();
  }

 private:
  void warn(const char* code, Place at, const std::string& message, const std::string& help) {
    teller_.warning(code, at, message, help);
  }

  /// Takes up the names that a formula uses, and warns of comparisons by the listed order.
  void look_at(const Formula& whole, const String& text) {
    each_part(whole, [&](const Formula& formula) {
      if (formula.kind == Formula::Kind::name) names_used_.insert(formula.word.text);
      if (formula.kind == Formula::Kind::option)
        names_used_.insert(formula.word.text + "." + formula.option.text);
      if (formula.kind == Formula::Kind::comparison) listed_order(formula, text);
    });
  }

  /// The option of a comparison; a case without faults has it.
  const Option* option_of(const Formula& comparison) const {
    for (std::size_t o = 0; o < model_.options.size(); ++o)
      if (model_.reference(static_cast<OptionId>(o)) == comparison.word.text + "." + comparison.option.text)
        return &model_.options[o];
    return nullptr;
  }

  /// Numbers are compared as such, whatever the order in which they are listed, which a reader may go by.
  void listed_order(const Formula& comparison, const String& text) {
    if (!goes_by_order(comparison.sign)) return;
    const Option* const option = option_of(comparison);
    if (option == nullptr || !are_numbers(option->values)) return;
    const std::vector<std::size_t> order = from_least(option->values);
    if (std::is_sorted(order.begin(), order.end())) return;
    warn("listed-order", text.place(comparison.at),
         fmt::format("'{}.{}' is compared as a number, not by the order in which its values are listed",
                     comparison.word.text, comparison.option.text),
         "list the values from the least to the greatest, so that nobody is misled");
  }

  /// What is there for the linking file to use, and need not be used.
  bool of_dispute(const std::string& name) const {
    return !written_.disputes.empty() && name.find('.') != std::string::npos;
  }

  void unused() {
    for (const casefile::Entry& name : written_.names)
      if (!names_used_.contains(name.key.value) && !of_dispute(name.key.value))
        warn("unused", name.key.at, "no formula uses the name '" + name.key.value + "'",
             "use it, or take it out");
    std::set<std::string> cited, taken_from;
    each_member(written_, Citations([&](const String& id) { cited.insert(id.value); }));
    for (const casefile::Evidence& one : written_.evidence) {
      if (one.source) taken_from.insert(one.source->value);
      if (one.id && !cited.contains(one.id->value))
        warn("unused", one.id->at, "nothing cites the evidence '" + one.id->value + "'",
             "cite it in 'evidence' or 'doubted_by', or take it out");
    }
    for (const casefile::Source& source : written_.sources)
      if (source.id && !taken_from.contains(source.id->value))
        warn("unused", source.id->at, "no evidence is taken from the source '" + source.id->value + "'",
             "add the [[evidence]], or take it out");
  }

  const casefile::Case& written_;
  const Model& model_;
  Teller teller_;
  std::set<std::string> names_used_;
};

}  // namespace

void warn_of_use(const casefile::Case& written, const Model& model, Diagnostics& diagnostics) {
  UseWarnings(written, model, diagnostics).tell();
}

}  // namespace entente
