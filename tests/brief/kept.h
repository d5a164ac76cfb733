// What tests of whole answers share: the cases of the tree, questions about them, and the answers kept under
// tests/reports/. ENTENTE_GOLDEN=write keeps the present ones.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "entente/entente.h"

namespace entente {

using Inquiry = std::function<Answer(const Input&, const Look&, const Sink&)>;

/// A question by the name that its answer is kept under.
struct NamedInquiry {
  std::string name;
  Inquiry ask;
};

/// A verb with what is asked of it.
template <class Request>
Inquiry asking(Answer (*verb)(const Input&, const Request&, const Look&, const Sink&), Request request,
               Form form = Form::text) {
  if constexpr (requires { request.form; }) request.form = form;
  return [verb, request = std::move(request)](const Input& input, const Look& look, const Sink& sink) {
    return verb(input, request, look, sink);
  };
}

/// The library's cases and those kept for the look of reports.
std::vector<std::filesystem::path> case_files();

/// One of them by its name without folder and ending.
Input kept_case(const std::string& stem);
Input read_case_file(const std::filesystem::path& file);

/// All that is answered: what is told, what is said on standard error, and the status.
std::string whole_answer(const Inquiry& question, const Input& input);

/// That a text is what the file of tests/reports/ holds.
void expect_kept(const std::string& file, const std::string& now);

}  // namespace entente
