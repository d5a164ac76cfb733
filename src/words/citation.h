// Evidence as it is cited behind a sentence: "[stated by Kishida, paragraph 11]".
#pragma once

#include <cstdint>
#include <string>

#include "model/model.h"

namespace entente {

/// How much of a citation is told: the basis and the numbers of paragraphs, and of what speaks against it
/// only that it is doubted; who said so and the word "paragraph" too; everything; everything, with a link to
/// each piece of evidence.
enum class Citing : std::uint8_t { numbers, paragraphs, full, linked };

/// Words that lead to a piece of evidence, marked with characters that no text of a case can have, since
/// `plain` takes them out.
std::string linked(const Evidence& evidence, const std::string& words);
inline constexpr char link_begins = '\x01', link_words = '\x02', link_ends = '\x03';

/// What speaks for something and what against it, in brackets; "[assumed]" where nothing speaks for it,
/// "[withheld]" where what does is left out.
std::string cited(const Model& model, const Grounds& grounds, Citing how = Citing::full);
/// How to read such brackets, where paragraphs are told by their numbers; else empty.
std::string brackets_words(const Model& model);
/// How much of the case is a draft: options, moves, wishes, rules, stakes and events.
std::size_t number_of_drafts(const Model& model);
/// The strongest basis among the evidence; none where there is no evidence.
Basis basis(const Model& model, const Grounds& grounds);
/// Whether all evidence for something is what those concerned stated themselves: of a demand that is a claim
/// about a position, which may be bluff.
bool own_word_alone(const Model& model, const Grounds& grounds);
/// "stated", "reported", "inferred", and "cited" where the case gives no basis.
std::string basis_word(Basis basis);
/// "The Japan Times, \"Title\", 15 April 2016".
std::string described(const Source& source);

}  // namespace entente
