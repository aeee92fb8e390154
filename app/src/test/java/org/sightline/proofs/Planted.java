package org.sightline.proofs;

import java.util.List;

/// The names that are typed wherever a person can type. Nobody bears them.
final class Planted {

  /// On the consent register: see [WholeJob].
  static final String INVITED = "Tansyfield";

  /// In concerns.
  static final String WORRIED_ABOUT = "Brindlecombe";

  static final List<String> SURNAMES = List.of("Quarkworth", "Vexholme", INVITED, WORRIED_ABOUT);

  private Planted() {}

  static String into(String field) {
    return switch (field) {
      // Words for students must not name who was invited; these name somebody else.
      case "forStudents", "told" -> "We listened. Vexholme";
      case "who", "wishes" -> "Fennel Brindlecombe " + field;
      default -> "Zebulina Quarkworth " + field;
    };
  }
}
