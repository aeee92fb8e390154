package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.PastDays;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.clocks.RuleBook;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.RecordKeys;
import org.sightline.store.SystemStore;
import org.sightline.testing.Lent;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// "Is this young person known to any team?": an outsider learns whom to ask, and nothing else.
@SightlineTest
class SignpostTest {

  private static final String REASON = "Seen near the station late on two evenings.";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private Signposts signposts;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;
  @Autowired private DatabaseSettings database;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private SystemStore store;
  @Autowired private RecordKeys keys;

  private TestCasework.Team holder;
  private TestCasework.Team asker;
  private WorkspaceId piece;
  private PersonId person;
  private String surname;
  private final LocalDate born = LocalDate.of(2011, 3, 27);

  @BeforeEach
  void somebodyKnown() {
    String letters = UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    holder = casework.aTeam("Holder" + letters);
    asker = casework.aTeam("Asker");
    piece = casework.aPieceOf(holder);
    surname = "Post" + letters;
    person = casework.aPerson(holder.asChair(), piece, "Given-" + letters, surname, born);
  }

  @Test
  void isNotAskedWithoutAReason() {
    var refused =
        people
            .signedIn(asker.practitioner())
            .post(
                "/people/signposts",
                "surname",
                surname,
                "born-day",
                "27",
                "born-month",
                "3",
                "born-year",
                "2011",
                "reason",
                "why");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(signposts.asked(asker.asPractitioner())).isEmpty();
  }

  @Test
  void isNotAskedByASurnameAlone() {
    var refused =
        people
            .signedIn(asker.practitioner())
            .post("/people/signposts", "surname", surname, "reason", REASON);

    assertThat(refused.status()).isEqualTo(422);
  }

  @Test
  void theChairIsToldThatSomebodyAsksUntilItIsAnswered() {
    var chair = people.signedIn(holder.chair());
    var who = asker.asPractitioner();
    signposts.ask(who, new LookUp.BySurnameAndBirth(surname, born), REASON);

    assertThat(chair.get("/waiting").page().text())
        .contains("A colleague elsewhere asks whether somebody is known")
        .doesNotContain(surname, REASON);
    var question = signposts.toAnswer(holder.asChair()).getFirst();
    signposts.answer(holder.asChair(), piece, question.id(), Signpost.Answer.NO);

    assertThat(chair.get("/waiting").page().text()).doesNotContain("A colleague elsewhere asks");
  }

  @Test
  void tellsWhomToAskAndNothingElse() {
    casework.aStatement(holder.asChair(), piece, person, "Planted words about them.");

    var answer =
        people
            .signedIn(asker.practitioner())
            .post(
                "/people/signposts",
                "surname",
                surname,
                "born-day",
                "27",
                "born-month",
                "3",
                "born-year",
                "2011",
                "reason",
                REASON);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.page().select("main").text()).contains(holder.word() + " duty desk");
    assertThat(answer.page().html())
        .doesNotContain(
            surname,
            "Given-",
            "Planted words",
            person.toString(),
            piece.toString(),
            holder.word() + " work");
  }

  @Test
  void oneDeskIsOneAnswerHoweverManyItKnows() {
    casework.aPerson(holder.asChair(), piece, "Twin", surname, born);
    casework.aPerson(holder.asChair(), casework.aPieceOf(holder), "Third", surname, born);

    assertThat(contacts(ask(asker.asPractitioner()))).containsExactly(holder.word() + " duty desk");
  }

  @Test
  void askingByNumberWorksToo() {
    var number = new Identifier(IdentifierKind.CASE_NUMBER, holder.word(), "YJ 1");
    records.addNumber(holder.asChair(), piece, person, number);

    var asked = signposts.ask(asker.asPractitioner(), new LookUp.ByNumber(number), REASON);

    assertThat(contacts(asked)).hasSize(1);
  }

  @Test
  void aSealedRecordIsAnsweredLikeNobody() {
    casework.seal(holder.asChair(), piece, person.value());
    var visitor = people.signedIn(asker.practitioner());

    var sealed = visitor.get("/people/signposts/" + ask(asker.asPractitioner()));
    var unknown =
        visitor.get(
            "/people/signposts/"
                + signposts.ask(
                    asker.asPractitioner(), new LookUp.BySurnameAndBirth("Nobody", born), REASON));

    assertThat(sealed.withoutKeys()).isEqualTo(unknown.withoutKeys());
  }

  @Test
  void somebodyTheAskerIsKeptAwayFromIsAnsweredLikeNobody() {
    casework.keepAway(holder.asChair(), piece, person.value(), asker.practitioner().id());

    assertThat(contacts(ask(asker.asPractitioner()))).isEmpty();
  }

  @Test
  void whatAWholeTeamHoldsIsAnsweredLikeNobodyToWhomIsKeptAwayFromTheTeam() {
    processes.look(
        holder.asChair(),
        () ->
            jdbc.sql(
                    """
                    insert into access.conflict_block
                      (id, user_id, workspace_id, declared_by, declared_on)
                    values (gen_random_uuid(), :asker, :team, access.me(), current_date)
                    """)
                .param("asker", asker.practitioner().id().value())
                .param("team", holder.id().value())
                .update());

    assertThat(contacts(ask(asker.asPractitioner()))).isEmpty();
  }

  @Test
  void somebodyWhoWasLetGoIsAnsweredLikeNobody() {
    records.release(holder.asChair(), piece, person);

    assertThat(contacts(ask(asker.asPractitioner()))).isEmpty();
  }

  @Test
  void theChairIsToldAndAnswers() {
    var request = ask(asker.asPractitioner());
    var chair = people.signedIn(holder.chair());

    assertThat(chair.get("/people/" + piece).page().select(".govuk-inset-text").text())
        .startsWith("A colleague elsewhere asked");
    String waits = "main a[href=/people/signposts/questions]";
    assertThat(chair.get("/waiting").page().select(waits)).hasSize(1);
    assertThat(people.signedIn(asker.practitioner()).get("/waiting").page().select(waits))
        .isEmpty();
    var questions = chair.get("/people/signposts/questions").page();
    assertThat(questions.text()).contains(REASON, asker.practitioner().name());
    chair.post(questions.select("form[action$=/answer]").attr("action"), "answer", "yes");

    assertThat(chair.get("/waiting").page().select(waits)).isEmpty();
    assertThat(
            people.signedIn(asker.practitioner()).get("/people/signposts/" + request).page().text())
        .contains("Yes, contact us.");
  }

  @Test
  void whatNoChairAnswersIsOverdueAWeekAfter() {
    ask(asker.asPractitioner());
    var question = signposts.toAnswer(holder.asChair()).getFirst().id().value();
    assertThat(isLate(question, 7)).isFalse();
    assertThat(isLate(question, 9)).isTrue();

    var shorter = RuleBook.shipped().with(Map.of("signpost-answered.amount", "3"));
    assertThat(isLate(question, 5, shorter)).as("the council gives less time").isTrue();

    records.release(holder.asChair(), piece, person);
    assertThat(isLate(question, 9)).as("nobody is held any more").isFalse();
    records.putBack(holder.asChair(), piece, person);
    assertThat(isLate(question, 9)).isTrue();
    signposts.answer(holder.asChair(), piece, new MatchId(question), Signpost.Answer.YES);
    assertThat(isLate(question, 9)).isFalse();
  }

  private boolean isLate(UUID question, int daysFromNow) {
    return isLate(question, daysFromNow, RuleBook.shipped());
  }

  private boolean isLate(UUID question, int daysFromNow, RuleBook book) {
    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
    return new LateQuestions(new PastDays(systemProcesses, store, keys, later), Lent.of(book))
        .list().stream().anyMatch(late -> late.id().equals(question));
  }

  @Test
  void nobodyButTheChairSeesOrAnswersTheQuestion() {
    ask(asker.asPractitioner());
    var question = signposts.toAnswer(holder.asChair()).getFirst();

    for (SignedIn other :
        List.of(holder.asPractitioner(), asker.asChair(), asker.asPractitioner())) {
      assertThat(signposts.toAnswer(other)).isEmpty();
      assertThatThrownBy(() -> signposts.answer(other, piece, question.id(), Signpost.Answer.NO))
          .isInstanceOf(NotThere.class);
    }
  }

  @Test
  void anothersQuestionIsNotThere() {
    var request = ask(asker.asPractitioner());

    assertThat(people.signedIn(asker.chair()).get("/people/signposts/" + request).status())
        .isEqualTo(404);
  }

  @Test
  void whoAsksAndAsksIsRefusedAndSomebodyIsTold() {
    for (int i = 0; i < Signposts.MOST_IN_AN_HOUR; i++) {
      ask(asker.asPractitioner());
    }

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> ask(asker.asPractitioner())).isInstanceOf(Refused.class);
    }
    assertThat(signposts.asked(asker.asPractitioner())).hasSize(Signposts.MOST_IN_AN_HOUR);
    int alerts =
        Superuser.<Integer>rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select count(*) from audit.alert
                         where kind = 'mass-signposting' and subject_user = :user
                        """)
                    .param("user", asker.practitioner().id().value())
                    .query(Integer.class)
                    .single());
    assertThat(alerts).isEqualTo(1);
  }

  @Test
  void whatWasAskedIsRecordedButNotInClear() {
    ask(asker.asPractitioner());

    var clear =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select to_jsonb(r)::text from people.signpost_request r where asked_by = :user
                        union all
                        select to_jsonb(e)::text from audit.entry e where user_id = :user
                        """)
                    .param("user", asker.practitioner().id().value())
                    .query(String.class)
                    .list());

    assertThat(clear)
        .hasSizeGreaterThan(1)
        .noneMatch(row -> row.contains(surname) || row.contains("station"));
  }

  private UUID ask(SignedIn who) {
    return signposts.ask(who, new LookUp.BySurnameAndBirth(surname, born), REASON);
  }

  private List<String> contacts(UUID request) {
    return signposts.asked(asker.asPractitioner()).stream()
        .filter(one -> one.request().equals(request))
        .flatMap(one -> one.contacts().stream())
        .map(Signpost.Contact::words)
        .toList();
  }
}
