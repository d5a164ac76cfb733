// The domain of a negotiation of GENIUS: its issues, each with the number by which profiles call it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "exchange/element_reader.h"
#include "exchange/left_out.h"

namespace entente::genius {

/// An issue. Profiles call it by its index, and its values by their texts.
struct DomainIssue {
  std::int64_t index = 0;
  std::string name;
  bool whole_numbers = false;
  std::int64_t lowest = 0;  // of whole numbers
  std::vector<std::string> values;
};

struct Domain {
  std::vector<DomainIssue> issues;
};

/// Reads a domain, by the root of its file; what is wrong with it is told to the reader.
Domain read_domain(const exchange::XmlElement& root, exchange::ElementReader& reader,
                   exchange::LeftOut& left_out);

/// The element that the issues stand in: the objective of a utility space, or this itself in old files.
const exchange::XmlElement& holder_of_issues(const exchange::XmlElement& space,
                                             exchange::ElementReader& reader);

/// Whether the values of an issue are whole numbers within bounds; else they are items. Others are refused.
bool is_of_whole_numbers(const exchange::XmlElement& issue, exchange::ElementReader& reader);

/// The element that has the bounds of an issue of whole numbers; null where none has.
const exchange::XmlElement* range_of(const exchange::XmlElement& issue, exchange::ElementReader& reader);

/// Refuses each child that is none of the known ones, and notes those that say nothing of what is worth what.
void look_at_children(const exchange::XmlElement& of, const std::set<std::string>& known,
                      exchange::ElementReader& reader, exchange::LeftOut& left_out);

}  // namespace entente::genius
