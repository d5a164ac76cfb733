// With which chance an assumption of some firmness fails when variants are sampled.
#include "whatif/chances.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> bases = {"none", "inferred", "reported", "stated"};

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> all;
  line = line.substr(0, line.find('#'));
  while (true) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return all;
    line.remove_prefix(begin);
    const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
    all.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

/// "0", "1" or "0." and up to six digits.
std::optional<std::uint32_t> millionths(std::string_view word) {
  const std::string_view digits = word.size() > 2 ? word.substr(2) : "";
  if (word == "0" || word == "1") return word == "1" ? 1000000 : 0;
  if ((!word.starts_with("0.") && !word.starts_with("1.")) || digits.empty() || digits.size() > 6)
    return std::nullopt;
  std::uint32_t found = word[0] == '1' ? 1 : 0;
  for (std::size_t k = 0; k < 6; ++k) {
    const char digit = k < digits.size() ? digits[k] : '0';
    if (digit < '0' || digit > '9') return std::nullopt;
    found = found * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return found <= 1000000 ? std::optional(found) : std::nullopt;
}

bool is_grade(std::string_view word) {
  return (word.size() == 1 || (word.size() == 2 && word[1] >= '1' && word[1] <= '6')) && word[0] >= 'A' &&
         word[0] <= 'F';
}

}  // namespace

Chances::Chances()
    : rows_{{Basis::none, "", 300000},     {Basis::inferred, "", 200000},  {Basis::reported, "", 150000},
            {Basis::reported, "A", 80000}, {Basis::reported, "B", 100000}, {Basis::stated, "", 80000},
            {Basis::stated, "A", 30000},   {Basis::stated, "B", 50000}} {}

const Chance& Chances::of(const Firmness& firmness) const {
  const Chance* best = nullptr;
  for (const Chance& row : rows_)
    if (row.basis == firmness.basis && firmness.grade.starts_with(row.grade) &&
        (best == nullptr || row.grade.size() > best->grade.size()))
      best = &row;
  return best == nullptr ? rows_.front() : *best;
}

void Chances::set(Chance chance) {
  const auto it = std::find_if(rows_.begin(), rows_.end(), [&](const Chance& row) {
    return row.basis == chance.basis && row.grade == chance.grade;
  });
  if (it == rows_.end())
    rows_.push_back(std::move(chance));
  else
    *it = std::move(chance);
}

std::string Chances::read(std::string_view text) {
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::string wrong = read_row(text.substr(0, end)); !wrong.empty())
      return "line " + std::to_string(line) + ": " + wrong;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::stable_sort(rows_.begin(), rows_.end(), [](const Chance& a, const Chance& b) {
    return a.basis != b.basis ? a.basis < b.basis : a.grade < b.grade;
  });
  return {};
}

std::string Chances::read_row(std::string_view line) {
  const std::vector<std::string_view> row = words(line);
  if (row.empty()) return {};
  const auto basis = std::find(bases.begin(), bases.end(), row[0]);
  if (basis == bases.end() || row.size() < 2 || row.size() > 3)
    return "a row is a basis (none, inferred, reported or stated), a grade if it is for one, and a chance";
  if (row.size() == 3 && !is_grade(row[1]))
    return "'" + std::string(row[1]) + "' is no grade; write A to F, or B2";
  const std::optional<std::uint32_t> chance = millionths(row.back());
  if (!chance)
    return "'" + std::string(row.back()) + "' is no chance; write 0, 1 or 0.05, six digits at most";
  set({static_cast<Basis>(basis - bases.begin()), row.size() == 3 ? std::string(row[1]) : "", *chance});
  return {};
}

std::string name(const Chance& chance) {
  return std::string(bases.at(static_cast<std::size_t>(chance.basis))) +
         (chance.grade.empty() ? "" : " " + chance.grade);
}

std::string decimal_of(std::uint32_t millionths) {
  if (millionths >= 1000000) return "1";
  std::string digits = std::to_string(1000000 + millionths).substr(1);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits.empty() ? "0" : "0." + digits;
}

}  // namespace entente
