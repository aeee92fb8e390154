package org.sightline.access.colleagues;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.Agencies;
import org.sightline.access.Colleagues;
import org.sightline.access.ColleaguesRoles;
import org.sightline.web.Answers;

/// One person, their roles, and what the reader can do about them.
///
/// @param administrator whether the reader makes links and switches people off
/// @param self whether the reader is this person
/// @param agency they work for; empty when that is not recorded
/// @param agencies they can be said to work for
/// @param form to give a role, with what was typed
public record ColleaguePage(
    Colleagues.Person person,
    List<ColleaguesRoles.Held> roles,
    List<ColleaguesRoles.Givable> givable,
    boolean administrator,
    boolean self,
    List<Agencies.Agency> agency,
    Map<UUID, String> agencies,
    Answers form) {

  public ColleaguePage {
    roles = List.copyOf(roles);
    givable = List.copyOf(givable);
    agency = List.copyOf(agency);
  }
}
