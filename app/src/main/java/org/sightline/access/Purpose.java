package org.sightline.access;

/// Why a piece of work is there (product.md, rule 1).
///
/// @param title what its members call it
/// @param lawfulBasis the law it rests on, in the words of whoever opened it
/// @param contact whom to ask, told to colleagues elsewhere when a signpost leads here; names no
///     young person
/// @param riskPassedOn whether somebody was at immediate risk, and that was passed on first
public record Purpose(
    String title,
    WorkPurpose kind,
    String lawfulBasis,
    String whyNow,
    String contact,
    boolean riskPassedOn) {

  public Purpose {
    if (title.isBlank() || lawfulBasis.isBlank() || whyNow.isBlank() || contact.isBlank()) {
      throw new IllegalArgumentException(
          "A piece of work says what it is, why, why now, and whom to ask");
    }
  }
}
