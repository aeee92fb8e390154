package org.sightline.linkage.blocking;

import java.util.function.UnaryOperator;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Nicknames;

/// What of a field two records must share to stand in one block.
record KeyPart(Field field, String name, UnaryOperator<String> of) {

  static KeyPart whole(Field field) {
    return new KeyPart(field, field.label(), value -> value);
  }

  /// A name under its head in the table of nicknames.
  static KeyPart form(Field field, Nicknames nicknames) {
    return new KeyPart(field, "form of the " + field.label(), nicknames::head);
  }

  static KeyPart sound(Field field) {
    return new KeyPart(field, "sound of the " + field.label(), Soundex::of);
  }

  static KeyPart initial(Field field) {
    return new KeyPart(
        field, "initial of the " + field.label(), v -> v.substring(0, v.offsetByCodePoints(0, 1)));
  }

  /// A birth date with the smaller of day and month first, so that swapped ones meet.
  static KeyPart dateInEitherOrder() {
    return new KeyPart(
        Field.BIRTH_DATE,
        "date of birth",
        date -> {
          if (date.length() != 8) {
            return date;
          }
          var month = date.substring(4, 6);
          var day = date.substring(6);
          return month.compareTo(day) <= 0 ? date : date.substring(0, 4) + day + month;
        });
  }
}
