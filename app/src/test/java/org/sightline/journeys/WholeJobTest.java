package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// One round from an empty plan to the poster, as everybody who has a part in it.
@BrowserTest
class WholeJobTest {

  private static final String TITLE = "Round of a whole job";
  private static final String PLAN = "Plan of a whole job";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

  @Test
  void isDoneByEverybodyWhoHasAPartInIt(Browser browser) {
    var owner = as(browser, Role.ROUND_OWNER);
    var before = new OwnersJob(owner);
    before.drawAPlan(PLAN);
    String round = before.startARound(TITLE, PLAN);
    String session = before.planASession(round);
    before.meetTheGate(session);
    before.walkTheNineSteps(session, people.cast().the(Role.FACILITATOR).id().toString());
    String classCode = before.start(session);

    var facilitator = as(browser, Role.FACILITATOR);
    var lesson = new FacilitatorsJob(facilitator, session);
    lesson.openTheRunSheet(round, TITLE);
    lesson.tickStartTheTimerAndNote();
    String concern = lesson.workThroughALostConnection();
    var students = new StudentsJob(classCode);
    String slip = students.byTouch(browser.anotherTouched());
    assertThat(students.byKeyboard(browser.another())).isNotEqualTo(slip);
    assertThat(students.withoutScripts(browser.anotherWithoutScripts())).isNotEqualTo(slip);
    lesson.keyASheet();
    assertThat(lesson.close(5)).isEqualTo("5 out, 4 in");

    var id = new WorkspaceId(UUID.fromString(round.replaceAll(".*/", "")));
    new ManyMaps(application).holdASession(id, 12);
    var school = new SchoolsJob(owner, round);
    school.publish(16);
    assertThat(SchoolsJob.present(facilitator, round)).hasSizeGreaterThan(1);
    school.planAMeasure();
    school.writeToTheCouncil();
    school.lookAtThePoster();

    takeBackOnceOnly(browser.another(), slip);
    decide(as(browser, Role.SAFEGUARDING_LEAD), concern);
    facilitator.open("/concerns/" + concern).sees("Page not found");
    owner.open("/concerns/" + concern).sees("Page not found");
  }

  private Person as(Browser browser, Role role) {
    return new Person(browser.another().signIn(role));
  }

  private static void takeBackOnceOnly(Browser browser, String slip) {
    var student = new Person(browser.openStudentSite("/withdrawing"));
    student.type("code", slip).press("Delete my map");
    student.find(".receipt").waitFor();
    student.open("/withdrawing").type("code", slip).press("Delete my map");
    student.reads("This code was used before.");
    browser.page().checkAccessible();
  }

  private static void decide(Person lead, String concern) {
    lead.open("/concerns").pressAt("a[href='/concerns/" + concern + "']").sees("Concern");
    assertThat(lead.text("main")).contains("Somebody is followed home.");
    lead.press("Record what was decided").sees("Record what was decided");
    lead.check("outcome-in-school").type("reason", "A walk home is arranged until we look again.");
    lead.type("told", "Yes, by the form tutor.").check("ends-yes");
    lead.press("Record").reads("The concern is closed.");
  }
}
