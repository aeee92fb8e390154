package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Alerts;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;

/// AU-02: when the audit takes no entry, whatever would have been written down is not done and not
/// shown: 503, for everything of the whole job, and once the audit is back everything goes on.
@SightlineTest
@TestPropertySource(properties = "spring.application.name=no-audit-no-data")
@Tag("long")
class NoAuditNoDataTest {

  private static final String STUDENT_SITE =
      "/|/(joining|what-happens|year-group|marking|slip|leaving|withdrawing)(/.*)?";

  private static final List<String> WORKING = List.of("sightline_staff", "sightline_system");

  @Autowired private TestPeople people;
  @Autowired private Alerts alerts;
  @Autowired private DatabaseSettings settings;

  private final List<String> faults = new ArrayList<>();
  private final TreeSet<String> held = new TreeSet<>();

  @Test
  void whatCannotBeWrittenDownIsNeitherDoneNorShown() {
    var job =
        new WholeJob(
            role -> people.signedIn(Role.valueOf(role)),
            people::student,
            Planted::into,
            this::twice);
    job.run();
    var accounts = new AccountsJob(people, this::twice);
    accounts.run();
    var governance = new GovernanceJob(people, alerts, this::twice);
    governance.run();
    var sharing = new SharingJob(people, this::twice);
    sharing.run();
    var casework =
        new PeopleJob(
            role -> people.signedIn(Role.valueOf(role)),
            people.cast().the(Role.ANALYST).username(),
            Planted::into,
            this::twice);
    casework.run();
    var drawing = new MapJob(people.signedIn(Role.CHAIR), Planted::into, this::twice);
    drawing.run();
    var mapping = new MappingJob(people, Planted::into, this::twice);
    mapping.run();
    var ownMaps = new OwnMapsJob(people.signedIn(Role.CHAIR), Planted::into, this::twice);
    ownMaps.run();

    assertSoftly(
        all -> {
          all.assertThat(faults).isEmpty();
          all.assertThat(job.refused()).as("what was tried in vain goes well later").isEmpty();
          all.assertThat(accounts.refused()).isEmpty();
          all.assertThat(governance.refused()).isEmpty();
          all.assertThat(sharing.refused()).isEmpty();
          all.assertThat(casework.refused()).isEmpty();
          all.assertThat(drawing.refused()).isEmpty();
          all.assertThat(mapping.refused()).isEmpty();
          all.assertThat(ownMaps.refused()).isEmpty();
        });
    assertThat(held).as("so many were held back").hasSizeGreaterThan(60);
  }

  /// Once while the audit takes nothing, and once for real.
  private Arrived twice(String method, String path, Supplier<Arrived> request) {
    if (path.matches(STUDENT_SITE)) {
      return request.get();
    }
    String what = method + " " + path.replaceAll("[0-9a-f-]{36}", "…");
    long untouched = length();
    WORKING.forEach(role -> say("revoke execute on function audit.append from " + role));
    var inVain = request.get();
    WORKING.forEach(role -> say("grant execute on function audit.append to " + role));
    if (length() != untouched) {
      faults.add(what + " was written down though nobody may");
    }
    var arrived = request.get();
    if (length() > untouched) {
      held.add(what);
      if (inVain.status() != 503) {
        faults.add(what + " answered " + inVain.status());
      }
      var page = inVain.page();
      // What was typed just now is handed back to whoever typed it, and is no answer.
      page.select(".as-typed").remove();
      String shown = page.text();
      if (Planted.SURNAMES.stream().anyMatch(shown::contains)) {
        faults.add(what + " showed a name");
      }
    }
    return arrived;
  }

  /// What people did; what is done by the clock is written down in between.
  private long length() {
    Long length =
        owner()
            .queryForObject(
                "select max(seq) from audit.entry where user_id is not null", Long.class);
    return length == null ? 0 : length;
  }

  private void say(String sql) {
    owner().execute(sql);
  }

  private JdbcTemplate owner() {
    return new JdbcTemplate(
        new DriverManagerDataSource(settings.url(), settings.owner(), settings.password()));
  }
}
