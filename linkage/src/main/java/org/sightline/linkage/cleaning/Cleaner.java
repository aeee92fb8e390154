package org.sightline.linkage.cleaning;

/// Turns what was typed into what is compared.
interface Cleaner {

  /// @param value without blanks around it
  /// @return what is compared, or an empty text where nothing can be
  String clean(String value);

  /// A sentence saying why the value does not count, or an empty text.
  default String objection(String value) {
    return "";
  }
}
