package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.TestSessions;
import org.sightline.testing.Visitor;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;

/// Deny by default: every address of both sites has its rule, written down in one table, and none
/// answers somebody whom the table leaves out (AC-01).
@SightlineTest
class AccessTableTest {

  private static final String WRITE = "access.page.write";

  /// Files and prints; breaking the glass; giving roles and letting in again; seals; guests; and
  /// what one signs in with.
  private static final Pattern ASKS_AGAIN =
      Pattern.compile(
          "GET .*[.](csv|xlsx|zip|pdf)|GET .*/print|GET .*/copies/\\{file}|POST .*/copies/(new|address)"
              + "|POST /concerns/\\{id}/copy|POST /sharing/shares/\\{share}/(file|leaving|sending)"
              + "|.* /picking-up/\\{address}|.* /break-glass/\\{workspace}"
              + "|POST /casework/\\{piece}/members|POST /colleagues/.*|POST /conflicts/.*"
              + "|POST /engagement/rounds/\\{round}/facilitators|POST /seals/.*|POST /guests/.*"
              + "|.* /your-sign-in/(app|recovery-codes|passkeys.*|directory.*)");

  /// Forms and legends on which nothing is filled in.
  private static final Set<String> NOBODYS =
      Set.of(
          "/engagement/sessions/{session}/consent-forms.pdf",
          "/network/exercises/{exercise}/own-maps/blank/sheet-{paper:a3|a4}.pdf",
          "/network/maps/{work}/wall-kit/legend.pdf");

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  @Test
  void everyAddressHasARule() {
    assertThat(new AccessTable(application).ruleless()).isEmpty();
  }

  @Test
  void theDocumentedTableIsTheOneInForce() throws IOException {
    var path = root().resolve("docs/data-protection/access.md");
    String now = new AccessTable(application).page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(path, now);
    }

    assertThat(path).as("access.md is stale: make it again with -D%s=true", WRITE).hasContent(now);
  }

  /// AN-02: whatever answers before anybody is signed in is in the list that says what it takes.
  @Test
  void everyWayInIsWrittenDown() throws IOException {
    var written =
        Pattern.compile("(?m)^\\| `((?:GET|POST|PUT) [^`]+)` \\|")
            .matcher(Files.readString(root().resolve("docs/modules/access.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            new AccessTable(application)
                .rows().stream()
                    .filter(row -> row.site() == Site.STAFF && row.everyone())
                    .map(row -> row.verb() + " " + row.route())
                    .toList());
  }

  @Test
  void whoIsNotSignedInComesToTheDoorOfTheStaffSiteAndNoFurther() {
    var wrong = new TreeMap<String, String>();
    for (var row : new AccessTable(application).rows()) {
      if (row.site() == Site.STAFF && !row.everyone()) {
        var arrived = ask(people.stranger(), row);
        boolean door = arrived.path().startsWith("/signing-in") || arrived.status() == 401;
        if (!door) {
          wrong.put(row.verb() + " " + row.route(), arrived.status() + " " + arrived.path());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// But for "/", which leads to the first page of either site.
  @Test
  void noAddressOfTheStaffSiteIsThereOnTheStudentSite() {
    var table = new AccessTable(application);
    var theirs =
        table.rows().stream()
            .filter(row -> row.site() == Site.STUDENT)
            .map(AccessTable.Row::route)
            .toList();
    var student = people.student();
    var wrong = new TreeMap<String, Integer>();
    for (var row : table.rows()) {
      if (row.site() == Site.STAFF && !row.route().equals("/") && !theirs.contains(row.route())) {
        int status = ask(student, row).status();
        if (status != 404) {
          wrong.put(row.verb() + " " + row.route(), status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// A role the table leaves out finds the same as where nothing is, also with a role elsewhere.
  /// That it was tried is in the audit, with the address it was tried at (AU-01).
  @Test
  void whomTheTableLeavesOutFindsNothing() {
    var school = new TestSchools(application);
    var table = new AccessTable(application);
    var wrong = new TreeMap<String, Integer>();
    var tried = new ArrayList<String>();
    for (Role role : Role.values()) {
      var member = school.the(role);
      var visitor = people.signedIn(member);
      for (var row : table.rows()) {
        if (row.site() == Site.STAFF && !row.everyone() && !row.roles().contains(role)) {
          int status = ask(visitor, row).status();
          tried.add(member.id() + " " + row.verb() + " " + row.route());
          if (status != 404) {
            wrong.put(role + " " + row.verb() + " " + row.route(), status);
          }
        }
      }
      // The last one is written once its answer has gone: one more request of the same person.
      visitor.get("/");
    }
    assertThat(wrong).isEmpty();
    tried.removeAll(denied());
    assertThat(tried).as("tried, and not in the audit").isEmpty();
  }

  /// Who, and what is said of where.
  private Set<String> denied() {
    return store
        .jdbc()
        .sql(
            "select user_id || ' ' || detail from audit.entry where act = 'access.address-refused'")
        .query(String.class)
        .set();
  }

  /// AN-12: after six minutes nobody comes to what cannot be taken back without showing again who
  /// they are, and all of that is marked so.
  @Test
  void whatCannotBeTakenBackAsksAgainAfterFiveMinutes() {
    var school = new TestSchools(application);
    var signedIn = new EnumMap<Role, Visitor>(Role.class);
    var open = new TreeMap<String, String>();
    var unmarked = new TreeSet<String>();
    int asked = 0;
    for (var row : new AccessTable(application).rows()) {
      String name = row.verb() + " " + row.route();
      if (row.site() == Site.STAFF && row.fresh()) {
        var visitor =
            signedIn.computeIfAbsent(row.roles().iterator().next(), role -> late(school, role));
        var arrived = ask(visitor, row);
        asked++;
        if (!arrived.path().equals("/signing-in-again")) {
          open.put(name, arrived.status() + " " + arrived.path());
        }
      } else if (row.site() == Site.STAFF
          && ASKS_AGAIN.matcher(name).matches()
          && !NOBODYS.contains(row.route())) {
        unmarked.add(name);
      }
    }
    assertThat(asked).isGreaterThan(70);
    assertThat(open).isEmpty();
    assertThat(unmarked).isEmpty();
  }

  private Visitor late(TestSchools school, Role role) {
    var member = school.the(role);
    var visitor = people.signedIn(member);
    TestSessions.shownAgo(application, member.id(), Duration.ofMinutes(6));
    return visitor;
  }

  private static Visitor.Arrived ask(Visitor visitor, AccessTable.Row row) {
    String path =
        row.route()
            .replaceAll("\\{[^}:]*:([^|}]*)[^}]*}", "$1")
            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    return row.verb() == RequestMethod.GET ? visitor.get(path) : visitor.post(path);
  }

  private static Path root() {
    boolean inside = Files.isDirectory(Path.of("src")) && Files.exists(Path.of("../app"));
    return inside ? Path.of("..") : Path.of(".");
  }
}
