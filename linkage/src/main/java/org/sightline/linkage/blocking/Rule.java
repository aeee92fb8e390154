package org.sightline.linkage.blocking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.linkage.cleaning.Field;

/// Records that share all parts of a rule are compared with one another.
///
/// @param anyOrder whether the first two parts may be exchanged, as forename and surname are
/// @param trains whether m is learned from its blocks; never from a block on the birth date alone
record Rule(List<KeyPart> parts, boolean anyOrder, boolean trains) {

  Rule {
    parts = List.copyOf(parts);
  }

  static Rule on(KeyPart... parts) {
    return new Rule(List.of(parts), false, false);
  }

  Rule inAnyOrder() {
    return new Rule(parts, true, trains);
  }

  Rule training() {
    return new Rule(parts, anyOrder, true);
  }

  Set<Field> fields() {
    var fields = EnumSet.noneOf(Field.class);
    parts.forEach(part -> fields.add(part.field()));
    return fields;
  }

  String name() {
    return parts.stream().map(KeyPart::name).collect(Collectors.joining(" and "))
        + (anyOrder ? ", in either order" : "");
  }
}
