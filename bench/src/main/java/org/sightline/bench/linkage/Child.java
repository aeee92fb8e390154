package org.sightline.bench.linkage;

/// An invented child as it is in truth.
///
/// @param days its birth date, in days since 1970
record Child(String forename, String surname, int days, String postcode, int school, String upn) {}
