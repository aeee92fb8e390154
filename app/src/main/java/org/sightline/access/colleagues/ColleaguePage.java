package org.sightline.access.colleagues;

import java.util.List;
import org.sightline.access.Colleagues;

/// One person, their roles, and what the reader can do about them.
///
/// @param administrator whether the reader makes links and switches people off
/// @param self whether the reader is this person
public record ColleaguePage(
    Colleagues.Person person,
    List<Colleagues.Held> roles,
    List<Colleagues.Givable> givable,
    boolean administrator,
    boolean self) {

  public ColleaguePage {
    roles = List.copyOf(roles);
    givable = List.copyOf(givable);
  }
}
