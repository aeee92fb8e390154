package org.sightline.people;

/// About how old, where the date of birth is not known.
public enum AgeBand {
  UNDER_10,
  FROM_10,
  FROM_13,
  FROM_16,
  FROM_18,
  OVER_25
}
