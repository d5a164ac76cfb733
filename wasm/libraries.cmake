# The libraries as the WebAssembly engine takes them: headers alone, and oneTBB's place taken by plain loops.
set(headers ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${headers})
# By links, one library each: /usr/include as a whole belongs to another C library.
foreach(library fmt nlohmann toml++ hwy)
  if(NOT EXISTS /usr/include/${library})
    message(FATAL_ERROR "/usr/include/${library} is missing: './dev build' installs what it takes")
  endif()
  file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
endforeach()

# entente_headers(TARGET DEFINITIONS...): a library of headers.
function(entente_headers target)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} SYSTEM INTERFACE ${headers})
  target_compile_definitions(${target} INTERFACE ${ARGN})
endfunction()

entente_headers(fmt::fmt FMT_EXCEPTIONS=0 "FMT_STATIC_THOUSANDS_SEPARATOR=','")
entente_headers(nlohmann_json::nlohmann_json JSON_NOEXCEPTION)
entente_headers(hwy::hwy)
add_library(TBB::tbb INTERFACE IMPORTED)
target_include_directories(TBB::tbb INTERFACE ${CMAKE_SOURCE_DIR}/wasm/one_core)

# What is built without exceptions, type names at run time, and only for the machines that have its vectors.
# Sizes have 32 bits there; what has 64 bits and is made one is bounded by the states that fit into memory.
add_compile_options(-fno-rtti -msimd128 -fvisibility=hidden -Wno-shorten-64-to-32)
