// Counts dotted keys and tables within tables, statement by statement, as the library's lists would grow.
#include "casefile/guard.h"

#include <set>

#include "casefile/statement.h"

namespace entente::casefile {

namespace {

constexpr std::uint32_t deepest_key = 32;  // the format's deepest has two parts
constexpr std::uint32_t most_listed = 10000;

class Guard {
 public:
  explicit Guard(std::string_view content) : content_(content) {}

  std::vector<Excess> excesses() {
    for (std::uint32_t at = 0;;) {
      const Statement statement = statement_at(content_, at);
      if (statement.at.begin == statement.at.end) break;
      look_at(statement);
      if (listed_ > most_listed) {
        found_.push_back({{statement.at.begin, static_cast<std::uint32_t>(content_.size())},
                          "the file has too many dotted keys or tables within tables"});
        break;
      }
      at = statement.at.end;
    }
    return std::move(found_);
  }

 private:
  void look_at(const Statement& statement) {
    if (statement.deepest > deepest_key) found_.push_back({statement.at, "this key has too many parts"});
    if (!statement.head) {
      listed_ += statement.dots;
    } else if (statement.dots == 0) {
      within_.clear();
      last_ = {};
    } else {
      look_at_head(content_.substr(statement.at.begin, statement.at.end - statement.at.begin));
    }
  }

  /// A table within a table is listed once for each table it is in.
  void look_at_head(std::string_view head) {
    if (head == last_) return;
    last_ = head;
    if (within_.insert(head).second) ++listed_;
  }

  std::string_view content_;
  std::uint32_t listed_ = 0;
  std::string_view last_;
  std::set<std::string_view> within_;  // the heads since the last that has no dot
  std::vector<Excess> found_;
};

}  // namespace

std::vector<Excess> excesses(std::string_view content) {
  return Guard(content).excesses();
}

}  // namespace entente::casefile
