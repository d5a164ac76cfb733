// Random small games with every feature of the model, the same for the same seed on every machine; for tests.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "model/model.h"

namespace entente::oracle {

/// Bounds of what is drawn; each feature comes up in some of the models.
struct Shape {
  std::size_t parties = 4;        // at most
  std::size_t options = 6;        // at most, of all parties together; a party may have none
  std::size_t values = 4;         // at most, of one option
  std::size_t combinations = 96;  // at most, of all options together
  std::size_t statements = 4;     // at most, of one party
  bool restricted = true;         // moves other than free ones, `when`, and moves that parties list
  bool rules = true;
  bool replies = false;     // read in one of the three ways, not always as legal sequences
  std::size_t joints = 2;   // options of groups at most, beside those of parties
  bool by_options = false;  // no changes with conditions of their own, no moves that parties list
};

/// Draws from 0 to below - 1.
std::uint64_t draw(std::mt19937_64& random, std::uint64_t below);

/// A model without faults: its status quo is feasible, a direct ranking leaves no state out, no stake is with
/// two parties. It has no names, sources, evidence and events.
Model random_model(std::mt19937_64& random, const Shape& shape = {});

/// A condition over the model's options, nested at most `depth` deep.
ConditionId random_condition(std::mt19937_64& random, Model& model, unsigned depth);

/// Makes each party tell all states apart, by its own statements first.
void make_strict(Model& model, std::mt19937_64& random);

/// The model in full, for the message of a failing test.
std::string described(const Model& model);

}  // namespace entente::oracle
