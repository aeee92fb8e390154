package org.sightline.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who somebody is.
///
/// @param givenName or what somebody unknown is called
/// @param aliases other names
/// @param notSafeWhy why it is not safe to tell a parent or carer, or `null` where nothing stands
///     against it (EX-09)
public record PersonDetails(
    PersonKind kind,
    String givenName,
    @Nullable String surname,
    List<String> aliases,
    Age age,
    @Nullable String notSafeWhy) {

  public PersonDetails {
    if (givenName.isBlank()) {
      throw new IllegalArgumentException("Everybody is called something");
    }
    aliases = List.copyOf(aliases);
  }

  public String name() {
    return surname == null ? givenName : givenName + " " + surname;
  }

  public boolean isSafeToTell() {
    return notSafeWhy == null;
  }
}
