// What is the same in two files told from what only has the same id.
#include "links/grounds_pool.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "casefile/rows.inc"
#include "casefile/write.h"

namespace entente {
namespace {

/// Every key of a table, as it would be written: two that are equal in all keys are the same.
template <class T>
std::string all_keys(const T& table) {
  std::string all;
  casefile::each_key<T>([&](const auto& row) {
    all.append(row.key.name).append(" = ").append(casefile::value(row.key, row.of(table))).append("\n");
  });
  return all;
}

using Ids = std::map<std::string, std::string, std::less<>>;

Ids& ids_of(WholeIds& all, const casefile::Source&) {
  return all.sources;
}
Ids& ids_of(WholeIds& all, const casefile::Evidence&) {
  return all.evidence;
}

/// Evidence as the whole has it: of a source by its id there.
void in_words_of_whole(casefile::Evidence& one, const WholeIds& ids) {
  if (!one.source) return;
  const auto found = ids.sources.find(one.source->value);
  if (found != ids.sources.end()) one.source->value = found->second;
}
void in_words_of_whole(casefile::Source&, const WholeIds&) {}

/// Those of one kind, source or evidence, over all cases.
template <class T>
class Pool {
 public:
  Pool(const Linked& linked, std::vector<WholeIds>& ids, std::vector<T> casefile::Case::*list)
      : linked_(linked), ids_(ids) {
    for (std::size_t k = 0; k < ids.size(); ++k) {
      all_.push_back(k == 0 ? linked.linking.*list : linked.disputes[k - 1].written.*list);
      for (T& one : all_.back()) {
        in_words_of_whole(one, ids[k]);
        if (one.id) meanings_[one.id->value].push_back(all_keys(one));
      }
    }
  }

  std::vector<T> pooled() {
    std::vector<T> all;
    for (std::size_t k = 0; k < all_.size(); ++k)
      for (const T& one : all_[k]) add(one, k, all);
    return all;
  }

 private:
  bool means_one_thing(const std::string& id) const {
    const std::vector<std::string>& all = meanings_.at(id);
    return std::all_of(all.begin(), all.end(), [&](const std::string& one) { return one == all.front(); });
  }

  /// The linking file's own stay as they are, so that what is wrong with them is told.
  void add(T one, std::size_t k, std::vector<T>& pooled) {
    const std::string id = casefile::text_of(one.id);
    if (k != 0 && !id.empty()) {
      const std::string behind = linked_.disputes[k - 1].as + "." + id;
      const std::string whole = means_one_thing(id) ? id : behind;
      ids_of(ids_[k], one)[id] = whole;
      ids_of(ids_[0], one)[behind] = whole;
      one.id->value = whole;
      if (!taken_.insert(whole).second) return;
    }
    taken_.insert(id);
    pooled.push_back(std::move(one));
  }

  const Linked& linked_;
  std::vector<WholeIds>& ids_;
  std::vector<std::vector<T>> all_;  // of each case
  std::map<std::string, std::vector<std::string>, std::less<>> meanings_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace

Pooled pool_grounds(const Linked& linked, std::vector<WholeIds>& ids) {
  ids.resize(linked.disputes.size() + 1);
  Pooled pooled;
  pooled.sources = Pool(linked, ids, &casefile::Case::sources).pooled();
  pooled.evidence = Pool(linked, ids, &casefile::Case::evidence).pooled();
  return pooled;
}

}  // namespace entente
