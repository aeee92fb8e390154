package org.sightline.engagement.planning;

import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.springframework.context.ApplicationContext;

/// A session of its own for one test, and where its steps are.
final class OneSession {

  final PlannedRound made;
  final Session session;
  private final TestPeople people;
  private final Sessions sessions;
  private final SetUp setUp;

  OneSession(ApplicationContext application) {
    this.people = application.getBean(TestPeople.class);
    this.sessions = application.getBean(Sessions.class);
    this.setUp = application.getBean(SetUp.class);
    this.made =
        new PlannedRound(
            people,
            application.getBean(FloorPlans.class),
            application.getBean(Rounds.class),
            sessions);
    this.session = made.session();
  }

  SetUpState state() {
    return setUp.of(people.as(Role.ROUND_OWNER), session.id());
  }

  Session find() {
    return sessions.find(people.as(Role.ROUND_OWNER), session.id());
  }

  static String version(org.jsoup.nodes.Document page) {
    return page.select("input[name=version]").val();
  }

  String path() {
    return "/engagement/sessions/" + session.id();
  }

  String step(String step) {
    return path() + "/steps/" + step;
  }
}
