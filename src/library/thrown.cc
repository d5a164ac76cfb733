// What was thrown where nothing should have been, told as an answer.
#include <exception>
#include <new>

#include "library/asking.h"
#include "states/stop.h"

namespace entente {
namespace {

Answer fault_of_ours(const char* what) {
  return {program_fault, "this is a fault of the program: " + std::string(what) +
                             "; please report it with the case that it was asked about.\n"};
}

}  // namespace

Answer thrown() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return {over_budget, "there is not enough memory for this\n"};
  } catch (const Stopped&) {
    return {over_budget, "the budget was spent, or it was stopped, before anything was known.\n"};
  } catch (const std::exception& fault) {
    return fault_of_ours(fault.what());
  } catch (...) {
    return fault_of_ours("something unknown was thrown");
  }
}

}  // namespace entente
