// How an answer says how it reads replies.
#include "brief/replies_told.h"

namespace entente {

std::string replies_words(Replies replies) {
  switch (replies) {
    case Replies::legal: return {};
    case Replies::once:
      return "Here the others' answer is that each of them moves at most once, in any order (--answers "
             "once).";
    case Replies::one: return "Here the others' answer is one move of one of them (--answers one).";
  }
  return {};
}

std::string with_replies(Replies replies, const Face& face, const std::string& answer) {
  if (replies == Replies::legal) return answer;
  Sheet sheet(face);
  sheet.paragraph(replies_words(replies));
  return sheet.text() + "\n" + answer;
}

std::string with_replies(Replies replies, Json answer) {
  if (replies != Replies::legal) answer["answers"] = id(replies);
  return text(answer);
}

}  // namespace entente
