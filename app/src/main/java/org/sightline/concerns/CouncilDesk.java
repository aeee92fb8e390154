package org.sightline.concerns;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Whom at the council to ring about a concern, from the school's contacts, in words; and what to
/// do where none is set.
@Component
public class CouncilDesk {

  private final Processes processes;
  private final Workspaces workspaces;
  private final CouncilContacts contacts;
  private final Words words;

  CouncilDesk(Processes processes, Workspaces workspaces, CouncilContacts contacts, Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.contacts = contacts;
    this.words = words;
  }

  /// The number of children's social care for the school's own area, or where it stands.
  String phone(SignedIn who, WorkspaceId school) {
    return phone(of(who, school).filter(contact -> contact.use() == ContactUse.CONCERNS));
  }

  /// The number of the designated officer, or where it stands.
  String designatedOfficerPhone(SignedIn who, WorkspaceId school) {
    return phone(of(who, school).filter(contact -> contact.use() == ContactUse.DESIGNATED_OFFICER));
  }

  /// "Fennbridge: Children's Front Door, 01632 960 117", for each area, the school's own first.
  public List<String> choices(SignedIn who, WorkspaceId school) {
    return of(who, school)
        .filter(contact -> contact.use().isForConcerns())
        .map(this::line)
        .toList();
  }

  /// What to do, where nobody is told by mail because the school keeps no contact for its own area,
  /// or none with an address; empty where there is one.
  public String gap(SignedIn who, WorkspaceId school) {
    var here = of(who, school).filter(contact -> contact.use() == ContactUse.CONCERNS).toList();
    if (here.isEmpty()) {
      return words.say("concerns.council.none");
    }
    boolean mailed = here.stream().anyMatch(contact -> contact.email() != null);
    return mailed ? "" : words.say("concerns.council.no-mail");
  }

  /// What [#gap] says of any school in which the person follows concerns up; empty where all is
  /// well.
  public String anyGap(SignedIn who) {
    return processes
        .look(
            who,
            () ->
                workspaces.schools().stream()
                    .filter(
                        school ->
                            workspaces.roles(who, school).stream()
                                .anyMatch(Route.READERS::contains))
                    .toList())
        .stream()
        .map(school -> gap(who, school))
        .filter(gap -> !gap.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Stream<CouncilContact> of(SignedIn who, WorkspaceId school) {
    return contacts.forConcerns(who, school).stream();
  }

  private String phone(Stream<CouncilContact> of) {
    return of.flatMap(contact -> Stream.ofNullable(contact.phone()))
        .findFirst()
        .orElseGet(() -> words.say("concerns.phone"));
  }

  private String line(CouncilContact contact) {
    String reach =
        Stream.of(contact.phone(), contact.email())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining(", "));
    return words.say("concerns.council.line", contact.area(), contact.team(), reach);
  }
}
