package org.sightline.bench.linkage;

/// How often each kind of error comes up in a row of a list.
///
/// @param slip a letter too many, too few, wrong or out of place, in a name
/// @param otherForm a pet name or another spelling, where there is one
public record Errors(
    double slip,
    double otherForm,
    double otherSurname,
    double swappedNames,
    double noBirthDate,
    double swappedDayAndMonth,
    double slipInDate,
    double noPostcode,
    double moved,
    double noSchool) {

  /// As lists of young people are: no date of birth 5%, no postcode 15%, moved 10%, no school 40%.
  public static Errors ofYoungPeople() {
    return new Errors(0.04, 0.10, 0.02, 0.01, 0.05, 0.01, 0.02, 0.15, 0.10, 0.40);
  }
}
