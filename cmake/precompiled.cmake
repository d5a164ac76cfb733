# What nearly every file includes, read once where clang builds, for the sanitizers and for the engine in a page: a quarter to
# half of its time. g++ gains little by it, and warns of the library's own headers then.
set(common_headers <algorithm> <array> <bit> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
    <utility> <variant> <vector> <fmt/format.h>)

# entente_precompiled(NAME "LIBRARIES" HEADERS...): headers that targets reuse with entente_reuse(TARGET NAME).
function(entente_precompiled name libraries)
  set(empty ${CMAKE_BINARY_DIR}/${name}.cc)
  file(CONFIGURE OUTPUT ${empty} CONTENT "// Nothing: its headers are what it is for.\n")
  add_library(${name} OBJECT ${empty})
  target_precompile_headers(${name} PRIVATE ${ARGN})
  target_link_libraries(${name} PRIVATE ${libraries})
endfunction()

function(entente_reuse target name)
  if(TARGET ${name})
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND ENTENTE_TOGETHER)
  if(CCACHE)
    # What ccache has to be told of precompiled headers, by its manual.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  endif()
  entente_precompiled(entente_common_headers fmt::fmt ${common_headers})
endif()
