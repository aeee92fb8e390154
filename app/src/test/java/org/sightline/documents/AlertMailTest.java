package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Alerts;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestMail;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// AU-08: an alert is told to those who are to look into it, at their own addresses, and to nobody
/// of another school; never which, never about whom.
@SightlineTest
class AlertMailTest {

  @Autowired private ApplicationContext application;
  @Autowired private Alerts alerts;
  @Autowired private AlertMail telling;
  @Autowired private TestPeople people;

  @Test
  void theGovernanceReaderOfTheirSchoolIsToldAndNobodyElsewhere() {
    telling.tell();
    var school = new TestSchools(application);
    var elsewhere = new TestSchools(application);
    var mail = new TestMail(application);
    String told = mail.address(school.the(Role.GOVERNANCE).id());
    String head = mail.address(school.the(Role.HEAD).id());
    String other = mail.address(elsewhere.the(Role.GOVERNANCE).id());
    alerts.raise("many-records", school.the(Role.HEAD).id().value(), null);
    alerts.raise("glass-broken", school.the(Role.HEAD).id().value(), school.id());

    telling.tell();
    telling.tell();

    var sent = List.copyOf(mail.sentTo(told).values());
    assertThat(sent)
        .filteredOn(one -> one.contains("To: " + told))
        .singleElement()
        .asString()
        .contains("/waiting")
        .doesNotContain("glass", "records", school.the(Role.HEAD).name());
    assertThat(sent).noneMatch(one -> one.contains(other)).noneMatch(one -> one.contains(head));
    var reader = people.signedIn(school.the(Role.GOVERNANCE));
    String waits = "main a[href=/alerts]";
    assertThat(reader.get("/waiting").page().select(waits)).hasSize(1);
    assertThat(people.signedIn(school.the(Role.HEAD)).get("/waiting").page().select(waits))
        .isEmpty();
  }

  @Test
  void nobodyIsToldOfAnAlertAboutThemselves() {
    telling.tell();
    var school = new TestSchools(application);
    var reader = school.the(Role.GOVERNANCE);
    alerts.raise("many-records", reader.id().value(), school.id());

    telling.tell();

    assertThat(people.signedIn(reader).get("/waiting").page().select("main tr a[href=/alerts]"))
        .isEmpty();
  }
}
