package org.sightline.kernel;

/// What one slow hash costs whoever guesses: Argon2id's memory and passes, one lane.
///
/// No setting changes it, so that nobody can talk an installation into less. Tests that hash
/// thousands of invented passwords give their application a lighter one.
///
/// @param memoryKib in KiB
/// @param passes over all of it
public record HashingCost(int memoryKib, int passes) {

  /// ASVS 5.0, 11.4.2 and appendix C; security.md §5.4 (AN-03).
  public static final HashingCost USUAL = new HashingCost(19_456, 2);
}
