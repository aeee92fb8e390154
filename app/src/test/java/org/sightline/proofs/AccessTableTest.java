package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
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

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

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
  @Test
  void whomTheTableLeavesOutFindsNothing() {
    var school = new TestSchools(application);
    var table = new AccessTable(application);
    var wrong = new TreeMap<String, Integer>();
    for (Role role : Role.values()) {
      var visitor = people.signedIn(school.the(role));
      for (var row : table.rows()) {
        if (row.site() == Site.STAFF && !row.everyone() && !row.roles().contains(role)) {
          int status = ask(visitor, row).status();
          if (status != 404) {
            wrong.put(role + " " + row.verb() + " " + row.route(), status);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Visitor.Arrived ask(Visitor visitor, AccessTable.Row row) {
    String path = row.route().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    return row.verb() == RequestMethod.GET ? visitor.get(path) : visitor.post(path);
  }

  private static Path root() {
    boolean inside = Files.isDirectory(Path.of("src")) && Files.exists(Path.of("../app"));
    return inside ? Path.of("..") : Path.of(".");
  }
}
