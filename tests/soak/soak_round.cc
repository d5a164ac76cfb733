// A part of a round of the soak: soak_round ROOT FOLDER SEED INPUTS CASES asks about so many damaged texts
// and judges so many random cases; soak_round --replay FILE asks one kept question again. What is being asked
// stands in FOLDER/current, so that it is known where the program ends; what failed is kept beside it. Exit
// status 1 where anything failed.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "oracle/random_model.h"
#include "soak/damage.h"
#include "soak/judged.h"
#include "soak/questions.h"

namespace {

using namespace entente::soak;
using entente::oracle::draw;

/// What each verb's damage begins with. The cases of the library stand there more often: those of faults have
/// one already.
class Corpus {
 public:
  explicit Corpus(const std::string& root) : cases_(texts_of(root, {"tests/faults"})) {
    for (int k = 0; k < 40; ++k)
      for (const std::string& text : texts_of(root, {"cases", "tests/reports"})) cases_.push_back(text);
    for (const std::uint32_t part : {1U, 2U}) parts_.push_back(part_of_sample(part));
    conflicts_.push_back(saved_conflict());
    for (const std::string& text : texts_of(root, {"tests/reports"})) requests_.push_back(request(text));
  }

  const std::vector<std::string>& of(const std::string& verb) const {
    return verb == "merge" ? parts_ : verb == "import" ? conflicts_ : verb == "request" ? requests_ : cases_;
  }

 private:
  std::vector<std::string> cases_, parts_, conflicts_, requests_;
};

void keep(const std::string& file, const Question& question, std::uint64_t number) {
  std::ofstream out(file, std::ios::binary);
  out << question.verb << ' ' << question.seed << ' ' << number << '\n' << question.text;
}

int replay(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string head;
  Question question;
  std::getline(in, head);
  std::istringstream(head) >> question.verb >> question.seed;
  question.text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  const auto fault = asked(question).fault;
  std::cout << fault.value_or("as promised") << '\n';
  return fault ? 1 : 0;
}

/// How many failed.
std::uint64_t ask_damaged(const std::string& root, const std::string& folder, std::uint64_t seed,
                          std::uint64_t inputs) {
  std::mt19937_64 random(seed);
  const Corpus corpus(root);
  const std::vector<std::string> all = verbs();
  std::uint64_t failures = 0, answered = 0;
  for (std::uint64_t k = 1; k <= inputs; ++k) {
    const std::string& verb = all[draw(random, all.size())];
    const Question question{verb, random(), damaged(random, corpus.of(verb))};
    keep(folder + "/current", question, k);
    const auto [status, fault] = asked(question);
    if (status == 0 || status == 3) ++answered;
    if (!fault) continue;
    const std::string kept = folder + "/failed-" + std::to_string(seed) + "-" + std::to_string(k);
    keep(kept, question, k);
    std::cout << "FAILED " << kept << ' ' << question.verb << ": " << fault->substr(0, 300) << std::endl;
    ++failures;
  }
  std::cout << "ANSWERED " << answered << std::endl;
  return failures;
}

std::uint64_t judge(const std::string& folder, std::uint64_t seed, std::uint64_t cases) {
  std::uint64_t failures = 0;
  for (std::uint64_t k = 0; k < cases; ++k) {
    const auto found = disagreement(seed + k);
    if (!found) continue;
    const std::string kept = folder + "/case-" + std::to_string(seed + k);
    std::ofstream(kept) << *found;
    std::cout << "DIFFERENT " << kept << ": " << found->substr(0, found->find('\n')) << std::endl;
    ++failures;
  }
  return failures;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> all(words + 1, words + count);
  if (all.size() == 2 && all[0] == "--replay") return replay(all[1]);
  if (all.size() != 5) return std::cerr << "soak_round ROOT FOLDER SEED INPUTS CASES | --replay FILE\n", 2;
  const auto number = [&](std::size_t k) { return std::strtoull(all[k].c_str(), nullptr, 10); };
  std::uint64_t failures = ask_damaged(all[0], all[1], number(2), number(3));
  std::remove((all[1] + "/current").c_str());
  failures += judge(all[1], number(2), number(4));
  return failures > 0 ? 1 : 0;
}
