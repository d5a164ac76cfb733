// The TOML library itself: its one translation unit, made without exceptions.
#define TOML_IMPLEMENTATION
#include "casefile/toml.h"
