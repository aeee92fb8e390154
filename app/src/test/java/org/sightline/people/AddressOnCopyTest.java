package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.TwoPeople;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// A protected address is in no copy but the one that two people put it into (EX-08, AC-12).
@SightlineTest
class AddressOnCopyTest {

  private static final String HIDDEN = "23 Planted Secret Close";
  private static final String POLICE = "Sergeant Invented, police";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private TwoPeople two;
  @Autowired private Recipients recipients;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private WorkspaceId piece;
  private PersonId person;
  private Visitor asker;
  private Visitor second;
  private String at;

  @BeforeEach
  void aProtectedAddress() {
    team = casework.aTeam("Address");
    piece = casework.aPieceOf(team);
    person =
        casework.aPerson(
            team.asChair(), piece, "Wryneck", "Address-Test", LocalDate.of(2011, 1, 2));
    asker = people.signedIn(team.chair());
    second = people.signedIn(team.practitioner());
    at = "/people/" + piece + "/" + person;
    asker.post(at + "/address", "version", "0", "address", HIDDEN, "protected", "yes");
  }

  @Test
  void itIsInNoCopyThatNobodyElseAgreedTo() {
    for (String way : List.of("PRINT", "FILE")) {
      assertThat(copy(way).page().html()).doesNotContain(HIDDEN);
    }
    assertThat(withAddress(POLICE).status()).isEqualTo(409);

    ask();

    assertThat(withAddress(POLICE).status()).isEqualTo(409);
    assertThatThrownBy(
            () ->
                recipients.copyWithAddress(
                    team.asChair(), piece, person, Disclosure.Kind.SHARED, POLICE, false))
        .isInstanceOf(InTheWay.class);
  }

  @Test
  void theFirstIsNeverTheSecond() {
    ask();

    var alone = asker.post(question() + "/agreement");

    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.page().text()).contains("you are the first");
    assertThat(asker.get(question()).page().select("form[action$=/agreement]")).isEmpty();
    assertThat(withAddress(POLICE).status()).isEqualTo(409);
  }

  @Test
  void whatWasAgreedStandsInOneCopyForOneRecipientAndOnTheRecord() {
    ask();
    assertThat(second.get("/waiting").page().text())
        .contains("Somebody asks for a second person")
        .doesNotContain("Wryneck", POLICE, HIDDEN);
    assertThat(second.get(question()).page().text())
        .contains(POLICE, "They fetch her tonight.")
        .doesNotContain(HIDDEN);

    assertThat(second.post(question() + "/agreement").page().text())
        .contains(team.practitioner().name() + " agreed.");
    assertThat(second.post(question() + "/agreement").status()).as("twice").isEqualTo(409);

    assertThat(withAddress("Somebody else").status()).isEqualTo(422);
    assertThat(withAddress("Somebody else").page().html()).doesNotContain(HIDDEN);
    assertThat(copy("PRINT").page().html()).as("without the tick").doesNotContain(HIDDEN);
    assertThat(withAddress(POLICE, "parent", "yes").page().html()).doesNotContain(HIDDEN);

    assertThat(withAddress(POLICE).page().text()).contains(HIDDEN);

    assertThat(withAddress(POLICE).status()).as("one copy").isEqualTo(409);
    assertThat(copy("PRINT").page().html()).doesNotContain(HIDDEN);
    assertThat(asker.get(at).page().text())
        .contains("They fetch her tonight.")
        .doesNotContain(HIDDEN);
    assertThat(acts())
        .contains(
            "access.second-person-asked",
            "access.second-person-agreed",
            "people.protected-address-copied");
  }

  @Test
  void afterSevenDaysItIsNeitherAgreedToNorUsed() {
    ask();
    String question = question();
    aWeekGoesBy();
    assertThat(second.post(question + "/agreement").status()).isEqualTo(409);

    ask();
    second.post(question() + "/agreement");
    aWeekGoesBy();

    assertThat(withAddress(POLICE).status()).isEqualTo(409);
  }

  @Test
  void whoeverIsNoPartOfTheWorkFindsNothing() {
    ask();
    var stranger = people.signedIn(casework.aTeam("Strange").chair());

    assertThat(stranger.get(question()).status()).isEqualTo(404);
    assertThat(stranger.post(question() + "/agreement").status()).isEqualTo(404);
    assertThat(stranger.get("/second-person").page().text()).contains("Nobody has asked");
  }

  @Test
  void aNewAddressIsAskedForAnew() {
    ask();
    second.post(question() + "/agreement");
    asker.post(at + "/address", "version", "1", "address", HIDDEN + " 2", "protected", "yes");

    assertThat(withAddress(POLICE).status()).isEqualTo(409);
  }

  private void ask() {
    assertThat(asker.post(at + "/copies/address", "toWhom", POLICE).status()).isEqualTo(422);
    asker.post(at + "/copies/address", "toWhom", POLICE, "reason", "They fetch her tonight.");
  }

  private String question() {
    return "/second-person/" + two.all(team.asChair()).getFirst().id();
  }

  private Arrived withAddress(String toWhom, String... more) {
    var fields =
        new java.util.ArrayList<>(
            List.of("toWhom", toWhom, "purpose", "PARTNERS", "way", "PRINT", "withAddress", "yes"));
    fields.addAll(List.of(more));
    return asker.post(at + "/copies/new", fields.toArray(String[]::new));
  }

  private Arrived copy(String way) {
    return asker.post(at + "/copies/new", "toWhom", POLICE, "purpose", "PARTNERS", "way", way);
  }

  private void aWeekGoesBy() {
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update access.second_person
                       set asked_at = asked_at - interval '7 days 1 minute',
                           agreed_at = agreed_at - interval '7 days 1 minute'
                     where workspace_id = :piece
                    """)
                .param("piece", piece.value())
                .update());
  }

  private List<String> acts() {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql("select act from audit.entry where workspace = :piece")
                .param("piece", piece.value())
                .query(String.class)
                .list());
  }
}
