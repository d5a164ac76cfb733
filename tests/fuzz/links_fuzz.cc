// libFuzzer: any bytes read as a case that includes two sound ones; what comes of it is bound, and its faults
// can be printed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "view/case.h"

namespace {

/// Two small cases that share a party: with an agreement, a demand, a joint act, a ranking and events.
constexpr const char* river =
    "format = 1\ntitle = \"r\"\ndate = 2020-01-01\n[names]\nn = \"a.x\"\n[agreement]\nwhen = "
    "\"n\"\n[[party]]\nid = \"a\"\n"
    "[[party.option]]\nid = \"x\"\n[[party.preference]]\nid = \"p\"\nstatement = \"n\"\ndemand = "
    "true\n[[party]]\nid = \"b\"\n"
    "ranking = [\"joint.j\", \"true\"]\n[[joint]]\nid = \"j\"\nby = [\"a\", \"b\"]\n[[event]]\ndate = "
    "2019-01-01\nwhat = \"w\"\nby = \"a\"\n";
constexpr const char* road =
    "format = 1\ntitle = \"s\"\ndate = 2020-01-01\n[[party]]\nid = \"b\"\n[[party.option]]\nid = "
    "\"y\"\nvalues = [\"1\", \"2\", \"3\"]\n"
    "[[party.preference]]\nid = \"q\"\nstatement = \"b.y > 1\"\n[[state]]\nid = \"s1\"\nat = \"b.y = 1\"\n";

/// Behind the bytes, so that any case of the corpus links them.
constexpr const char* includes =
    "\n[[include]]\ncase = \"river.toml\"\nas = \"river\"\n[[include]]\ncase = \"road.toml\"\nas = "
    "\"road\"\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string bytes = std::string(reinterpret_cast<const char*>(data), size) + includes;
  const std::vector<IncludedFile> files = {{"river.toml", river}, {"road.toml", road}};
  const CaseReading read = read_case(Text("case.toml", bytes), {.states = 4096}, {}, files);
  for (const Diagnostic& one : read.diagnostics.sorted())
    if (one.at.begin > one.at.end) std::abort();
  printed(read.diagnostics, read.text, {});
  return 0;
}
