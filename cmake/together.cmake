# Files of a folder compiled several at a time, which saves a third to a half of the time that building takes: much of it
# is reading the same headers again. Names in their anonymous namespaces are therefore unique within a folder.
# ENTENTE_TOGETHER=OFF compiles each alone, as clang-tidy does, who so sees that each includes what it uses and hides no
# name (-Wshadow).
option(ENTENTE_TOGETHER "compile several files of a folder at a time" ON)
if(ENTENTE_TOGETHER)
  add_compile_options(-Wno-shadow)
endif()

# What goes with no other: a namespace used whole, a library compiled, a file that includes itself for each instruction set,
# functions named like those of the neighbours.
set(alone compare/edit_words.cc compare/edits.cc compare/same_meaning.cc casefile/toml.cc engine/explicit/kernels.cc
    library/verbs_of_analyses.cc library/verbs_of_variants.cc library/verbs_of_pages.cc library/verbs_of_the_program.cc)
list(TRANSFORM alone PREPEND ${CMAKE_SOURCE_DIR}/src/)
file(GLOB pictures CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/pictures/*.cc)
set_source_files_properties(${alone} ${pictures} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

# entente_together(TARGET): its files, eight at a time.
function(entente_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${ENTENTE_TOGETHER} UNITY_BUILD_BATCH_SIZE 8)
endfunction()
