// Rows of a table of events gathered to drafts: what is kept of them is bounded, however many they are.
#include "exchange/event_drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "exchange/made_case.h"
#include "text/capitals.h"
#include "text/cut.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

constexpr std::size_t most_missed = 65'536;
constexpr std::size_t most_missed_told = 5;
constexpr std::size_t most_unfound_told = 10;
constexpr unsigned longest_told_name = 60;
constexpr std::size_t longest_kind = 200;
constexpr unsigned longest_source = 300;  // in columns
constexpr std::size_t longest_source_bytes = 1200;

/// By the number of the damage.
constexpr std::array<const char*, 5> why_damaged = {
    "other columns than the table has", "quotes that do not go together", "bytes that are no text in UTF-8",
    "no day that can be read as its date", "no kind of event that is known"};

/// "one row is", "12 rows are".
std::string rows_are(std::uint64_t rows) {
  return rows == 1 ? "one row is" : fmt::format("{} rows are", rows);
}

std::string quoted_name(std::string_view name) {
  return "'" + entente::one_line(exchange::one_line(name), longest_told_name) + "'";
}

bool names_one(const ActorNames& actor) {
  return std::any_of(actor.begin(), actor.end(), [](std::string_view name) { return !name.empty(); });
}

}  // namespace

void EventDrafts::take(const EventRow& row) {
  if (row.date < days_.first || row.date > days_.last) {
    ++other_days_;
    return;
  }
  const bool two = names_one(row.first) && names_one(row.second);
  // Who acts is to be known; where no row says who does, it is enough that one is named.
  if (!names_one(row.first) && (words_.directed || !names_one(row.second))) {
    ++nobody_;
    return;
  }
  const ActorNames& one = names_one(row.first) ? row.first : row.second;
  const std::optional<std::size_t> first = actors_.party_of(one);
  const std::optional<std::size_t> second = two ? actors_.party_of(row.second) : std::nullopt;
  if (!first || (two && !second)) {
    ++others_;
    if (first) miss(row.second);
    if (second) miss(row.first);
  } else if (first == second) {
    ++within_;
  } else {
    keep({row.date, *first, second, std::string(no_longer(row.kind, longest_kind))}, row);
  }
}

/// Which of two parties stands first says nothing where none acts on the other.
void EventDrafts::keep(DraftKey key, const EventRow& row) {
  if (!words_.directed && key.second && *key.second < key.first) std::swap(key.first, *key.second);
  const bool full = drafts_.size() == most_drafts;
  const bool there = drafts_.count(key) != 0;
  if (full && !there && std::prev(drafts_.end())->first < key) {
    ++beyond_;
    return;
  }
  if (full && !there) {
    beyond_ += std::prev(drafts_.end())->second.count;
    drafts_.erase(std::prev(drafts_.end()));
  }
  DraftRows& rows = drafts_[std::move(key)];
  if (++rows.count > 1) return;
  rows.id = exchange::one_line(no_longer(row.id, longest_kind));
  rows.source =
      entente::one_line(exchange::one_line(no_longer(row.source, longest_source_bytes)), longest_source);
}

void EventDrafts::damaged(Damage why, std::uint64_t line) {
  Damaged& of = damaged_[static_cast<std::size_t>(why)];
  if (of.rows++ == 0) of = {1, line, file_};
}

/// An actor of no party, in a row in which the other is of one.
void EventDrafts::miss(const ActorNames& actor) {
  const auto named =
      std::find_if(actor.begin(), actor.end(), [](std::string_view name) { return !name.empty(); });
  const std::string_view name = no_longer(*named, longest_kind);
  const auto found = missed_.find(name);
  if (found != missed_.end())
    ++found->second;
  else if (missed_.size() < most_missed)
    missed_.emplace(name, 1);
}

/// "; most often it is 'X' (12) or 'Y' (3)", or nothing.
std::string EventDrafts::missed_told() const {
  std::vector<std::pair<std::uint64_t, std::string_view>> most;
  for (const auto& [name, rows] : missed_) most.emplace_back(rows, name);
  const std::size_t told = std::min(most.size(), most_missed_told);
  std::partial_sort(
      most.begin(), most.begin() + static_cast<std::ptrdiff_t>(told), most.end(),
      [](const auto& a, const auto& b) { return std::tie(b.first, a.second) < std::tie(a.first, b.second); });
  std::string all;
  for (std::size_t k = 0; k < told; ++k)
    all += fmt::format("{}{} ({})", k == 0 ? "" : ", ", quoted_name(most[k].second), most[k].first);
  return all.empty() ? all : "; beside an actor of a party these stand most often: " + all;
}

std::vector<std::string> EventDrafts::left_out() const {
  std::vector<std::string> told;
  const auto tell = [&](std::uint64_t rows, const std::string& why) {
    if (rows > 0) told.push_back(capitalised(rows_are(rows) + " left out: " + why + "."));
  };
  tell_damaged(told);
  tell(other_days_,
       fmt::format("the day is before {} or after {}", long_date(days_.first), long_date(days_.last)));
  tell(nobody_, words_.directed ? "it is not said who acted" : "no actor is named");
  tell(others_, "an actor is of no party in the table of parties" + missed_told());
  tell(within_, "all actors are of one and the same party");
  tell_cut(told);
  if (day_first_)
    told.emplace_back(
        "Of days such as 03/04/2024 the first number is read as the day, as ACLED writes them.");
  const std::vector<std::string> unfound = actors_.never_found();
  std::string names;
  for (std::size_t k = 0; k < std::min(unfound.size(), most_unfound_told); ++k)
    names += (k == 0 ? "" : ", ") + quoted_name(unfound[k]);
  if (unfound.size() > most_unfound_told)
    names += fmt::format(" and {} more", unfound.size() - most_unfound_told);
  if (!names.empty())
    told.push_back(fmt::format("In no row of these days stand, of the table of parties: {}.", names));
  return told;
}

void EventDrafts::tell_damaged(std::vector<std::string>& told) const {
  for (std::size_t k = 0; k < damaged_.size(); ++k) {
    const Damaged& of = damaged_[k];
    if (of.rows == 0) continue;
    told.push_back(
        capitalised(fmt::format("{} damaged and left out, with {}; the first is line {} of {}.",
                                rows_are(of.rows), why_damaged[k], of.line, quoted_name(of.file))));
  }
}

void EventDrafts::tell_cut(std::vector<std::string>& told) const {
  if (beyond_ == 0) return;
  const Date last = std::prev(drafts_.end())->first.date;
  told.push_back(capitalised(
      fmt::format("{} left out: they would be more drafts than {}, which lead to {}; ask for those from then "
                  "on with --from {}.",
                  rows_are(beyond_), most_drafts, long_date(last), iso(last))));
}

}  // namespace entente::exchange
