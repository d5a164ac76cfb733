// The folder of cases: files opened in it by name alone, never through a link, and replaced whole.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/refusal.h"

namespace entente::server {

/// Why a case may not have this name; nothing where it may: a name alone, never a way to somewhere else.
std::optional<Refusal> wrong_name(std::string_view name);

/// A name that a case may have, made from that of a file that is dropped: its folder and ending are cut off
/// and what may not stand in a name is left out; "case.toml" where nothing is left.
std::string case_name_of(std::string_view dropped);

/// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }
  int release();

 private:
  int number_;
};

/// What the file system tells of a file: as long as it is the same, so is its text.
struct Stamp {
  std::uint64_t file = 0;
  std::int64_t size = 0, seconds = 0, nanoseconds = 0;
  bool operator==(const Stamp&) const = default;
};

/// A case's text and its hash.
struct Kept {
  std::string text;
  std::string etag;
};

class Folder {
 public:
  static Outcome<Folder> open(const std::string& path);

  /// The cases in it, by name: plain files with a name that a case may have.
  std::map<std::string, Stamp> cases() const;
  /// Of a plain file.
  std::optional<Stamp> stamp(const std::string& name) const;
  /// The whole of one; refused with 404 where there is none, also for a link.
  Outcome<Kept> read(const std::string& name) const;
  /// Whether anything has this name.
  bool has(const std::string& name) const;

  /// The folder .entente in it, made where it is not there; never a link.
  Outcome<Descriptor> own() const;
  /// Writes a file of .entente and sees that it is on the disk.
  std::optional<Refusal> write_own(const std::string& name, std::string_view text, mode_t mode) const;
  /// A file of .entente, at most so long; nothing where there is none.
  std::optional<std::string> read_own(const std::string& name, std::size_t most) const;

  /// Deletes a file of .entente.
  void drop_own(const std::string& name) const;
  /// Takes .entente away where nothing is in it.
  void drop_own_if_empty() const;
  /// Sees that .entente and what is in it is for its user alone, as versions before did not.
  void close_to_others() const;

  /// Writes the text beside, on the disk but not yet under any case's name.
  std::optional<Refusal> write_beside(const std::string& part, std::string_view text) const;
  /// Gives what was written beside the name of a case that is not there.
  std::optional<Refusal> give_name(const std::string& part, const std::string& name) const;
  /// Exchanges it with the case of this name: afterwards `part` is what was there before. False where the
  /// file system cannot exchange: then the case is replaced, and nothing lies beside.
  Outcome<bool> exchange(const std::string& part, const std::string& name) const;
  /// What lies beside.
  Outcome<std::string> read_beside(const std::string& part) const;
  std::vector<std::string> beside() const;
  std::optional<Refusal> remove(const std::string& name) const;

  int number() const { return folder_.number(); }

 private:
  void sync() const;

  Descriptor folder_;
  mode_t new_case_ = 0600;  // the mode of a new one, as the user would have it
};

}  // namespace entente::server
