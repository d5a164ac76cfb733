// The certificate of a brief's verdicts: proven, written as lines, given to its sink.
#include "library/proving.h"

#include "brief/proof_lines.h"
#include "library/opened.h"
#include "proof/proof.h"

namespace entente {

Answer prove(const Analysis& analysis, const Input& input, const Sink& out, Answer answer) {
  if (answer.status != answered) return answer;
  if (input.as_of || !input.changes.empty())
    return {faulty, answer.err + input.name + ": a certificate is of the case as it is, at its own date.\n"};
  const std::optional<Proof> found = proof(analysis);
  if (!found) {
    answer.status = over_budget;
    answer.err += input.name + ": a certificate of its verdicts would be too large; none was written.\n";
  } else if (!out(proof_lines(analysis, *found, whole_text(input)))) {
    answer.status = faulty;
  }
  return answer;
}

}  // namespace entente
