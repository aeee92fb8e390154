package org.sightline.proofs;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.sightline.access.Casework;
import org.sightline.access.SettingUp;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.demonstration.Cast;
import org.sightline.demonstration.InventedSchool;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.context.ApplicationContext;

/// People of another school who hold the roles of ours there, with a plan, a round and a session of
/// their own; and one of our school who is in none of its rounds.
final class Strangers {

  private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);

  private final SettingUp settingUp;
  private final String theirSchool;
  private final String ourSchool;
  private final String plan;
  private final String round;
  private final String session;
  private final String piece;

  Strangers(ApplicationContext application, TestPeople people) {
    this.settingUp = application.getBean(SettingUp.class);
    this.theirSchool = people.cast().outsider().school();
    this.ourSchool = people.cast().school();
    var owner = SignedIn.as(at(theirSchool, Role.ROUND_OWNER).id());
    WorkspaceId school = InventedSchool.workspace(theirSchool);
    var drawn =
        application
            .getBean(FloorPlans.class)
            .start(
                owner,
                school,
                "Their plan",
                List.of(Floor.empty(0, "Ground floor")),
                List.of(Zone.at(0, "Somewhere else", LabelledBoxes.lay(1).getFirst())));
    this.plan = drawn.plan().toString();
    var started =
        application.getBean(Rounds.class).start(owner, school, "Their round", drawn.id(), null);
    this.round = started.id().toString();
    this.session =
        application
            .getBean(Sessions.class)
            .plan(
                owner,
                started.id(),
                SessionDetails.on(LocalDate.now(ZoneId.of("Europe/London")), LocalTime.NOON))
            .id()
            .toString();
    this.piece =
        application
            .getBean(Casework.class)
            .open(
                SignedIn.as(at(theirSchool, Role.CHAIR).id()),
                school,
                TestCasework.purpose("Their"))
            .toString();
  }

  /// Somebody of the other school in this role.
  Cast.Member of(Role role) {
    return role == Role.ROUND_OWNER || role == Role.CHAIR
        ? member(theirSchool, role)
        : at(theirSchool, role);
  }

  /// A colleague of our own school whom no round has on its team.
  Cast.Member ofNoRound() {
    return at(ourSchool, Role.FACILITATOR);
  }

  /// The same address with what stands first in it replaced by the strangers' own.
  String underTheirOwn(String path) {
    return path.replaceFirst("^/contexts/plans/[^/?]+", "/contexts/plans/" + plan)
        .replaceFirst("^/engagement/rounds/[^/?]+", "/engagement/rounds/" + round)
        .replaceFirst("^/engagement/sessions/[^/?]+", "/engagement/sessions/" + session)
        .replaceFirst("^/sharing/workspaces/[^/?]+", "/sharing/workspaces/" + round)
        .replaceFirst("^/casework/[0-9a-f]{8}-[^/?]+", "/casework/" + piece)
        .replaceFirst("^/people/[0-9a-f]{8}-[^/?]+", "/people/" + piece)
        .replaceFirst("^/plans/[0-9a-f]{8}-[^/?]+", "/plans/" + round);
  }

  private Cast.Member at(String school, Role role) {
    var member = member(school, role);
    settingUp.person(member.id(), member.username(), member.name(), member.password());
    settingUp.member(InventedSchool.workspace(school), member.id(), role, SINCE);
    return member;
  }

  private static Cast.Member member(String school, Role role) {
    String username =
        "stranger-" + role.name().toLowerCase(java.util.Locale.ROOT) + school.length();
    return new Cast.Member(
        "Stranger " + role, role, school, username, "walnut-harbour-candle-nine", "Stranger");
  }
}
