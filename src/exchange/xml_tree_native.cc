// XML as a tree of elements with their attributes and places: what libexpat finds, bounded.
#include "exchange/xml_tree.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>

namespace entente::exchange {
namespace {

constexpr std::size_t deepest_element = 16;
constexpr std::size_t most_elements = 65'536;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// One parse: libexpat calls it, and it may end the parse before the text does.
class XmlParse {
 public:
  explicit XmlParse(bool root_only) : root_only_(root_only), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) return;
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), begin_element, end_element);
    XML_SetStartDoctypeDeclHandler(parser_.get(), begin_doctype);
  }

  void run(std::string_view text) {
    if (!parser_) return refuse("there is not enough memory to read the file");
    const XML_Status status =
        XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), /*isFinal=*/1);
    if (status != XML_STATUS_OK && !ended_) refuse(broken());
  }

  const std::optional<XmlFault>& fault() const { return fault_; }
  XmlElement& root() { return root_; }

 private:
  static XmlParse& of(void* data) { return *static_cast<XmlParse*>(data); }

  /// No exception may go through libexpat, which is C.
  static void begin_element(void* data, const char* name, const char** attributes) try {
    of(data).begin(name, attributes);
  } catch (const std::exception&) {
    of(data).end_with("there is not enough memory to read the file");
  }
  /// An element that ended the parse may be closed once more.
  static void end_element(void* data, const char*) {
    if (!of(data).ended_) of(data).open_.pop_back();
  }
  static void begin_doctype(void* data, const char*, const char*, const char*, int) {
    of(data).end_with("a DOCTYPE is not read; take it out, since files of this kind need none");
  }

  void begin(const char* name, const char** attributes) {
    if (open_.size() == deepest_element)
      return end_with(fmt::format("elements stand more than {} deep in one another here", deepest_element));
    if (++elements_ > most_elements)
      return end_with(fmt::format("the file has more than {} elements", most_elements));
    XmlElement& element = open_.empty() ? root_ : open_.back()->children.emplace_back();
    element.name = name;
    element.line = line();
    element.column = column();
    for (; *attributes != nullptr; attributes += 2)
      element.attributes.emplace_back(attributes[0], attributes[1]);
    open_.push_back(&element);
    if (root_only_) stop();
  }

  std::string broken() const {
    return fmt::format("the file is no well-formed XML: {}; save it again, or mend it at this place",
                       XML_ErrorString(XML_GetErrorCode(parser_.get())));
  }

  std::uint32_t line() const { return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get())); }
  std::uint32_t column() const {
    return static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get())) + 1;
  }

  void refuse(std::string message) {
    fault_ = {parser_ ? line() : 0, parser_ ? column() : 0, std::move(message)};
  }

  void stop() {
    ended_ = true;
    XML_StopParser(parser_.get(), /*resumable=*/XML_FALSE);
  }

  void end_with(std::string message) {
    if (ended_) return;
    refuse(std::move(message));
    stop();
  }

  bool root_only_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  bool ended_ = false;
  std::optional<XmlFault> fault_;
  XmlElement root_;
  std::vector<XmlElement*> open_;  // from the root to the one that is being read
  std::size_t elements_ = 0;
};

}  // namespace

const std::string* XmlElement::attribute(std::string_view called) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& one) { return one.first == called; });
  return found == attributes.end() ? nullptr : &found->second;
}

std::variant<XmlElement, XmlFault> read_xml(std::string_view text) {
  XmlParse parse(/*root_only=*/false);
  parse.run(text);
  if (parse.fault()) return *parse.fault();
  return std::move(parse.root());
}

std::string root_name(std::string_view text) {
  XmlParse parse(/*root_only=*/true);
  parse.run(text);
  return std::move(parse.root().name);
}

}  // namespace entente::exchange
