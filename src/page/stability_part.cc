// Who would stay in which situation, and who would leave it, by how far ahead they look.
#include "brief/answers.h"
#include "page/parts.h"
#include "words/concept_words.h"
#include "words/english.h"

namespace entente {
namespace {

class Stability {
 public:
  Stability(const PageTelling& t, Markup& out) : t_(t), out_(out) {}

  void tell() {
    out_.paragraph(
        "A situation is stable for a party if it has no reason to leave it. What counts as a reason depends "
        "on "
        "how far the party looks ahead; there are five ways to look:");
    out_.open("dl");
    for (const Concept c : concepts) {
      out_.element("dt", both_names(c));
      out_.element("dd", "Stable where " + explained(c) + ".");
    }
    out_.close();
    for (const Named& n : named_situations(t_)) table(n);
  }

 private:
  void table(const Named& named) {
    const std::string number = std::to_string(std::uint64_t{named.state} + 1);
    out_.open_scroll("Stability");
    out_.open("table").element(
        "caption", capitalised(named.name) + " (situation " + grouped(std::uint64_t{named.state} + 1) + ")");
    out_.open("thead").open("tr").element("th", "Party", {{"scope", "col"}});
    for (const Concept c : concepts) out_.element("th", short_name(c), {{"scope", "col"}});
    out_.close().close().open("tbody");
    for (const PartyId i : t_.model().party_ids()) row(named.state, number, i);
    all_row(named.state);
    out_.close().close().close();
  }

  void row(StateId s, const std::string& number, PartyId i) {
    out_.open("tr").element("th", capitalised(t_.voice.name(i)), {{"scope", "row"}});
    for (const Concept c : concepts) {
      const bool stable = t_.analysis().verdicts(c).stable[index(i)].contains(s);
      Attributes about = {
          {"data-state", number}, {"data-party", t_.model()[i].id}, {"data-concept", std::string(id(c))}};
      out_.element("td", stable ? "stays" : "would leave", about);
    }
    out_.close();
  }

  void all_row(StateId s) {
    out_.open("tr").element("th", "Stable for all", {{"scope", "row"}});
    for (const Concept c : concepts)
      out_.element("td", t_.analysis().verdicts(c).equilibria.contains(s) ? "yes" : "no");
    out_.close();
  }

  const PageTelling& t_;
  Markup& out_;
};

}  // namespace

std::optional<Part> stability_part(const PageTelling& t) {
  return part("stability", "Who would stay, and who would leave",
              [&](Markup& out) { Stability(t, out).tell(); });
}

}  // namespace entente
