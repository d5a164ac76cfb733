// Long work told as it goes on.
#pragma once

#include <functional>
#include <string>

namespace entente {

/// Told what is being worked on, "the stability of Japan under SEQ", as it is begun; from any thread.
using Stages = std::function<void(const std::string&)>;

}  // namespace entente
