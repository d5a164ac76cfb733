// The table by options, parties, statements and engine: seconds, states a second, peak memory, sweeps or
// nodes, how far from the bound, and whether the goals are held. It takes the option of the other benchmarks
// that picks rows by a regular expression.
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "bench/table.h"

int main(int argc, char** argv) {
  constexpr std::string_view option = "--benchmark_filter=";
  std::string pattern = ".";
  for (int a = 1; a < argc; ++a)
    if (std::string_view(argv[a]).starts_with(option))
      pattern = std::string_view(argv[a]).substr(option.size());
  const std::string program = argv[0];
  const std::size_t slash = program.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : program.substr(0, slash);
  using namespace entente::bench;
  try {
    std::vector<Row> rows = process_rows(folder);
    for (const auto& more : {explicit_rows(), symbolic_rows()})
      rows.insert(rows.end(), more.begin(), more.end());
    print_table(rows, pattern);
  } catch (const std::exception& e) {
    std::cerr << "table_bench: " << e.what() << '\n';
    return 1;
  }
}
