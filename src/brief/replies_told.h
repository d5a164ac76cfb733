// How an answer says how it reads replies, where that is not the usual way.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "model/replies.h"

namespace entente {

/// An answer for people, said before it; one in JSON, as text with `answers` in it. As it is where any legal
/// sequence is a reply.
std::string with_replies(Replies replies, const Face& face, const std::string& answer);
std::string with_replies(Replies replies, Json answer);

/// What replies are, as a sentence; empty where any legal sequence is one.
std::string replies_words(Replies replies);

}  // namespace entente
