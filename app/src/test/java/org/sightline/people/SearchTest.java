package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// Searching what the reader may open, and nothing else.
@SightlineTest
class SearchTest {

  private static final LocalDate BORN = LocalDate.of(2011, 3, 27);
  private static final Identifier NUMBER =
      new Identifier(IdentifierKind.NHS_NUMBER, null, "943 476 5919");

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private Search search;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private SignedIn chair;
  private WorkspaceId piece;
  private PersonId brien;

  @BeforeEach
  void threePeople() {
    team = casework.aTeam("Seek");
    chair = team.asChair();
    piece = casework.aPieceOf(team);
    brien = casework.aPerson(chair, piece, "Niamh", "O'Brién-Test", BORN, List.of(NUMBER));
    casework.aPerson(chair, piece, "Tam", "Searchable", BORN);
    records.add(
        chair,
        piece,
        new PersonDetails(
            PersonKind.UNKNOWN,
            "Unknown adult 2",
            null,
            List.of("Tall Danny"),
            new Age.NotKnown(),
            null),
        List.of());
  }

  @Test
  void findsByPartsOfNamesHoweverTheyAreWritten() {
    assertThat(names(search.byName(chair, "obrien"))).containsExactly("Niamh O'Brién-Test");
    assertThat(names(search.byName(chair, "TEST niamh"))).containsExactly("Niamh O'Brién-Test");
    assertThat(names(search.byName(chair, "danny"))).containsExactly("Unknown adult 2");
    assertThat(names(search.byName(chair, "nobody"))).isEmpty();
  }

  @Test
  void saysHowManyRecordsItSearched() {
    var found = people.signedIn(team.chair()).post("/people/search", "name", "tam");

    assertThat(found.page().select("[data-searched]").text())
        .isEqualTo("Searched 3 of your 3 records");
    assertThat(found.page().select("main li a").eachText()).contains("Tam Searchable");
    assertThat(found.path()).isEqualTo("/people/search");
  }

  @Test
  void findsExactlyByNumberInAnySpellingAndBySurnameWithDateOfBirth() {
    var number = new Identifier(IdentifierKind.NHS_NUMBER, null, "943-4765919");

    assertThat(names(search.exactly(chair, new LookUp.ByNumber(number)))).hasSize(1);
    assertThat(names(search.exactly(chair, new LookUp.BySurnameAndBirth("O’BRIÉN test", BORN))))
        .containsExactly("Niamh O'Brién-Test");
    assertThat(
            names(
                search.exactly(
                    chair, new LookUp.BySurnameAndBirth("O'Brién-Test", BORN.plusDays(1)))))
        .isEmpty();
  }

  @Test
  void findsNobodyByASurnameTheyHaveNoLonger() {
    records.change(
        chair, piece, brien, 1, TestCasework.details("Niamh", "Newname-Test", BORN), "Adopted.");

    assertThat(names(search.exactly(chair, new LookUp.BySurnameAndBirth("O'Brién-Test", BORN))))
        .isEmpty();
    assertThat(names(search.exactly(chair, new LookUp.BySurnameAndBirth("Newname-Test", BORN))))
        .hasSize(1);
  }

  @Test
  void isRecordedWithoutWhatWasSearchedFor() {
    search.byName(chair, "Searchable");
    search.byName(chair, "searchable");
    search.byName(chair, "somebody else");

    var details =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        "select detail from audit.entry where act = 'people.searched' and user_id = :user order by seq")
                    .param("user", chair.user().value())
                    .query(String.class)
                    .list());

    assertThat(details)
        .hasSize(3)
        .allMatch(one -> one.matches("searched=3 found=[01] terms=[0-9a-f]{16}"));
    assertThat(details.get(0)).isEqualTo(details.get(1)).isNotEqualTo(details.get(2));
  }

  /// AC-18: whoever is on the list of what was found was seen by name.
  @Test
  void whoeverIsFoundWasSeenByWhoeverSearched() {
    search.byName(chair, "obrien");
    search.exactly(chair, new LookUp.ByNumber(NUMBER));
    search.byName(chair, "nobody");

    assertThat(found(brien)).isEqualTo(2);
    String seen =
        people
            .signedIn(casework.governs(team))
            .post("/auditing/records", "record", brien.toString())
            .page()
            .select("table")
            .text();
    assertThat(seen)
        .contains(team.chair().name(), "was among those a search found")
        .doesNotContain("Niamh");
  }

  private long found(PersonId person) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select count(*) from audit.entry
                     where act = 'people.person-found' and object = :person and user_id = :user
                       and workspace = :piece and role = 'CHAIR' and detail is null
                    """)
                .param("person", person.value())
                .param("user", chair.user().value())
                .param("piece", piece.value())
                .query(Long.class)
                .single());
  }

  @Test
  void ofASealedRecordThereIsNoTraceInListCountSearchOrRecord() {
    var before = seen();
    var sealed = casework.aPerson(chair, piece, "Sealed", "Searchable", BORN, List.of(NUMBER));
    casework.aStatement(chair, piece, sealed, "Sealed words.");

    casework.seal(chair, piece, sealed.value());

    var practitioner = people.signedIn(team.practitioner());
    assertThat(seen()).isEqualTo(before);
    assertThat(practitioner.get("/people/" + piece).page().select("caption").text())
        .isEqualTo("3 people");
    assertThat(practitioner.get("/people/" + piece + "/" + sealed).status()).isEqualTo(404);
  }

  @Test
  void ofSomebodyTheReaderIsKeptAwayFromThereIsNoTrace() {
    var blocked = casework.aPerson(chair, piece, "Cousin", "Searchable", BORN);
    casework.keepAway(chair, piece, blocked.value(), team.practitioner().id());

    assertThat(search.byName(team.asPractitioner(), "searchable").searched()).isEqualTo(3);
    assertThat(search.byName(chair, "searchable").searched()).isEqualTo(4);
  }

  /// All that the practitioner, who is not named, can learn.
  private List<Object> seen() {
    var practitioner = team.asPractitioner();
    return List.of(
        records.list(practitioner, piece).stream().map(Person::id).toList(),
        search.byName(practitioner, "searchable"),
        search.exactly(practitioner, new LookUp.ByNumber(NUMBER)).hits().size(),
        search
            .exactly(practitioner, new LookUp.BySurnameAndBirth("Searchable", BORN))
            .hits()
            .size());
  }

  private static List<String> names(Search.Found found) {
    return found.hits().stream().map(hit -> hit.person().details().name()).toList();
  }
}
