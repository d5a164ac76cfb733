// What the terminal, if there is one, can show.
#pragma once

#include <string_view>

#include <entente/entente.h>

namespace entente::cli {

/// How answers are to look: `color` is auto, always or never; auto follows NO_COLOR, TERM and what each
/// stream is connected to. The width is COLUMNS, else the terminal's, else 100.
Look look(std::string_view color);

}  // namespace entente::cli
