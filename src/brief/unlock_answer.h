// What would have to change, for people and as JSON.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "whatif/unlock.h"

namespace entente {

/// What was asked, and where a variant that meets it would come to rest.
struct UnlockAsked {
  std::string goal;   // a clause: "some settlement that all accept holds"
  std::string whose;  // whose assumptions were changed, behind "changes to": "what Japan wants"
  std::function<std::string(const Analysed&)> then = {};  // a sentence; nothing where there is none to tell
};

std::string unlock_text(const Variants& variants, const Unlocking& unlocking, const UnlockAsked& asked,
                        const Face& face);
Json unlock_json(const Variants& variants, const Unlocking& unlocking);

}  // namespace entente
