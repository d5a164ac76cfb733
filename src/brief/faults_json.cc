// Faults and warnings as JSON, with their places, for editors.
#include "brief/faults_json.h"

namespace entente {
namespace {

/// Adds where something stands.
Json at(Json json, Place place, const Text& text) {
  const Position position = text.position(place.begin);
  json["line"] = position.line;
  json["column"] = position.column;
  json["from"] = place.begin;
  json["to"] = place.end;
  return json;
}

/// A note in another text says in which.
Json note_json(const Note& note, const Text& text) {
  Json json = {{"message", note.message}};
  if (note.text) json["in"] = note.text->name();
  return at(std::move(json), note.at, note.text ? *note.text : text);
}

Json fault_json(const Diagnostic& d, const Text& text) {
  Json json = {{"severity", d.severity == Severity::error ? "error" : "warning"},
               {"code", d.code},
               {"message", d.message}};
  json = at(std::move(json), d.at, text);
  json["hint"] = d.help;
  json["notes"] = Json::array();
  for (const Note& note : d.notes) json["notes"].push_back(note_json(note, text));
  return json;
}

}  // namespace

Json faults_json(const Diagnostics& diagnostics, const Text& text) {
  Json all = Json::array();
  for (const Diagnostic& d : diagnostics.sorted()) all.push_back(fault_json(d, text));
  return all;
}

}  // namespace entente
