package org.sightline.people;

import java.time.LocalDate;

/// What a person is looked up by, exactly.
public sealed interface LookUp {

  record ByNumber(Identifier number) implements LookUp {}

  record BySurnameAndBirth(String surname, LocalDate born) implements LookUp {}
}
