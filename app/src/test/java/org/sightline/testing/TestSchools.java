package org.sightline.testing;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.SettingUp;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.demonstration.Cast;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.context.ApplicationContext;

/// A school of a test's own, with a plan, a round, and people who can sign in: where a test may
/// keep colleagues away and break glass.
public final class TestSchools {

  private static final LocalDate EARLIER = LocalDate.of(2026, 1, 5);

  private final WorkspaceId id = WorkspaceId.random();
  private final SettingUp settingUp;
  private final Map<Role, Cast.Member> staff = new EnumMap<>(Role.class);
  private final ApplicationContext application;

  public TestSchools(ApplicationContext application) {
    this.application = application;
    this.settingUp = application.getBean(SettingUp.class);
    settingUp.school(id, "Needham " + id.toString().substring(0, 8), EARLIER);
  }

  public WorkspaceId id() {
    return id;
  }

  /// Somebody who holds this role here, the same every time.
  public Cast.Member the(Role role) {
    return staff.computeIfAbsent(role, this::add);
  }

  public SignedIn as(Role role) {
    return SignedIn.as(the(role).id());
  }

  /// A round of the round owner's on a plan of one place.
  public Round aRound() {
    var owner = as(Role.ROUND_OWNER);
    var plan =
        application
            .getBean(FloorPlans.class)
            .start(
                owner,
                id,
                "Needham plan",
                List.of(Floor.empty(0, "Ground floor")),
                List.of(Zone.at(0, "The yard", TestRounds.aBox())));
    return application.getBean(Rounds.class).start(owner, id, "Needham round", plan.id(), null);
  }

  private Cast.Member add(Role role) {
    String username = "needham-" + UUID.randomUUID();
    var member =
        new Cast.Member("Needham " + role, role, "Needham", username, "walnut-harbour-" + role, "");
    settingUp.person(member.id(), username, member.name(), member.password());
    settingUp.member(id, member.id(), role, EARLIER);
    return member;
  }
}
