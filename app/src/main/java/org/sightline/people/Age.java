package org.sightline.people;

import java.time.LocalDate;

/// How old somebody is, as far as it is known.
public sealed interface Age {

  record Born(LocalDate on) implements Age {}

  record Banded(AgeBand band) implements Age {}

  record NotKnown() implements Age {}
}
