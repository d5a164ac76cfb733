// A case of two who sign, with a rule or a restriction more, for tests.
#pragma once

#include <string>

namespace entente::by_hand {

/// Two who sign, and what is said of it.
inline std::string signing(const std::string& more, const std::string& of_b = "") {
  return R"(format = 1
title = "Signing"
agreement.when = "a.sign and b.sign"
[[party]]
id = "a"
[[party.option]]
id = "sign"
[[party.preference]]
statement = "a.sign and b.sign"
[[party]]
id = "b"
[[party.option]]
id = "sign"
)" + of_b +
         R"([[party.preference]]
statement = "a.sign and b.sign"
)" + more;
}

}  // namespace entente::by_hand
