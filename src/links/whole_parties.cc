// Parties of one id are one; [include.same] joins others, or keeps one apart.
#include "links/whole_parties.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>

namespace entente {
namespace {

std::vector<std::string> ids_of(const casefile::Case& written) {
  std::vector<std::string> ids;
  for (const casefile::Party& party : written.parties)
    if (party.id) ids.push_back(party.id->value);
  return ids;
}

bool has(const std::vector<std::string>& all, const std::string& id) {
  return std::find(all.begin(), all.end(), id) != all.end();
}

class Naming {
 public:
  Naming(const Linked& linked, Diagnostics& diagnostics) : linked_(linked), diagnostics_(diagnostics) {}

  std::map<std::string, std::string, std::less<>> of(std::size_t k) {
    const Dispute& dispute = linked_.disputes[k];
    const std::vector<std::string> own = ids_of(dispute.written);
    std::map<std::string, std::string, std::less<>> whole;
    for (const casefile::Entry& same : linked_.linking.includes[k].same) check(same, k, own);
    for (const std::string& id : own) whole[id] = whole_party(linked_, k, id);
    tell_joined(k, whole);
    return whole;
  }

 private:
  void fault(std::string code, Place at, std::string message, std::string help) {
    diagnostics_.report({Severity::error, std::move(code), at, std::move(message), std::move(help), {}});
  }

  void check(const casefile::Entry& same, std::size_t k, const std::vector<std::string>& own) {
    const std::string& as = linked_.disputes[k].as;
    if (!has(own, same.key.value)) {
      const std::optional<std::string> near = nearest(same.key.value, own);
      fault("unknown-party", same.key.at,
            fmt::format("the dispute '{}' has no party '{}'", as, same.key.value),
            near ? fmt::format("did you mean '{}'?", *near) : "");
      return;
    }
    if (same.value.value == as + "." + same.key.value || among_others(same.value.value, k)) return;
    fault("unknown-party", same.value.at,
          fmt::format("there is no party '{}' that '{}' of '{}' could be", same.value.value, same.key.value,
                      as),
          fmt::format("write the id of a party of another case, or \"{}.{}\" for one of its own", as,
                      same.key.value));
  }

  bool among_others(const std::string& id, std::size_t k) const {
    if (has(ids_of(linked_.linking), id)) return true;
    for (std::size_t other = 0; other < linked_.disputes.size(); ++other)
      if (other != k && has(ids_of(linked_.disputes[other].written), id)) return true;
    return false;
  }

  /// Two parties of one dispute stay two.
  void tell_joined(std::size_t k, const std::map<std::string, std::string, std::less<>>& whole) {
    std::map<std::string, std::string> first;
    for (const auto& [own, id] : whole)
      if (const auto [it, fresh] = first.emplace(id, own); !fresh)
        fault("same-party", linked_.linking.includes[k].at,
              fmt::format("'{}' and '{}' of the dispute '{}' would be one party", it->second, own,
                          linked_.disputes[k].as),
              "parties of one dispute stay two; name another in [include.same]");
  }

  const Linked& linked_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string whole_party(const Linked& linked, std::size_t dispute, const std::string& id) {
  for (const casefile::Entry& same : linked.linking.includes[dispute].same)
    if (same.key.value == id) return same.value.value;
  return id;
}

void name_parties(const Linked& linked, std::vector<WholeIds>& ids, Diagnostics& diagnostics) {
  Naming naming(linked, diagnostics);
  for (std::size_t k = 0; k < linked.disputes.size(); ++k) ids[k + 1].parties = naming.of(k);
}

}  // namespace entente
