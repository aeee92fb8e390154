package org.sightline.network.map;

/// One thing said of one element.
///
/// @param value as [Field#accepts] has it; empty takes an answer back
public record Change(ElementId element, Field field, String value) {

  public Change {
    if (!field.accepts(value)) {
      throw new IllegalArgumentException("%s cannot be \"%s\"".formatted(field, value));
    }
  }
}
