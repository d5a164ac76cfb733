// The settlements by how well they suit whom: places of a picture, each with those that all like alike.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pictures/drawers.h"

namespace entente {

/// The settlements in one place: as good as one another for each party whose consent it takes.
struct Spot {
  std::vector<StateId> states;
  bool recommended = false;
  bool frontier = false;
  std::vector<bool> accepted;  // one a consenting party

  bool by_all() const;
  bool by_none() const;
};

class Spots {
 public:
  /// Of each consenting party which of the likings that occur, from 0, the worst.
  using Place = std::vector<std::size_t>;

  explicit Spots(const Pictured& of);

  const Pictured& of() const { return of_; }
  const std::vector<PartyId>& parties() const { return parties_; }
  const std::map<Place, Spot>& all() const { return spots_; }
  Place today() const { return place(of_.analysis.status_quo()); }
  /// How far up a party's scale a place is, from 0 to 1.
  double height(std::size_t k, const Place& at) const;
  /// The one that stands for the others there.
  StateId state_of(const Spot& spot) const;
  /// Up to so many places, those that matter most first: what is recommended, what all accept, the frontier.
  std::vector<const Place*> first(std::size_t most) const;
  /// The id of the one that stands for the others, where all settlements of that id are there; else its
  /// number.
  std::string name(const Spot& spot) const;

  /// What it is when it is pointed at.
  std::string words(const Spot& spot) const;
  /// "528: Russia returns Shikotan": how a named one is told below, against today.
  std::string told(const Spot& spot) const;
  /// How to read the picture.
  std::string told() const;

 private:
  std::vector<Rank> scale(PartyId i) const;
  Place place(StateId s) const;
  void gather(StateId s);
  /// How many settlements are there, each class once.
  Count count(const Spot& spot) const;
  StateSet here(const Spot& spot) const;

  const Pictured& of_;
  const Settlement& s_;
  const std::vector<PartyId>& parties_;
  StateSet best_;
  std::vector<std::vector<Rank>> scales_;
  std::map<Place, Spot> spots_;
};

/// Under a picture what those are that it names. Gives the height of its end.
double put_key(Svg& svg, const Spots& spots, const std::vector<const Spots::Place*>& named, double y,
               double width);

Drawing draw_plane(const Spots& spots);
Drawing draw_axes(const Spots& spots);

}  // namespace entente
