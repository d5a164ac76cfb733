// Names checked as text before any file system sees them; files by descriptor of their folder: openat with
// O_NOFOLLOW, renameat2 to replace.
#include "server/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <entente/entente.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "text/sha256.h"
#include "text/unicode.h"

namespace entente::server {
namespace {

constexpr std::string_view ending = ".toml";
constexpr std::size_t longest_name = 200;  // bytes; what is written beside must fit in 255

Refusal bad_name(const char* why) {
  return {400, "bad_name", why};
}

/// Characters that show as nothing, or turn the text around them, so that a name would not be what it seems.
bool deceives(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c >= 0xe0000;
}

bool separates(char32_t c) {
  return c == '/' || c == '\\' || c == ':';
}

bool ends_so(std::string_view name) {
  return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
}

constexpr const char* own_folder = ".entente";
constexpr const char* ignore_file = ".gitignore";
constexpr std::string_view part_ending = ".part";
constexpr std::size_t most_cases = 5000;

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

Refusal failed(const std::string& what, int error) {
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  return {full ? 507 : 500, full ? "disk_full" : "file_system",
          fmt::format("{}: {}. Nothing was changed.", what, std::strerror(error))};
}

/// The error number, 0 where all was written and is on the disk.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(file, text.data(), text.size());
    if (put > 0)
      text.remove_prefix(static_cast<std::size_t>(put));
    else if (put == 0 || errno != EINTR)
      return put == 0 ? EIO : errno;
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

/// The error number; one byte more than `most` tells that the file is longer.
int read_all(int file, std::size_t most, std::string& text) {
  std::array<char, 65536> buffer;
  while (text.size() <= most) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got == 0) return 0;
    if (got > 0)
      text.append(buffer.data(), static_cast<std::size_t>(got));
    else if (errno != EINTR)
      return errno;
  }
  return 0;
}

/// A plain file, opened to be read; O_NONBLOCK so that a pipe of that name does not hold us.
Descriptor open_plain(int folder, const char* name) {
  Descriptor file(::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat found {};
  if (file && (::fstat(file.number(), &found) != 0 || !S_ISREG(found.st_mode))) return Descriptor();
  return file;
}

std::vector<std::string> names_in(int folder) {
  std::vector<std::string> names;
  const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, CloseFolder> open(copy < 0 ? nullptr : ::fdopendir(copy));
  if (!open) return names;
  while (const dirent* entry = ::readdir(open.get())) names.emplace_back(entry->d_name);
  return names;
}

Outcome<std::string> read_case(int folder, const std::string& file, const std::string& name) {
  const Descriptor plain = open_plain(folder, file.c_str());
  if (!plain) return Refusal{404, "no_such_file", fmt::format("There is no case '{}' in the folder.", name)};
  std::string text;
  if (const int error = read_all(plain.number(), largest_input, text))
    return failed(fmt::format("'{}' cannot be read", name), error);
  if (text.size() > largest_input)
    return Refusal{413, "file_too_large", fmt::format("'{}' is larger than a case may be.", name)};
  return text;
}

}  // namespace

std::optional<Refusal> wrong_name(std::string_view name) {
  if (name.empty()) return bad_name("The name is empty.");
  if (name.size() > longest_name) return bad_name("The name is longer than 200 bytes.");
  if (name.front() == '.' || name.front() == ' ' || name.front() == '-')
    return bad_name("A name begins neither with a dot nor with a space or a dash.");
  for (std::string_view rest = name; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    rest.remove_prefix(c.bytes);
    if (!c.valid) return bad_name("The name is not UTF-8.");
    if (deceives(c.value)) return bad_name("The name has a control character or one that cannot be seen.");
    if (separates(c.value))
      return bad_name("A name has no slash, backslash or colon: cases are in the folder itself.");
  }
  if (!ends_so(name)) return bad_name("The name of a case ends in .toml.");
  return std::nullopt;
}

std::string case_name_of(std::string_view dropped) {
  dropped.remove_prefix(std::min(dropped.size(), dropped.find_last_of("/\\") + 1));
  std::string_view stem = dropped.substr(0, dropped.find_last_of('.'));
  std::string name;
  while (!stem.empty() && name.size() < longest_name / 2) {
    const CodePoint c = first_code_point(stem);
    if (c.valid && !deceives(c.value) && !separates(c.value)) name += stem.substr(0, c.bytes);
    stem.remove_prefix(c.bytes);
  }
  name.erase(0, std::min(name.size(), name.find_first_not_of(". -")));
  return (name.empty() ? "case" : name) + std::string(ending);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (number_ >= 0) ::close(number_);
    number_ = other.release();
  }
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

int Descriptor::release() {
  const int number = number_;
  number_ = -1;
  return number;
}

Outcome<Folder> Folder::open(const std::string& path) {
  Folder folder;
  folder.folder_ = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.folder_)
    return Refusal{500, "file_system",
                   fmt::format("the folder '{}' cannot be opened: {}", path, std::strerror(errno))};
  const mode_t not_given = ::umask(0077);
  ::umask(not_given);
  folder.new_case_ = 0666u & ~not_given;
  struct stat s {};
  if (::fstat(folder.number(), &s) == 0 && s.st_nlink == 0)
    return Refusal{500, "file_system",
                   fmt::format("the folder '{}' was deleted; go to another one first", path)};
  return folder;
}

std::optional<Stamp> Folder::stamp(const std::string& name) const {
  struct stat s {};
  if (::fstatat(number(), name.c_str(), &s, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(s.st_mode))
    return std::nullopt;
  return Stamp{s.st_ino, s.st_size, s.st_mtim.tv_sec, s.st_mtim.tv_nsec};
}

std::map<std::string, Stamp> Folder::cases() const {
  std::map<std::string, Stamp> found;
  for (const std::string& name : names_in(number())) {
    if (wrong_name(name) || found.size() >= most_cases) continue;
    if (const auto is = stamp(name)) found[name] = *is;
  }
  return found;
}

Outcome<Kept> Folder::read(const std::string& name) const {
  if (auto refusal = wrong_name(name)) return *refusal;
  Outcome<std::string> text = read_case(number(), name, name);
  if (const Refusal* refusal = refused(text)) return *refusal;
  std::string etag = sha256(std::get<std::string>(text));
  return Kept{std::move(std::get<std::string>(text)), std::move(etag)};
}

bool Folder::has(const std::string& name) const {
  struct stat s {};
  return ::fstatat(number(), name.c_str(), &s, AT_SYMLINK_NOFOLLOW) == 0;
}

Outcome<Descriptor> Folder::own() const {
  const bool made = ::mkdirat(number(), own_folder, 0700) == 0;
  Descriptor own(::openat(number(), own_folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!own) return failed("The folder .entente cannot be opened", errno);
  if (made) {  // what is in it is nobody else's, and no matter for git
    const Descriptor ignore(
        ::openat(own.number(), ignore_file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (ignore) write_all(ignore.number(), "*\n");
    sync();
  }
  return own;
}

std::optional<Refusal> Folder::write_own(const std::string& name, std::string_view text, mode_t mode) const {
  const Outcome<Descriptor> found = own();
  if (const Refusal* refusal = refused(found)) return *refusal;
  const int folder = std::get<Descriptor>(found).number();
  const std::string part = name + std::string(part_ending);
  ::unlinkat(folder, part.c_str(), 0);
  Descriptor file(::openat(folder, part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
  int error = file ? write_all(file.number(), text) : errno;
  if (error == 0 && ::renameat(folder, part.c_str(), folder, name.c_str()) != 0) error = errno;
  if (error == 0 && ::fsync(folder) == 0) return std::nullopt;
  ::unlinkat(folder, part.c_str(), 0);
  return failed(fmt::format("'.entente/{}' cannot be written", name), error);
}

std::optional<std::string> Folder::read_own(const std::string& name, std::size_t most) const {
  const Descriptor own(::openat(number(), own_folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!own) return std::nullopt;
  const Descriptor file = open_plain(own.number(), name.c_str());
  std::string text;
  if (!file || read_all(file.number(), most, text) != 0 || text.size() > most) return std::nullopt;
  return text;
}

void Folder::drop_own(const std::string& name) const {
  const Outcome<Descriptor> found = own();
  if (!refused(found)) ::unlinkat(std::get<Descriptor>(found).number(), name.c_str(), 0);
}

void Folder::drop_own_if_empty() const {
  const Outcome<Descriptor> found = own();
  if (refused(found)) return;
  const int folder = std::get<Descriptor>(found).number();
  for (const std::string& name : names_in(folder))
    if (name != "." && name != ".." && name != ignore_file) return;
  ::unlinkat(folder, ignore_file, 0);
  ::unlinkat(number(), own_folder, AT_REMOVEDIR);
}

/// Before SQLite opens its files: to close one of them takes its locks away.
void Folder::close_to_others() const {
  const Outcome<Descriptor> found = own();
  if (refused(found)) return;
  const int folder = std::get<Descriptor>(found).number();
  ::fchmod(folder, 0700);
  for (const std::string& name : names_in(folder))
    if (const Descriptor file = open_plain(folder, name.c_str())) ::fchmod(file.number(), 0600);
}

std::optional<Refusal> Folder::write_beside(const std::string& part, std::string_view text) const {
  const Outcome<Descriptor> found = own();
  if (const Refusal* refusal = refused(found)) return *refusal;
  const int folder = std::get<Descriptor>(found).number();
  Descriptor file(::openat(folder, part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  const int error = file ? write_all(file.number(), text) : errno;
  if (error == 0) return std::nullopt;
  if (error != EEXIST) ::unlinkat(folder, part.c_str(), 0);
  return failed("The case cannot be written", error);
}

std::optional<Refusal> Folder::give_name(const std::string& part, const std::string& name) const {
  const Outcome<Descriptor> found = own();
  if (const Refusal* refusal = refused(found)) return *refusal;
  const int folder = std::get<Descriptor>(found).number();
  if (::fchmodat(folder, part.c_str(), new_case_, 0) != 0 ||
      ::renameat2(folder, part.c_str(), number(), name.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) return Refusal{409, "exists", fmt::format("There is a file '{}' already.", name)};
    return failed("The case cannot be given its name", errno);
  }
  sync();
  return std::nullopt;
}

Outcome<bool> Folder::exchange(const std::string& part, const std::string& name) const {
  const Outcome<Descriptor> found = own();
  if (const Refusal* refusal = refused(found)) return *refusal;
  const int folder = std::get<Descriptor>(found).number();
  struct stat s {};
  if (::fstatat(number(), name.c_str(), &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(s.st_mode) &&
      ::fchmodat(folder, part.c_str(), s.st_mode & 0777u, 0) != 0)
    return failed("The case cannot be given its mode", errno);
  bool exchanged = ::renameat2(folder, part.c_str(), number(), name.c_str(), RENAME_EXCHANGE) == 0;
  const bool cannot = !exchanged && (errno == EINVAL || errno == ENOSYS);
  if (!exchanged && !(cannot && ::renameat(folder, part.c_str(), number(), name.c_str()) == 0))
    return failed("The case cannot be replaced", errno);
  sync();
  return exchanged;
}

Outcome<std::string> Folder::read_beside(const std::string& part) const {
  const Outcome<Descriptor> found = own();
  if (const Refusal* refusal = refused(found)) return *refusal;
  return read_case(std::get<Descriptor>(found).number(), part, part);
}

std::vector<std::string> Folder::beside() const {
  std::vector<std::string> parts;
  const Descriptor own(::openat(number(), own_folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!own) return parts;
  for (std::string& name : names_in(own.number()))
    if (name.size() > part_ending.size() && name.substr(name.size() - part_ending.size()) == part_ending)
      parts.push_back(std::move(name));
  return parts;
}

std::optional<Refusal> Folder::remove(const std::string& name) const {
  if (::unlinkat(number(), name.c_str(), 0) != 0)
    return failed(fmt::format("'{}' cannot be deleted", name), errno);
  sync();
  return std::nullopt;
}

void Folder::sync() const {
  ::fsync(number());
}

}  // namespace entente::server
