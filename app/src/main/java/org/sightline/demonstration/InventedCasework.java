package org.sightline.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Purpose;
import org.sightline.access.WorkPurpose;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Age;
import org.sightline.people.AgeBand;
import org.sightline.people.Disclosure;
import org.sightline.people.Identifier;
import org.sightline.people.IdentifierKind;
import org.sightline.people.Label;
import org.sightline.people.LookUp;
import org.sightline.people.People;
import org.sightline.people.PersonDetails;
import org.sightline.people.PersonId;
import org.sightline.people.PersonKind;
import org.sightline.people.Recipients;
import org.sightline.people.Reliability;
import org.sightline.people.Signposts;
import org.sightline.people.StatementText;
import org.sightline.people.Statements;
import org.springframework.stereotype.Component;

/// Invents the work of the council's team: a mapping exercise with a handful of people in it, and a
/// piece of work that has just been opened, through the same doors as everybody.
@Component
class InventedCasework {

  private static final String TEAM = "Fennbridge Youth Justice Service";

  private final Casework casework;
  private final People people;
  private final Statements statements;
  private final Recipients recipients;
  private final Signposts signposts;
  private final InventedExercise exercise;
  private final Cast cast = Cast.read();

  InventedCasework(
      Casework casework,
      People people,
      Statements statements,
      Recipients recipients,
      Signposts signposts,
      InventedExercise exercise) {
    this.exercise = exercise;
    this.casework = casework;
    this.people = people;
    this.statements = statements;
    this.recipients = recipients;
    this.signposts = signposts;
  }

  /// @return the piece of work
  WorkspaceId make(LocalDate today) {
    var chair = as(Role.CHAIR);
    var work =
        exercise.open(
            chair,
            InventedSchool.workspace(cast.team()),
            purpose("Friday evenings at the arcade", "Three reports within a fortnight."),
            today);
    open(chair, "Bus routes after school", "Drivers and two schools asked for it.");
    for (Role role : List.of(Role.PRACTITIONER, Role.ANALYST)) {
      casework.letIn(chair, work, cast.the(role).username(), role);
    }
    var born = LocalDate.of(today.getYear() - 15, 3, 14);
    var juno =
        people.add(
            chair,
            work,
            person(PersonKind.YOUNG_PERSON, "Juno", "Tidesworth", new Age.Born(born), "Joon"),
            List.of(new Identifier(IdentifierKind.UPN, null, "K123456789012")));
    people.setAddress(chair, work, juno, 0, "4 Invented Row\nFennbridge", true);
    var milo =
        people.add(
            chair,
            work,
            person(PersonKind.YOUNG_PERSON, "Milo", "Brackwater", new Age.Banded(AgeBand.FROM_13)),
            List.of(new Identifier(IdentifierKind.CASE_NUMBER, TEAM, "YJ-0042")));
    people.setAddress(chair, work, milo, 0, "17 Makebelieve Lane\nFennbridge", false);
    people.change(
        chair,
        work,
        milo,
        1,
        new PersonDetails(
            PersonKind.YOUNG_PERSON,
            "Milo",
            "Brackwater",
            List.of(),
            new Age.Banded(AgeBand.FROM_13),
            "He says that his stepfather would throw him out."),
        "He asked us not to ring home.");
    people.add(
        chair,
        work,
        person(PersonKind.ADULT, "Sorrel", "Vantagewick", new Age.Banded(AgeBand.OVER_25)),
        List.of());
    people.add(
        chair,
        work,
        person(PersonKind.UNKNOWN, "Unknown adult 2", null, new Age.NotKnown(), "Tall Danny"),
        List.of());
    say(chair, work, juno, today);
    exercise.meet(
        chair,
        as(Role.PRACTITIONER),
        work,
        Map.of("Juno Tidesworth", juno, "Milo Brackwater", milo),
        today);
    signposts.ask(
        as(Role.SAFEGUARDING_LEAD),
        new LookUp.BySurnameAndBirth("Tidesworth", born),
        "She has missed school on three Fridays and comes back with new things.");
    return work;
  }

  private void say(SignedIn chair, WorkspaceId work, PersonId person, LocalDate today) {
    var worker = as(Role.PRACTITIONER);
    statements.write(
        worker,
        work,
        person,
        new StatementText(
            Label.OWN_WORDS,
            "I only go there because everybody is there.",
            TEAM,
            "Youth justice worker",
            false,
            today.minusDays(9),
            Reliability.LIKELY));
    statements.write(
        worker,
        work,
        person,
        new StatementText(
            Label.REPORTED,
            "Gets lifts home from the arcade in a silver van.",
            "Larkrise Academy",
            "Head of year",
            true,
            today.minusDays(7),
            Reliability.UNSURE));
    var wrong =
        statements.write(
            worker,
            work,
            person,
            new StatementText(
                Label.FACT,
                "Excluded from school in September.",
                "Larkrise Academy",
                "Attendance officer",
                false,
                today.minusDays(20),
                Reliability.CHECKED));
    recipients.copy(chair, work, person, Disclosure.Kind.PRINTED, "Ms Invented, early help", false);
    statements.correct(
        worker,
        work,
        person,
        wrong,
        new StatementText(
            Label.FACT,
            "Was moved to another tutor group in September. There was no exclusion.",
            "Larkrise Academy",
            "Attendance officer",
            false,
            today.minusDays(2),
            Reliability.CHECKED),
        "The school looked it up: the register had two pupils mixed up.");
  }

  private WorkspaceId open(SignedIn chair, String title, String whyNow) {
    return casework.open(chair, InventedSchool.workspace(cast.team()), purpose(title, whyNow));
  }

  private static Purpose purpose(String title, String whyNow) {
    return new Purpose(
        title,
        WorkPurpose.ASSESS,
        "Children Act 2004, section 11; Crime and Disorder Act 1998, section 115",
        whyNow,
        TEAM + ", duty desk, 01632 960017",
        false);
  }

  private static PersonDetails person(
      PersonKind kind, String given, @Nullable String surname, Age age, String... aliases) {
    return new PersonDetails(kind, given, surname, List.of(aliases), age, null);
  }

  private SignedIn as(Role role) {
    return SignedIn.as(cast.the(role).id());
  }
}
