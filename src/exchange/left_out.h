// What files of another program have and a case has not: sentences, each told once, as met.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace entente::exchange {

class LeftOut {
 public:
  void say(std::string sentence) {
    if (std::find(sentences_.begin(), sentences_.end(), sentence) == sentences_.end())
      sentences_.push_back(std::move(sentence));
  }
  const std::vector<std::string>& sentences() const { return sentences_; }

 private:
  std::vector<std::string> sentences_;
};

}  // namespace entente::exchange
