package org.sightline.network;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestCasework;
import org.sightline.testing.Visitor;

/// A mapping exercise of a test, with meetings held through its pages.
record Meeting(Visitor chair, String at) {

  static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  static Meeting of(Visitor chair, TestCasework.Team team) {
    return new Meeting(chair, PreparingTest.exercise(chair, team).replaceFirst("/preparing$", ""));
  }

  WorkspaceId work() {
    return WorkspaceId.of(at.substring(at.lastIndexOf('/') + 1));
  }

  String map() {
    return "/network/maps/" + work();
  }

  /// @return the path of the session
  String planned(String kind) {
    return chair.post(at + "/sessions", day(TODAY, "kind", kind)).path();
  }

  String held(String kind) {
    String session = planned(kind);
    chair.post(session + "/day", day(TODAY, "state", "held"));
    return session;
  }

  Visitor.Arrived sealed(String session) {
    String form = session + "/sealing";
    var page = chair.get(form).page();
    if (!page.select("form[action$=/gaps]").isEmpty()) {
      page =
          chair.post(form + "/gaps", "edit", page.select("input[name=edit]").attr("value")).page();
    }
    return chair.post(
        form, "seen", page.select("input[name=seen]").attr("value"), "told", "Both families know.");
  }

  /// The id of the version of a session that is sealed so.
  String version(String session) {
    return sealed(session).path().replaceAll(".*/versions/", "");
  }

  static String[] day(LocalDate day, String... more) {
    var all = new ArrayList<>(List.of(more));
    all.addAll(List.of("day-day", "" + day.getDayOfMonth()));
    all.addAll(List.of("day-month", "" + day.getMonthValue(), "day-year", "" + day.getYear()));
    return all.toArray(String[]::new);
  }
}
