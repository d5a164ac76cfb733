// Reads a condition in words back.
#include "words/sentence_reader.h"

#include <algorithm>

namespace entente {
namespace {

bool next(const std::string& text, std::size_t at, const std::string& what) {
  return text.compare(at, what.size(), what) == 0;
}

Meaning both(const Meaning& a, const Meaning& b) {
  Meaning all(a.size());
  for (std::size_t k = 0; k < a.size(); ++k) all[k] = a[k] && b[k];
  return all;
}
Meaning either(const Meaning& a, const Meaning& b) {
  Meaning any(a.size());
  for (std::size_t k = 0; k < a.size(); ++k) any[k] = a[k] || b[k];
  return any;
}
Meaning joined(const Meaning& a, const Meaning& b, bool all) {
  return all ? both(a, b) : either(a, b);
}
/// Whether the number of those that hold is one of some.
Meaning among(const std::vector<Meaning>& of, const std::vector<bool>& numbers) {
  Meaning is(of.front().size());
  for (std::size_t k = 0; k < is.size(); ++k) {
    const auto n = std::count_if(of.begin(), of.end(), [k](const Meaning& one) { return one[k]; });
    is[k] = static_cast<std::size_t>(n) < numbers.size() && numbers[static_cast<std::size_t>(n)];
  }
  return is;
}
Meaning exactly(const Meaning& a, const Meaning& b) {
  Meaning same(a.size());
  for (std::size_t k = 0; k < a.size(); ++k) same[k] = a[k] == b[k];
  return same;
}
Meaning implied(const Meaning& a, const Meaning& b) {
  Meaning holds(a.size());
  for (std::size_t k = 0; k < a.size(); ++k) holds[k] = !a[k] || b[k];
  return holds;
}

constexpr std::size_t most = 40;  // parts of a count

}  // namespace

SentenceReader::SentenceReader(const Model& model, std::vector<bool> many)
    : model_(model), many_(std::move(many)) {
  for (const Option& option : model.options) combinations_ *= option.values.size();
}

Value SentenceReader::value(std::size_t combination, std::size_t option) const {
  for (std::size_t o = model_.options.size() - 1; o > option; --o)
    combination /= model_.options[o].values.size();
  return static_cast<Value>(combination % model_.options[option].values.size());
}

std::set<Meaning> SentenceReader::read(const std::string& sentence) const {
  std::set<Meaning> meanings;
  for (const Way& way : condition(sentence, 0, ""))
    if (way.end == sentence.size()) meanings.insert(way.meaning);
  return meanings;
}

SentenceReader::Ways SentenceReader::condition(const std::string& text, std::size_t at,
                                               const std::string& number) const {
  Ways all = whole(text, at);
  all.merge(numbered(text, at, number));
  return all;
}

SentenceReader::Ways SentenceReader::whole(const std::string& text, std::size_t at) const {
  Ways all = list(text, at, nobody);
  if (next(text, at, "if "))
    for (const Way& premise : list(text, at + 3, nobody))
      for (const std::string comma : {", ", ", then "})
        if (next(text, premise.end, comma))
          for (const Way& then : list(text, premise.end + comma.size(), premise.who))
            all.insert({then.end, implied(premise.meaning, then.meaning), nobody});
  for (const Way& one : fact(text, at, nobody, nobody)) {
    if (next(text, one.end, " exactly where "))
      for (const Way& other : list(text, one.end + 15, one.who))
        all.insert({other.end, exactly(one.meaning, other.meaning), nobody});
    if (next(text, one.end, " only where "))
      for (const Way& other : list(text, one.end + 12, one.who))
        all.insert({other.end, implied(one.meaning, other.meaning), nobody});
  }
  if (next(text, at, "either "))
    for (const Way& one : fact(text, at + 7, nobody, nobody))
      if (next(text, one.end, " or "))
        for (const Way& other : fact(text, one.end + 4, nobody, nobody))
          if (next(text, other.end, ", but not both"))
            all.insert({other.end + 14, among({one.meaning, other.meaning}, {false, true}), nobody});
  all.merge(counted(text, at));
  return all;
}

/// "at least two of these: " facts
SentenceReader::Ways SentenceReader::counted(const std::string& text, std::size_t at) const {
  Ways all;
  for (const auto& [end, numbers] : numbers(text, at)) {
    if (!next(text, end, " of these: ")) continue;
    struct Begun {
      std::size_t end;
      std::vector<Meaning> of;
    };
    std::vector<Begun> begun;
    for (const Way& one : fact(text, end + 11, nobody, nobody)) begun.push_back({one.end, {one.meaning}});
    while (!begun.empty()) {
      const Begun so_far = begun.back();
      begun.pop_back();
      for (const bool last : {false, true}) {
        const std::string joiner = last ? " and " : ", ";
        if (!next(text, so_far.end, joiner)) continue;
        for (const Way& one : fact(text, so_far.end + joiner.size(), nobody, nobody)) {
          std::vector<Meaning> of = so_far.of;
          of.push_back(one.meaning);
          if (last) all.insert({one.end, among(of, numbers), nobody});
          if (!last) begun.push_back({one.end, std::move(of)});
        }
      }
    }
  }
  return all;
}

SentenceReader::Ways SentenceReader::list(const std::string& text, std::size_t at, int it) const {
  Ways all = item(text, at, nobody, it);
  for (const auto& [behind, party] : subjects(text, at, nobody, it))  // "Y begs or cries"
    all.merge(facts(text, behind, party, "or", false));
  all.merge(items(text, at, it, true));
  all.merge(items(text, at, it, false));
  return all;
}

/// Two items or more, with "and" or "or" before the last.
SentenceReader::Ways SentenceReader::items(const std::string& text, std::size_t at, int it, bool all) const {
  struct Begun {
    Way way;
    int before;  // the party of the last item
  };
  Ways done;
  std::vector<Begun> begun;
  for (const Way& one : item(text, at, nobody, it)) begun.push_back({one, one.who});
  const std::string joiner = all ? "and " : "or ";
  while (!begun.empty()) {
    const Begun so_far = begun.back();
    begun.pop_back();
    for (const std::string& between : {std::string(", "), " " + joiner, ", " + joiner}) {
      if (!next(text, so_far.way.end, between)) continue;
      for (const Way& one : item(text, so_far.way.end + between.size(), so_far.before, nobody)) {
        const Way more{one.end, joined(so_far.way.meaning, one.meaning, all),
                       one.who == so_far.way.who ? one.who : nobody};
        if (between == ", ") begun.push_back({more, one.who});
        if (between != ", ") done.insert(more);
      }
    }
  }
  return done;
}

SentenceReader::Ways SentenceReader::item(const std::string& text, std::size_t at, int before, int it) const {
  Ways all = fact(text, at, before, it);
  std::vector<std::pair<std::size_t, int>> heads = subjects(text, at, before, it);
  heads.emplace_back(at, nobody);
  for (const auto& [behind, party] : heads) {
    if (next(text, behind, "either ")) all.merge(facts(text, behind + 7, party, "or", false));
    if (!next(text, behind, "both ")) continue;
    all.merge(facts(text, behind + 5, party, "and", true));
  }
  return all;
}

/// Facts of one party without its name, or with each one's own.
SentenceReader::Ways SentenceReader::facts(const std::string& text, std::size_t at, int subject,
                                           const std::string& joiner, bool all) const {
  const auto one_fact = [&](std::size_t from) {
    return subject == nobody ? fact(text, from, nobody, nobody) : predicate(text, from, subject);
  };
  Ways done;
  Ways begun = one_fact(at);
  while (!begun.empty()) {
    const Way so_far = begun.extract(begun.begin()).value();
    for (const std::string& between : {std::string(", "), " " + joiner + " "}) {
      if (!next(text, so_far.end, between)) continue;
      for (const Way& one : one_fact(so_far.end + between.size())) {
        const Way more{one.end, joined(so_far.meaning, one.meaning, all),
                       one.who == so_far.who ? one.who : nobody};
        (between == ", " ? begun : done).insert(more);
      }
    }
  }
  return done;
}

SentenceReader::Ways SentenceReader::fact(const std::string& text, std::size_t at, int before, int it) const {
  Ways all = sum(text, at);
  for (const auto& [behind, party] : subjects(text, at, before, it))
    all.merge(predicate(text, behind, party));
  return all;
}

/// Sums that are compared, by the grammar of words/sum_words.h.
SentenceReader::Ways SentenceReader::sum(const std::string& text, std::size_t at) const {
  struct Stands {
    const char* words;
    bool (*meets)(std::int64_t, std::int64_t);
  };
  static constexpr Stands all_stands[] = {
      {"equal to ", [](std::int64_t a, std::int64_t b) { return a == b; }},
      {"not equal to ", [](std::int64_t a, std::int64_t b) { return a != b; }},
      {"less than ", [](std::int64_t a, std::int64_t b) { return a < b; }},
      {"more than ", [](std::int64_t a, std::int64_t b) { return a > b; }},
      {"at most ", [](std::int64_t a, std::int64_t b) { return a <= b; }},
      {"at least ", [](std::int64_t a, std::int64_t b) { return a >= b; }}};
  Ways all;
  Amounts begun = together(text, at);
  for (const Amount& one : amount(text, at))
    for (const std::string verb : {" is ", " are "})
      if (next(text, one.end, verb)) begun.insert({one.end + verb.size(), one.worth, one.option});
  for (const Amount& left : begun)
    for (const Stands& stands : all_stands) {
      if (!next(text, left.end, stands.words)) continue;
      const std::size_t behind = left.end + std::string(stands.words).size();
      Amounts rights = amount(text, behind);
      if (left.option >= 0) rights.merge(like(text, behind, left.option));
      for (const Amount& right : rights) {
        Meaning meaning(combinations_);
        for (std::size_t k = 0; k < combinations_; ++k)
          meaning[k] = stands.meets(left.worth[k], right.worth[k]);
        all.insert({right.end, std::move(meaning), nobody});
      }
    }
  return all;
}

/// "the catches of North and South together are "
SentenceReader::Amounts SentenceReader::together(const std::string& text, std::size_t at) const {
  Amounts all;
  for (std::size_t o = 0; o < model_.options.size(); ++o) {
    const std::string head = "the " + noun(o) + "es of ";
    if (!next(text, at, head)) continue;
    struct Begun {
      std::size_t end;
      std::vector<std::int64_t> worth;
    };
    std::vector<Begun> begun = {{at + head.size(), std::vector<std::int64_t>(combinations_)}};
    while (!begun.empty()) {
      const Begun so_far = begun.back();
      begun.pop_back();
      for (std::size_t p = 0; p < model_.options.size(); ++p) {
        if (noun(p) != noun(o)) continue;
        for (const std::string& between :
             {std::string(", "), std::string(" and "), std::string(" together are ")}) {
          if (!next(text, so_far.end, owner(p) + between)) continue;
          Begun more{so_far.end + owner(p).size() + between.size(), so_far.worth};
          const std::vector<std::int64_t> adds = worth(p);
          for (std::size_t k = 0; k < combinations_; ++k) more.worth[k] += adds[k];
          if (between == " together are ") all.insert({more.end, more.worth, -1});
          if (between != " together are ") begun.push_back(std::move(more));
        }
      }
    }
    break;  // each noun once
  }
  return all;
}

SentenceReader::Amounts SentenceReader::amount(const std::string& text, std::size_t at) const {
  Amounts done, begun = part(text, at);
  while (!begun.empty()) {
    const Amount so_far = begun.extract(begun.begin()).value();
    done.insert(so_far);
    for (const std::string between : {" plus ", " less "}) {
      if (!next(text, so_far.end, between)) continue;
      for (const Amount& one : part(text, so_far.end + between.size())) {
        Amount more{one.end, so_far.worth, -1};
        for (std::size_t k = 0; k < combinations_; ++k)
          more.worth[k] += between == " plus " ? one.worth[k] : -one.worth[k];
        begun.insert(std::move(more));
      }
    }
  }
  return done;
}

/// "5", "twice North's catch"
SentenceReader::Amounts SentenceReader::part(const std::string& text, std::size_t at) const {
  static const std::vector<std::string> often = {"", "twice ", "three times ", "four times ", "12 times "};
  static const std::vector<std::int64_t> times = {1, 2, 3, 4, 12};
  Amounts all = number(text, at);
  for (std::size_t n = 0; n < often.size(); ++n)
    for (std::size_t o = 0; o < model_.options.size(); ++o) {
      const std::string name = owner(o), end = name.back() == 's' ? "' " : "'s ";
      const std::string words = often[n] + name + end + noun(o);
      if (noun(o).empty() || !next(text, at, words)) continue;
      std::vector<std::int64_t> adds = worth(o);
      for (std::int64_t& one : adds) one *= times[n];
      all.insert({at + words.size(), std::move(adds), n == 0 ? static_cast<int>(o) : -1});
    }
  return all;
}

SentenceReader::Amounts SentenceReader::number(const std::string& text, std::size_t at) const {
  const bool minus = next(text, at, "minus ");
  std::string digits;
  std::size_t end = at + (minus ? 6 : 0);
  const auto digit = [&](std::size_t k) { return k < text.size() && text[k] >= '0' && text[k] <= '9'; };
  for (; digit(end) || (text[end] == ',' && digit(end + 1)); ++end)
    if (digit(end)) digits += text[end];
  if (digits.empty()) return {};
  const std::int64_t worth = std::stoll(digits);
  return {{end, std::vector<std::int64_t>(combinations_, minus ? -worth : worth), -1}};
}

/// "South's": of what the other side is of North's.
SentenceReader::Amounts SentenceReader::like(const std::string& text, std::size_t at, int option) const {
  Amounts all;
  for (std::size_t o = 0; o < model_.options.size(); ++o) {
    const std::string words = owner(o) + (owner(o).back() == 's' ? "'" : "'s");
    if (noun(o) == noun(static_cast<std::size_t>(option)) && next(text, at, words))
      all.insert({at + words.size(), worth(o), -1});
  }
  return all;
}

/// What an option adds in each combination.
std::vector<std::int64_t> SentenceReader::worth(std::size_t option) const {
  std::vector<std::int64_t> all;
  for (std::size_t k = 0; k < combinations_; ++k)
    all.push_back(std::stoll(model_.options[option].values[value(k, option)]));
  return all;
}

/// Nothing of an option that has no numbers.
std::string SentenceReader::noun(std::size_t option) const {
  const Option& of = model_.options[option];
  if (of.values.front().find_first_not_of("-0123456789") != std::string::npos) return {};
  return of.name.find(' ') == std::string::npos ? of.name : "\"" + of.name + "\"";
}

/// "p0", of a group "p0 and p1", "p0, p1 and p2".
std::string SentenceReader::name(std::size_t mover) const {
  const std::vector<PartyId> members = model_.members(MoverId(mover));
  std::string all;
  for (std::size_t k = 0; k < members.size(); ++k)
    all += (k == 0 ? "" : k + 1 < members.size() ? ", " : " and ") + model_[members[k]].name;
  return all;
}

std::string SentenceReader::owner(std::size_t option) const {
  return name(index(model_.options[option].mover));
}

/// Whose clause it can be, and where what is said of them begins.
std::vector<std::pair<std::size_t, int>> SentenceReader::subjects(const std::string& text, std::size_t at,
                                                                  int before, int it) const {
  std::vector<std::pair<std::size_t, int>> all;
  for (std::size_t i = 0; i < model_.movers(); ++i)
    if (next(text, at, name(i) + " ")) all.emplace_back(at + name(i).size() + 1, static_cast<int>(i));
  if (before != nobody) all.emplace_back(at, before);
  if (it == nobody) return all;
  const std::string pronoun = many_[static_cast<std::size_t>(it)] ? "they " : "it ";
  if (next(text, at, pronoun)) all.emplace_back(at + pronoun.size(), it);
  return all;
}

SentenceReader::Ways SentenceReader::predicate(const std::string& text, std::size_t at, int party) const {
  Ways all;
  for (std::size_t o = 0; o < model_.options.size(); ++o) {
    const Option& option = model_.options[o];
    if (static_cast<int>(index(option.mover)) != party) continue;
    const std::size_t n = option.values.size();
    for (std::size_t set = 1; set + 1 < (std::size_t{1} << n); ++set) {  // bit v: value v is one of them
      std::vector<std::string> texts;
      if (!option.labels.empty()) {
        if ((set & (set - 1)) != 0) continue;
        for (std::size_t v = 0; v < n; ++v)
          if (set >> v & 1) texts.push_back(option.labels[v]);
      } else {
        std::vector<std::string> names;
        for (std::size_t v = 0; v < n; ++v)
          if (set >> v & 1) names.push_back(option.values[v]);
        std::string range = names.front();
        for (std::size_t k = 1; k < names.size(); ++k)
          range += (k + 1 == names.size() ? " or " : ", ") + names[k];
        const std::string verb = many_[static_cast<std::size_t>(party)] ? "choose " : "chooses ",
                          of = " for \"" + option.name + "\"";
        texts.push_back(verb + range + of);
        const std::size_t low = static_cast<std::size_t>(std::countr_zero(set));
        if (set == ((std::size_t{1} << n) - 1) >> low << low)
          texts.push_back(verb + option.values[low] + " or more" + of);
        if ((set & (set + 1)) == 0) texts.push_back(verb + names.back() + " or less" + of);
      }
      for (const std::string& one : texts) {
        if (!next(text, at, one)) continue;
        Meaning meaning(combinations_);
        for (std::size_t k = 0; k < combinations_; ++k) meaning[k] = (set >> value(k, o) & 1) != 0;
        all.insert({at + one.size(), std::move(meaning), party});
      }
    }
  }
  return all;
}

/// "at least two", and how many that may be.
std::vector<std::pair<std::size_t, std::vector<bool>>> SentenceReader::numbers(const std::string& text,
                                                                               std::size_t at) const {
  static const std::vector<std::string> words = {"no",  "one",   "two",   "three", "four", "five",
                                                 "six", "seven", "eight", "nine",  "ten"};
  std::vector<std::pair<std::size_t, std::vector<bool>>> all;
  const auto add = [&](const std::string& words_of_it, std::size_t low, std::size_t high) {
    std::vector<bool> in(most + 1);
    for (std::size_t n = low; n <= std::min(high, most); ++n) in[n] = true;
    if (next(text, at, words_of_it + " of these")) all.emplace_back(at + words_of_it.size(), std::move(in));
  };
  for (std::size_t n = 0; n < words.size(); ++n) {
    add("exactly " + words[n], n, n);
    add("at most " + words[n], 0, n);
    add("at least " + words[n], n, most);
    for (std::size_t m = n + 1; m < words.size(); ++m) add("between " + words[n] + " and " + words[m], n, m);
  }
  return all;
}

SentenceReader::Ways SentenceReader::numbered(const std::string& text, std::size_t at,
                                              const std::string& number) const {
  const std::string one = "(" + number + "1)", two = "(" + number + "2)";
  struct Head {
    std::size_t end;
    std::vector<bool> numbers;  // how many may hold; else:
    enum { count, where, same } kind;
  };
  std::vector<Head> heads;
  for (auto& [end, in] : numbers(text, at)) heads.push_back({end + 9, in, Head::count});
  std::vector<bool> odd(most + 1);
  for (std::size_t n = 1; n <= most; n += 2) odd[n] = true;
  if (next(text, at, "an odd number of these")) heads.push_back({at + 22, odd, Head::count});
  if (next(text, at, "all of these")) heads.push_back({at + 12, {}, Head::count});
  const std::string where = "where " + one + " holds, so does " + two,
                    same = one + " holds exactly where " + two + " does";
  if (next(text, at, where)) heads.push_back({at + where.size(), {}, Head::where});
  if (next(text, at, same)) heads.push_back({at + same.size(), {}, Head::same});
  Ways all;
  for (const Head& head : heads) {
    struct Begun {
      std::size_t end;
      std::vector<Meaning> of;
    };
    std::vector<Begun> begun = {{head.end, {}}};
    while (!begun.empty()) {
      const Begun so_far = begun.back();
      begun.pop_back();
      const std::string own = number + std::to_string(so_far.of.size() + 1);
      const std::string mark = (so_far.of.empty() ? ": (" : "; (") + own + ") ";
      if (so_far.of.size() > 1) {
        std::vector<bool> in = head.numbers;
        if (in.empty()) in.resize(so_far.of.size() + 1), in.back() = true;
        const Meaning meaning = head.kind == Head::count   ? among(so_far.of, in)
                                : head.kind == Head::where ? implied(so_far.of[0], so_far.of[1])
                                                           : exactly(so_far.of[0], so_far.of[1]);
        all.insert({so_far.end, meaning, nobody});
      }
      if (!next(text, so_far.end, mark) || so_far.of.size() == most) continue;
      for (const Way& part : condition(text, so_far.end + mark.size(), own + ".")) {
        std::vector<Meaning> of = so_far.of;
        of.push_back(part.meaning);
        begun.push_back({part.end, std::move(of)});
      }
    }
  }
  return all;
}

}  // namespace entente
