// Saving: the text goes beside and into the history, both on the disk, before it takes the file's place.
#include "server/store.h"

#include <fmt/format.h>

#include <entente/entente.h>

#include "server/file_name.h"
#include "server/secret.h"
#include "text/sha256.h"

namespace entente::server {
namespace {

Refusal bad_name(const std::string& why) {
  return {400, "bad_name", why};
}

Refusal too_large() {
  return {413, "body_too_large", fmt::format("A case has at most {} bytes.", largest_input)};
}

/// Another one for each save.
std::string part_name() {
  return random_hex(8) + ".part";
}

}  // namespace

Outcome<Revisions*> Store::history() {
  let_go_of_what_is_gone();
  if (history_) return &*history_;
  if (auto refusal = take()) return *refusal;
  Outcome<Revisions> opened = Revisions::open(folder_);
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Outcome<Revisions> again = Revisions::open(folder_);
  if (const Refusal* refusal = refused(again)) return *refusal;
  const std::lock_guard lock(reading_);
  reader_.emplace(std::move(std::get<Revisions>(again)));
  history_.emplace(std::move(std::get<Revisions>(opened)));
  return &*history_;
}

std::vector<Listed> Store::list() {
  const std::lock_guard lock(looking_);
  look();
  std::vector<Listed> all;
  for (const auto& [name, known] : known_) all.push_back({name, known.etag, known.stamp.size});
  return all;
}

Outcome<Kept> Store::read_unlocked(const std::string& name) {
  if (const auto wrong = wrong_name(name)) return bad_name(*wrong);
  Outcome<std::string> text = folder_.read(name);
  if (const Refusal* refusal = refused(text)) return *refusal;
  std::string etag = sha256(std::get<std::string>(text));
  return Kept{std::move(std::get<std::string>(text)), std::move(etag)};
}

Outcome<Kept> Store::read(const std::string& name) {
  return read_unlocked(name);  // a file is replaced whole, so that no lock is needed
}

std::optional<Refusal> Store::record(const std::string& name, const Kept& now) {
  const Outcome<Revisions*> opened = history();
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Revisions& revisions = *std::get<Revisions*>(opened);
  const auto last = revisions.last(name);
  if (const Refusal* refusal = refused(last)) return *refusal;
  const auto& known = std::get<std::optional<Revision>>(last);
  if (known && known->etag == now.etag && known->how != "deleted")
    return known->damaged ? revisions.keep_text(now.text) : std::nullopt;
  const auto added = revisions.add(name, known ? "outside" : "found", now.text);
  const Refusal* refusal = refused(added);
  return refusal == nullptr ? std::nullopt : std::optional(*refusal);
}

void Store::forget(std::int64_t id) {
  if (history_) history_->forget(id);
}

Outcome<std::int64_t> Store::prepare(const std::string& name, std::string_view text, const char* how,
                                     const std::string& part) {
  const Outcome<Revisions*> opened = history();
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Revisions& revisions = *std::get<Revisions*>(opened);
  Outcome<std::int64_t> added = revisions.add(name, how, text);
  std::optional<Refusal> wrong;
  if (const Refusal* refusal = refused(added)) wrong = *refusal;
  if (!wrong) wrong = folder_.write_beside(part, text);
  if (!wrong && (wrong = revisions.commit())) folder_.drop_own(part);
  if (!wrong) return added;
  revisions.rollback();
  return *wrong;
}

Saving Store::put(const std::string& name, std::string_view text, const std::optional<Kept>& now,
                  const char* how) {
  if (text.size() > largest_input) return too_large();
  if (now) {
    if (auto refusal = record(name, *now)) {
      if (history_) history_->rollback();
      return *refusal;
    }
  }
  const std::string part = part_name();
  const Outcome<std::int64_t> id = prepare(name, text, how, part);
  if (const Refusal* refusal = refused(id)) return *refusal;
  Saved saved{name, sha256(text), std::get<std::int64_t>(id)};
  expect(name, saved.etag);
  Saving done = now ? replace(part, saved, *now) : give(part, saved);
  if (std::holds_alternative<Saved>(done))
    know(name, saved.etag);
  else
    unexpect(name);
  return done;
}

Saving Store::give(const std::string& part, const Saved& saved) {
  const auto refusal = folder_.give_name(part, saved.name);
  if (!refusal) return saved;
  folder_.drop_own(part);
  forget(saved.revision);
  return *refusal;
}

/// Whoever wrote to the file since it was read finds it as he left it.
Saving Store::replace(const std::string& part, const Saved& saved, const Kept& now) {
  const Outcome<bool> exchanged = folder_.exchange(part, saved.name);
  if (const Refusal* refusal = refused(exchanged)) {
    folder_.drop_own(part);
    forget(saved.revision);
    return *refusal;
  }
  if (std::get<bool>(exchanged)) {
    const Outcome<std::string> before = folder_.read_beside(part);
    const std::string* text = std::get_if<std::string>(&before);
    if (text == nullptr || sha256(*text) != now.etag) {
      static_cast<void>(folder_.exchange(part, saved.name));
      folder_.drop_own(part);
      forget(saved.revision);
      Outcome<Kept> theirs = read_unlocked(saved.name);
      return refused(theirs) ? Conflict{} : Conflict{std::move(std::get<Kept>(theirs))};
    }
    folder_.drop_own(part);
  }
  return saved;
}

Saving Store::save(const std::string& name, std::string_view text, const std::string& was, const char* how) {
  const std::lock_guard lock(saving_);
  Outcome<Kept> now = read_unlocked(name);
  if (const Refusal* refusal = refused(now)) {
    if (refusal->status != 404) return *refusal;
    return Conflict{};
  }
  Kept& current = std::get<Kept>(now);
  if (current.etag != was) return Conflict{std::move(current)};
  if (current.text == text) return Saved{name, current.etag, 0};
  return put(name, text, current, how);
}

Saving Store::create(const std::string& name, std::string_view text, const char* how) {
  const std::lock_guard lock(saving_);
  if (const auto wrong = wrong_name(name)) return bad_name(*wrong);
  if (folder_.has(name)) return Refusal{409, "exists", fmt::format("There is a file '{}' already.", name)};
  return put(name, text, std::nullopt, how);
}

Saving Store::keep(const std::string& name, std::string_view text) {
  const std::lock_guard lock(saving_);
  if (text.size() > largest_input) return too_large();
  const Outcome<std::int64_t> id = add_kept(name, text);
  const Refusal* refusal = refused(id);
  if (refusal == nullptr) return Saved{name, sha256(text), std::get<std::int64_t>(id)};
  if (history_) history_->rollback();
  return *refusal;
}

/// After what stands in the file, so that the history tells both in their order.
Outcome<std::int64_t> Store::add_kept(const std::string& name, std::string_view text) {
  const Outcome<Kept> now = read_unlocked(name);
  const Refusal* unread = refused(now);
  if (unread != nullptr && unread->status != 404) return *unread;
  if (unread == nullptr)
    if (auto refusal = record(name, std::get<Kept>(now))) return *refusal;
  const Outcome<Revisions*> opened = history();
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Revisions& revisions = *std::get<Revisions*>(opened);
  Outcome<std::int64_t> added = revisions.add(name, "kept", text);
  if (!refused(added))
    if (auto refusal = revisions.commit()) return *refusal;
  return added;
}

std::string Store::free_name(const std::string& name) {
  const std::string stem = name.substr(0, name.size() - std::string_view(".toml").size());
  std::string free = name;
  for (int k = 2; folder_.has(free); ++k) free = fmt::format("{}-{}.toml", stem, k);
  return free;
}

Saving Store::remove(const std::string& name, const std::string& was) {
  const std::lock_guard lock(saving_);
  Outcome<Kept> now = read_unlocked(name);
  if (const Refusal* refusal = refused(now)) return *refusal;
  Kept& current = std::get<Kept>(now);
  if (current.etag != was) return Conflict{std::move(current)};
  std::optional<Refusal> wrong = record(name, current);
  std::int64_t id = 0;
  if (!wrong) {
    const auto added = history_->add(name, "deleted", current.text);
    if (const Refusal* refusal = refused(added))
      wrong = *refusal;
    else
      id = std::get<std::int64_t>(added);
  }
  if (!wrong) wrong = history_->commit();
  if (wrong) {
    if (history_) history_->rollback();
    return *wrong;
  }
  expect(name, {});
  if ((wrong = folder_.remove(name))) {
    forget(id);
    unexpect(name);
    return *wrong;
  }
  know(name, {});
  return Saved{name, {}, id};
}

Saving Store::restore(std::int64_t id, const std::optional<std::string>& was) {
  const Outcome<Revision> found = revision(id);
  if (const Refusal* refusal = refused(found)) return *refusal;
  const Revision& of = std::get<Revision>(found);
  const Outcome<std::string> old = text(of.etag);
  if (const Refusal* refusal = refused(old)) return *refusal;
  return was ? save(of.file, std::get<std::string>(old), *was, "restored")
             : create(of.file, std::get<std::string>(old), "restored");
}

}  // namespace entente::server
