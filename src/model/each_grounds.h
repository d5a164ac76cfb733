// The grounds of all that a case assumes.
#pragma once

#include <concepts>
#include <type_traits>

#include "model/model.h"

namespace entente {

/// Visits the grounds of every option, rule, stake and event, and of every party's ranking, moves and
/// statements.
template <class M, class Visit>
requires std::same_as<std::remove_const_t<M>, Model>
void each_grounds(M& model, const Visit& visit) {
  const auto each = [&visit](auto& all) {
    for (auto& one : all) visit(one.grounds);
  };
  each(model.options);
  each(model.rules);
  each(model.stakes);
  each(model.events);
  for (auto& party : model.parties) {
    visit(party.ranking_grounds);
    each(party.moves);
    each(party.preferences);
  }
}

}  // namespace entente
