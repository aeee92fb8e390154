package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.sharing.Examples.ALL;
import static org.sightline.sharing.Examples.CARE;
import static org.sightline.sharing.Examples.OURS;
import static org.sightline.sharing.Examples.POLICE;
import static org.sightline.sharing.Examples.SCHOOL;
import static org.sightline.sharing.Examples.TODAY;
import static org.sightline.sharing.Examples.agreement;
import static org.sightline.sharing.Examples.check;
import static org.sightline.sharing.Examples.content;
import static org.sightline.sharing.Examples.inForce;
import static org.sightline.sharing.Examples.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.sharing.Agreement.StepKind;

/// What goes, what goes by a decision only, and what does not go, with the sentence for each
/// (EX-01, EX-03, EX-08, EX-09).
class CheckTest {

  private final Saying saying = new Saying(new org.sightline.web.Words());

  @Test
  void whatAnAgreementCoversGoesUnderIt() {
    assertThat(check(TODAY, inForce()).judge(content())).isInstanceOf(Verdict.Covered.class);
  }

  static Stream<Arguments> notCovered() {
    var care = Recipient.at(CARE.id(), "Duty team");
    var police = Recipient.at(POLICE.id(), "Desk");
    var places = Set.of(Category.PLACES);
    return Stream.of(
        Arguments.of(List.of(), content(), "There is no agreement yet."),
        Arguments.of(
            List.of(agreement(terms())), content(), "\"Safer places\" is still being written"),
        Arguments.of(
            List.of(agreement(terms(), StepKind.ACTIVATED, StepKind.SUSPENDED)),
            content(),
            "\"Safer places\" is suspended."),
        Arguments.of(
            List.of(agreement(terms(), StepKind.ACTIVATED, StepKind.ENDED)),
            content(),
            "\"Safer places\" has ended."),
        Arguments.of(
            List.of(inForce()),
            content(Purpose.SAFER_PLACES, places, null, police),
            "\"Safer places\" is not signed by Fennbridge Police."),
        Arguments.of(
            List.of(inForce()),
            content(Purpose.DISRUPTION, places, null, care),
            "\"Safer places\" does not cover this purpose: disrupting harm."),
        Arguments.of(
            List.of(inForce()),
            content(Purpose.SAFER_PLACES, Set.of(Category.HEALTH, Category.PLACES), null, care),
            "\"Safer places\" does not cover this kind of data: health."),
        Arguments.of(
            List.of(inForce()),
            content(Purpose.SAFER_PLACES, Set.of(Category.PEERS), null, care),
            "keeps this kind of data back: friendships and other links between young people. They asked"),
        Arguments.of(
            List.of(inForce()),
            content(Purpose.SAFER_PLACES, Set.of(Category.MEASURES), "fenn end", care),
            "keeps this kind of data back in Fenn End: what is being done about places. A case"),
        Arguments.of(
            List.of(inForce()),
            content(Purpose.SAFER_PLACES, Set.of(Category.MEASURES), null, care),
            "Say which area it is about."),
        Arguments.of(
            List.of(agreement(terms()), inForce()),
            content(Purpose.AUDIT, places, null, care),
            "does not cover this purpose: audit."));
  }

  @ParameterizedTest
  @MethodSource("notCovered")
  void whatNoneCoversGoesByADecisionOnlyAndSaysWhy(
      List<Agreement> agreements, Content content, String sentence) {
    var verdict = check(TODAY, agreements.toArray(Agreement[]::new)).judge(content);

    assertThat(verdict).isInstanceOf(Verdict.Uncovered.class);
    assertThat(saying.sentence(((Verdict.Uncovered) verdict).why())).contains(sentence);
  }

  @Test
  void elsewhereARestrictionOfAnAreaDoesNotHold() {
    var elsewhere =
        content(
            Purpose.SAFER_PLACES,
            Set.of(Category.MEASURES),
            "Old Town",
            Recipient.at(CARE.id(), "Duty team"));

    assertThat(check(TODAY, inForce()).judge(elsewhere)).isInstanceOf(Verdict.Covered.class);
  }

  @Test
  void aSchoolThatHasNotSignedSharesNothingUnderIt() {
    var others = List.of(CARE, POLICE);
    var check = new Check(List.of(inForce()), others, List.of(), SCHOOL, TODAY);

    assertThat(sentence(check.judge(content()))).contains("Your school or team is not on the list");
  }

  @Test
  void theDaysOfAnAgreementHoldAtItsEnds() {
    for (var day : List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31))) {
      assertThat(check(day, inForce()).judge(content())).isInstanceOf(Verdict.Covered.class);
    }
    assertThat(sentence(check(LocalDate.of(2026, 12, 31), inForce()).judge(content())))
        .isEqualTo("\"Safer places\" begins on 1 January 2027.");
    assertThat(sentence(check(LocalDate.of(2028, 1, 1), inForce()).judge(content())))
        .isEqualTo("\"Safer places\" ended on 31 December 2027.");
  }

  @Property(tries = 500)
  void nothingEverGoesUnderAnAgreementThatDoesNotHoldThatDay(
      @ForAll @IntRange(min = -800, max = 800) int from,
      @ForAll @IntRange(min = -1, max = 800) int length,
      @ForAll List<StepKind> steps) {
    var t = terms();
    var starts = TODAY.plusDays(from);
    var ends = length < 0 ? null : starts.plusDays(length);
    var terms =
        new Terms(
            t.title(),
            t.owner(),
            t.document(),
            null,
            t.basis(),
            t.purposes(),
            t.categories(),
            t.parties(),
            List.of(),
            starts,
            ends,
            t.review());
    boolean holds =
        Examples.isLastActivated(steps)
            && !starts.isAfter(TODAY)
            && (ends == null || !ends.isBefore(TODAY));

    var verdict = check(TODAY, agreement(terms, steps.toArray(StepKind[]::new))).judge(content());

    assertThat(verdict instanceof Verdict.Covered).isEqualTo(holds);
  }

  @Test
  void aMixedChoiceOfRecipientsIsParted() {
    var both =
        content(
            Purpose.SAFER_PLACES,
            Set.of(Category.PLACES),
            null,
            Recipient.at(CARE.id(), "Duty team"),
            Recipient.at(POLICE.id(), "Desk"));
    var verdict = check(TODAY, inForce()).judge(both);

    assertThat(verdict).isInstanceOf(Verdict.Blocked.class);
    assertThat(sentence(verdict))
        .isEqualTo(
            "An agreement lets Fennbridge Social Care have this, and not Fennbridge Police: make a"
                + " share for each.");
  }

  @Test
  void aMixedChoiceOfThingsIsParted() {
    var person =
        new Shareable(
            UUID.randomUUID(),
            "people.record",
            "A record",
            AboutKind.PERSON,
            Set.of(Category.IDENTITY),
            false,
            false,
            1,
            "/");
    var check = new Check(List.of(inForce()), ALL, List.of(person), SCHOOL, TODAY);

    assertThat(sentence(check.judge(with(person, content()))))
        .contains("partly about people and partly about places");
  }

  @Test
  void whatIsNoLongerOfferedIsNotShared() {
    var gone = Shareable.ofAPlace(UUID.randomUUID(), "x", "A report", Category.PLACES, "/");

    assertThat(sentence(check(TODAY, inForce()).judge(with(gone, content()))))
        .contains("no longer there");
  }

  @Test
  void anAddressThatIsKeptSecretStaysWhateverIsAgreed() {
    var c = content();
    var secret = otherwise(c.heldFor(), c.purpose(), c.items(), c.recipients(), true, false);

    assertThat(check(TODAY, inForce()).judge(secret)).isInstanceOf(Verdict.Blocked.class);
    assertThat(sentence(check(TODAY, inForce()).judge(secret))).contains("kept secret");
  }

  @Test
  void theFamilyGetsNothingBeforeItIsSettledThatThatIsSafe() {
    var c = content();
    var unsafe =
        otherwise(
            c.heldFor(), c.purpose(), c.items(), List.of(Recipient.family("Mother")), false, true);

    assertThat(sentence(check(TODAY, inForce()).judge(unsafe))).contains("safe for the family");
  }

  @Test
  void anotherPurposeNeedsItsReason() {
    var c = content();
    var changed =
        otherwise(Purpose.CASE_MANAGEMENT, c.purpose(), c.items(), c.recipients(), false, false);

    assertThat(sentence(check(TODAY, inForce()).judge(changed)))
        .isEqualTo(
            "It was gathered for one purpose (\"work with a young person or family\") and goes for"
                + " another (\"making places safer\"): say why.");
  }

  @Test
  void aProfileIsMarkedAsOne() {
    var c = content();
    var wrong =
        otherwise(Purpose.PROFILING, Purpose.PROFILING, c.items(), c.recipients(), false, false);

    assertThat(sentence(check(TODAY, inForce()).judge(wrong))).contains("or for profiling");
  }

  @Test
  void anEmptyShareSaysWhatIsMissingFirst() {
    var nothing = Content.told(null, List.of(), null);

    assertThat(sentence(check(TODAY, inForce()).judge(nothing)))
        .isEqualTo("Say what is to be shared.");
    assertThat(check(TODAY, inForce()).judge(nothing))
        .isInstanceOfSatisfying(
            Verdict.Blocked.class,
            blocked ->
                assertThat(blocked.all())
                    .as("and all the rest, in the order of the form")
                    .extracting(Verdict.Sentence::key)
                    .containsExactly(
                        "sharing.missing.what",
                        "sharing.missing.about",
                        "sharing.missing.categories",
                        "sharing.missing.purpose",
                        "sharing.missing.marking",
                        "sharing.missing.owner",
                        "sharing.missing.recipient",
                        "sharing.missing.route"));
    assertThat(OURS.isSchool(SCHOOL)).isTrue();
  }

  private static Content with(Shareable item, Content c) {
    return otherwise(
        c.heldFor(),
        c.purpose(),
        List.of(new Content.Item(item.record(), item.kind(), item.title())),
        c.recipients(),
        false,
        false);
  }

  /// The usual share, marked as case management, with this instead.
  private static Content otherwise(
      Purpose heldFor,
      Purpose purpose,
      List<Content.Item> items,
      List<Recipient> recipients,
      boolean secret,
      boolean unsafe) {
    var c = content();
    return new Content(
        heldFor,
        purpose,
        Marking.CASE_MANAGEMENT,
        c.about(),
        c.categories(),
        items,
        recipients,
        c.route(),
        secret,
        unsafe,
        c.words(),
        null);
  }

  private String sentence(Verdict verdict) {
    return saying.sentence(
        switch (verdict) {
          case Verdict.Covered covered -> throw new AssertionError("It went");
          case Verdict.Uncovered uncovered -> uncovered.why();
          case Verdict.Blocked blocked -> blocked.why();
        });
  }
}
