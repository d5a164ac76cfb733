// Asks in this process what it is asked: a request in JSON a line of standard input, its answer a line of
// standard output. For tests that ask more than processes could be started.
#include <algorithm>
#include <iostream>
#include <string>

#include "entente/ask.h"

int main() {
  for (std::string request; std::getline(std::cin, request);) {
    std::string answer;
    entente::ask(request, {}, [&](std::string_view piece) { return answer.append(piece), true; });
    std::replace(answer.begin(), answer.end(), '\n', ' ');  // of JSON, where none stands in a text
    std::cout << answer << std::endl;
  }
}
