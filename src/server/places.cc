// The seats of all who are connected, and who has to leave for another.
#include "server/places.h"

#include <sys/socket.h>

#include <algorithm>

namespace entente::server {
namespace {

constexpr std::array<std::size_t, 3> most_guests = {64, 128, 64};  // in the order of Guest

}  // namespace

std::size_t Places::size() const {
  const std::lock_guard lock(mutex_);
  return seats_.size();
}

void Places::take(int socket, const std::string& from) {
  const std::lock_guard lock(mutex_);
  free_place(Guest::stranger);
  seats_[socket] = {.from = from, .since = Clock::now()};
}

void Places::leave(int socket) {
  const std::lock_guard lock(mutex_);
  seats_.erase(socket);
}

bool Places::seat(int socket, Guest as) {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(socket);
  if (found == seats_.end() || found->second.gone) return false;
  Seat& seat = found->second;
  if (seat.as != as && !free_place(as)) return false;
  seat.as = as;
  seat.at_work = true;
  return true;
}

void Places::rest(int socket) {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(socket);
  if (found == seats_.end()) return;
  found->second.at_work = false;
  found->second.since = Clock::now();
}

bool Places::make_room() {
  const std::lock_guard lock(mutex_);
  return send_away(longest_there());
}

std::size_t Places::count(Guest as) const {
  return static_cast<std::size_t>(std::count_if(seats_.begin(), seats_.end(), [as](const auto& one) {
    return one.second.as == as && !one.second.gone;
  }));
}

/// Whether there is one, made free where that is possible: a stranger may be sent away at any time, who has a
/// session only between two requests, and a listener never.
bool Places::free_place(Guest as) {
  if (count(as) < most_guests[static_cast<std::size_t>(as)]) return true;
  switch (as) {
    case Guest::stranger: return send_away(longest_there());
    case Guest::member: return send_away(longest_idle());
    case Guest::listener: return false;
  }
  return false;
}

/// The stranger that has been there longest, of those from the address that has most: whoever fills all
/// places from one loses his own.
Places::Seats::iterator Places::longest_there() {
  std::map<std::string, std::size_t> of_address;
  for (const auto& [socket, seat] : seats_)
    if (seat.as == Guest::stranger && !seat.gone) ++of_address[seat.from];
  auto found = seats_.end();
  const auto before = [&](const Seat& a, const Seat& b) {
    const std::size_t many = of_address[a.from], others = of_address[b.from];
    return many != others ? many > others : a.since < b.since;
  };
  for (auto one = seats_.begin(); one != seats_.end(); ++one)
    if (one->second.as == Guest::stranger && !one->second.gone &&
        (found == seats_.end() || before(one->second, found->second)))
      found = one;
  return found;
}

Places::Seats::iterator Places::longest_idle() {
  auto found = seats_.end();
  for (auto one = seats_.begin(); one != seats_.end(); ++one) {
    const Seat& seat = one->second;
    if (seat.as == Guest::member && !seat.gone && !seat.at_work &&
        (found == seats_.end() || seat.since < found->second.since))
      found = one;
  }
  return found;
}

bool Places::send_away(Seats::iterator which) {
  if (which == seats_.end()) return false;
  which->second.gone = true;
  ::shutdown(which->first, SHUT_RDWR);
  return true;
}

}  // namespace entente::server
