package org.sightline.concerns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.access.Colleague;
import org.sightline.access.Users;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Whom the words of this module name: the people of a school by role, and the telephone numbers
/// of the council's contacts, or that they stand on the response card.
@Component
public class Naming {

  private static final Map<String, Role> PLACES =
      Map.of("lead", Role.SAFEGUARDING_LEAD, "deputy", Role.DEPUTY_LEAD, "head", Role.HEAD);

  private final Processes processes;
  private final Workspaces workspaces;
  private final Users users;
  private final CouncilDesk council;
  private final Words words;

  Naming(
      Processes processes, Workspaces workspaces, Users users, CouncilDesk council, Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.users = users;
    this.council = council;
    this.words = words;
  }

  /// Values for the named places in `concern-form.yaml`. Where nobody holds a role, or the school
  /// is not open to the person who asks, the role's own name stands.
  public Map<String, String> places(SignedIn who, WorkspaceId school) {
    List<Colleague> members = processes.look(who, () -> workspaces.members(school));
    var places = new HashMap<String, String>();
    PLACES.forEach((place, role) -> places.put(place, named(members, role)));
    places.put("councilPhone", council.phone(who, school));
    places.put("designatedOfficerPhone", council.designatedOfficerPhone(who, school));
    return places;
  }

  public String nameOf(SignedIn who, UserId user) {
    return processes.look(who, () -> users.nameOf(user));
  }

  /// "the deputy safeguarding lead and the head".
  public String inWords(List<Role> roles) {
    return roles.stream().map(this::inWords).collect(Collectors.joining(words.say("concerns.and")));
  }

  private String inWords(Role role) {
    return words.say("concerns.role." + role.name());
  }

  private String named(List<Colleague> members, Role role) {
    String names =
        members.stream()
            .filter(member -> member.roles().contains(role))
            .map(Colleague::name)
            .collect(Collectors.joining(words.say("concerns.or")));
    return names.isEmpty() ? inWords(role) : names;
  }
}
