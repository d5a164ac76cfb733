// What was thrown where nothing should have been, told as an answer.
#include <exception>
#include <new>

#include "library/opened.h"
#include "states/stop.h"

namespace entente {
namespace {

Answer fault_of_ours(const std::string& head, const char* what) {
  return {program_fault, head + "this is a fault of the program: " + what +
                             "; please report it with the case that it was asked about.\n"};
}

}  // namespace

Answer thrown(const std::string& about) {
  const std::string head = about.empty() ? "" : about + ": ";
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return {over_budget, head + "there is not enough memory for this\n"};
  } catch (const Stopped&) {
    return {over_budget, head + "the budget was spent, or it was stopped, before anything was known.\n"};
  } catch (const std::exception& fault) {
    return fault_of_ours(head, fault.what());
  } catch (...) {
    return fault_of_ours(head, "something unknown was thrown");
  }
}

}  // namespace entente
