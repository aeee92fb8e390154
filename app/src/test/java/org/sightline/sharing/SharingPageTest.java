package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// Makes organisations, agreements and shares by filling in pages.
abstract class SharingPageTest {

  static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired TestPeople people;
  @Autowired Organisations organisations;
  @Autowired Agreements agreements;
  @Autowired private DatabaseSettings database;

  /// Organisations that no other test uses, and our own school among those there are.
  UUID organisation(String name) {
    var officer = people.as(Role.GOVERNANCE);
    if (organisations.all(officer).stream().noneMatch(one -> one.isSchool(people.school()))) {
      organisations.add(officer, OrganisationKind.SCHOOL, "Larkrise Academy", people.school());
    }
    return organisations.add(officer, OrganisationKind.SOCIAL_CARE, name, null);
  }

  UUID ours() {
    return organisations.all(people.as(Role.GOVERNANCE)).stream()
        .filter(one -> one.isSchool(people.school()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  Arrived writeAgreement(String title, UUID other) {
    var officer = people.signedIn(Role.GOVERNANCE);
    return officer.post(
        "/sharing/agreements/new",
        fields(
            Map.of(),
            "title",
            title,
            "owner",
            "Governance officer",
            "document",
            "Folder 114",
            "basis",
            "DUTY_TO_SHARE",
            "purposes",
            "SAFER_PLACES",
            "categories",
            "PLACES",
            "parties",
            ours().toString(),
            "parties",
            other.toString(),
            "from-day",
            "" + TODAY.getDayOfMonth(),
            "from-month",
            "" + TODAY.getMonthValue(),
            "from-year",
            "" + TODAY.getYear(),
            "review-day",
            "1",
            "review-month",
            "6",
            "review-year",
            "" + (TODAY.getYear() + 1)));
  }

  /// In force, by two persons.
  UUID agreement(String title, UUID other) {
    String at = writeAgreement(title, other).path();
    assertThat(people.signedIn(Role.GOVERNANCE).post(at + "/asking").status()).isEqualTo(200);
    assertThat(people.signedIn(Role.HEAD).post(at + "/activation").status()).isEqualTo(200);
    return UUID.fromString(at.replaceAll(".*/", ""));
  }

  /// What a round's owner fills in about a bus stop; `given` goes instead of ours.
  String[] share(UUID to, Map<String, String> given) {
    return fields(
        given,
        "what",
        "The bus stop is dark after five",
        "categories",
        "PLACES",
        "aboutKind",
        "PLACE",
        "owner",
        "Larkrise Academy",
        "purpose",
        "SAFER_PLACES",
        "heldFor",
        "SAFER_PLACES",
        "marking",
        "CASE_MANAGEMENT",
        "recipients",
        to.toString(),
        "person-" + to,
        "Duty team",
        "route",
        "PORTAL");
  }

  Arrived prepare(Visitor owner, UUID to, Map<String, String> given) {
    return owner.post("/sharing/workspaces/" + people.school() + "/new", share(to, given));
  }

  /// Types the names the page asks for and sends it.
  static Arrived send(Visitor owner, Arrived check, String name, String... more) {
    var form = check.page().select("form[action$=/sending]").first();
    var fields = new ArrayList<String>(List.of(more));
    for (Element field : form.select("input[type=hidden], input[name^=confirm-]")) {
      fields.add(field.attr("name"));
      fields.add(field.attr("type").equals("hidden") ? field.attr("value") : name);
    }
    return owner.post(form.attr("action"), fields.toArray(String[]::new));
  }

  private static String[] fields(Map<String, String> given, String... usual) {
    var fields = new ArrayList<String>();
    for (int i = 0; i < usual.length; i += 2) {
      if (!given.containsKey(usual[i])) {
        fields.add(usual[i]);
        fields.add(usual[i + 1]);
      }
    }
    given.forEach(
        (name, value) -> {
          fields.add(name);
          fields.add(value);
        });
    return fields.toArray(String[]::new);
  }

  /// As if the time in which a share can be taken back had gone by.
  void aMinuteGoesBy(String share) {
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update sharing.share_step set final_at = final_at - interval '61 seconds'
                     where share_id = :share and kind = 'SENT'
                    """)
                .param("share", UUID.fromString(share.replaceAll(".*/", "")))
                .update());
  }
}
