# Writes OUT, a C++ source with the files STYLE, SCRIPT and ENGINE in it byte for byte, for
# src/page/page_assets.h; the assembler reads them. One that is not there is empty. Their hashes stand in the
# names, so that a compiler's cache, which sees the source alone, cannot take one file for another.
set(parts "")
set(fields "")
foreach(name STYLE SCRIPT ENGINE)
  if(EXISTS "${${name}}")
    string(TOLOWER "${name}" symbol)
    file(SHA256 "${${name}}" hash)
    set(symbol "entente_page_${symbol}_${hash}")
    string(APPEND parts "__asm__(\n    \".section .rodata\\n\"\n    \"${symbol}:\\n\"\n"
                        "    \".incbin \\\"${${name}}\\\"\\n\"\n    \"${symbol}_end:\\n\"\n"
                        "    \".byte 0\\n\"\n    \".previous\\n\");\n"
                        "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND fields "      {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})},\n")
  else()
    string(APPEND fields "      {},\n")
  endif()
endforeach()
file(WRITE ${OUT}.new "// What a page carries, made by cmake/embed_page.cmake.\n#include \"page/page_assets.h\"\n\n"
  "#include <cstddef>\n\n${parts}\nnamespace entente {\n\nconst PageAssets& page_assets() {\n"
  "  static const PageAssets all = {\n${fields}  };\n  return all;\n}\n\n}  // namespace entente\n")
file(RENAME ${OUT}.new ${OUT})
