package org.sightline.access.colleagues;

import java.util.List;
import org.sightline.access.Colleagues;

/// Everybody who can sign in.
///
/// @param administrator whether the reader adds people
/// @param makesTeams whether the reader makes teams
/// @param givesRoles whether the reader has a role to give
public record ColleaguesPage(
    List<Colleagues.Person> people, boolean administrator, boolean makesTeams, boolean givesRoles) {

  public ColleaguesPage {
    people = List.copyOf(people);
  }
}
