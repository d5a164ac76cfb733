// The profiles of a negotiation, a file each: how many there may be, and what their parties are called.
#include "exchange/profiles.h"

#include <fmt/format.h>

#include "exchange/made_case.h"
#include "model/limits.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

constexpr unsigned longest_name = 100;

}  // namespace

std::string name_of_file(const std::string& name, const std::string& otherwise) {
  return entente::one_line(title_of(name, otherwise), longest_name);
}

std::string free_name(const std::string& name, std::set<std::string>& taken) {
  std::string free = name;
  for (std::size_t n = 2; !taken.insert(free).second; ++n) free = fmt::format("{} {}", name, n);
  return free;
}

std::optional<std::string> wrong_number_of_profiles(std::size_t profiles) {
  if (profiles > most_parties)
    return fmt::format("{} profiles are given, and a case has at most {} parties; give fewer", profiles,
                       most_parties);
  if (profiles >= 2) return std::nullopt;
  return fmt::format(
      "{} given, and a negotiation takes two parties or more, a profile each; give their files, too",
      profiles == 0 ? "no profile is" : "one profile only is");
}

}  // namespace entente::exchange
