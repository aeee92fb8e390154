package org.sightline.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Purpose;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Assessments;
import org.sightline.network.Exercise;
import org.sightline.network.ExerciseText;
import org.sightline.network.Exercises;
import org.sightline.network.MapActions;
import org.sightline.network.MappingSession;
import org.sightline.network.MappingSessions;
import org.sightline.network.Maps;
import org.sightline.network.Note;
import org.sightline.network.Preparing;
import org.sightline.network.SealedMaps;
import org.sightline.network.Subject;
import org.sightline.network.ThresholdDecision;
import org.sightline.network.map.ElementId;
import org.sightline.people.Label;
import org.sightline.people.PersonId;
import org.sightline.people.Reliability;
import org.sightline.people.StatementText;
import org.sightline.plans.agreed.ActionTerms;
import org.springframework.stereotype.Component;

/// Invents a mapping exercise in the middle of its work: matrix, a session held and sealed, one
/// planned, a map with what came after, actions, a threshold decision.
@Component
class InventedExercise {

  private static final String CLUB = "Fennbridge Youth Club";
  private static final String SCHOOL = "Larkrise Academy";

  /// Subject, column, the kind of concern or nothing, label, what is said, agency, role, days ago,
  /// how sure.
  private static final String MATRIX =
      """
      Juno Tidesworth | CONCERNS | Goes missing | REPORTED | Not at school on three Fridays. | Larkrise Academy | Attendance officer | 10 | CHECKED
      Juno Tidesworth | CONTEXTS | | REPORTED | At the arcade on Friday evenings until it shuts. | Fennbridge Youth Club | Youth worker | 12 | LIKELY
      Juno Tidesworth | STRENGTHS | | OPINION | Her grandmother, who rings the school herself. | Larkrise Academy | Head of year | 20 | LIKELY
      Juno Tidesworth | CONTACTS | | FACT | Head of year 10. | Larkrise Academy | Head of year | 20 | CHECKED
      Milo Brackwater | CONCERNS | Substance misuse | REPORTED | Smelt of cannabis twice. | Fennbridge Youth Club | Youth worker | 12 | UNSURE
      Milo Brackwater | LINKED | | REPORTED | Brings younger pupils along. | Larkrise Academy | Head of year | 20 | LIKELY
      Milo Brackwater | SERVICES | | FACT | Open to the youth justice service since spring. | Fennbridge Youth Justice Service | Youth justice worker | 15 | CHECKED
      Invented Arcade | CONTEXTS | | FACT | Open until eleven; no staff at the back door. | Fennbridge Police | Constable | 9 | CHECKED
      """;

  private final Exercises exercises;
  private final Preparing preparing;
  private final MappingSessions sessions;
  private final SealedMaps sealed;
  private final Maps maps;
  private final MapActions actions;
  private final Assessments assessments;
  private final InventedMap map;

  InventedExercise(
      Exercises exercises,
      Preparing preparing,
      MappingSessions sessions,
      SealedMaps sealed,
      Maps maps,
      MapActions actions,
      Assessments assessments,
      InventedMap map) {
    this.exercises = exercises;
    this.preparing = preparing;
    this.sessions = sessions;
    this.sealed = sealed;
    this.maps = maps;
    this.actions = actions;
    this.assessments = assessments;
    this.map = map;
  }

  WorkspaceId open(SignedIn chair, WorkspaceId team, Purpose purpose, LocalDate today) {
    return exercises.open(
        chair,
        team,
        purpose,
        new Exercises.Opening(
            false,
            "contextual-safeguarding",
            "peer-group",
            today.minusDays(18),
            "repeated-talk",
            Exercise.Standing.DRAFT,
            null,
            new ExerciseText(
                "Who draws this group to the arcade on Fridays, and what would make the way home"
                    + " safe?",
                "Three workers spoke of the same arcade within a fortnight.",
                "Older people nobody knows by name offer lifts and small errands.",
                List.of("County lines and drugs"),
                List.of("Goes missing", "Substance misuse"),
                "The agreement with the school is being written.",
                "Fennbridge Youth Justice Service",
                "Fennbridge Youth Justice Service")));
  }

  /// What has been done since.
  ///
  /// @param records of the young people it is about, by name
  void meet(
      SignedIn chair,
      SignedIn worker,
      WorkspaceId work,
      Map<String, PersonId> records,
      LocalDate today) {
    prepare(chair, worker, work, records, today);
    var drawn = map.draw(chair, work, records, today);
    var held = today.minusDays(5);
    UUID first = sessions.plan(chair, work, MappingSession.Kind.INTERNAL, held);
    invite(chair, work, first, "youth-justice", "Oriel Candlewharf", "Youth justice worker");
    invite(chair, work, first, "early-help", "Piers Lantern-Reed", "Early help worker");
    sessions.day(chair, work, first, held, true);
    for (var one : session(chair, work, first).invited()) {
      sessions.attended(chair, work, first, one.id(), MappingSession.Attendance.CAME);
    }
    note(chair, work, first, MappingSession.NoteKind.RISK, "Lifts home from people nobody knows.");
    note(
        chair, work, first, MappingSession.NoteKind.STRENGTH, "The youth club is open on Fridays.");
    note(chair, work, first, MappingSession.NoteKind.PARTNER, "The arcade, and the bus company.");
    note(
        chair,
        work,
        first,
        MappingSession.NoteKind.TANGENT,
        "Shoplifting in the retail park: ours?");
    sealed.restToGaps(chair, work, UUID.randomUUID());
    sealed.seal(
        chair,
        work,
        first,
        maps.open(chair, work).last(),
        new SealedMaps.Notes(
            "Both were told, and Juno's grandmother. Milo's home was not: he" + " asked us not to.",
            "The school sees the group as younger than the police do."));
    map.drawLater(worker, work, drawn, today);
    agree(chair, work, drawn, today);
    assessments.decide(chair, work, drawn.get("Invented Arcade"), decided(held));
    var next = weekday(today.plusDays(9));
    UUID second = sessions.plan(chair, work, MappingSession.Kind.PARTNERS, next);
    sessions.invite(
        chair,
        work,
        second,
        "school",
        "Farida Hollinquest",
        SCHOOL,
        "Designated safeguarding lead");
    sessions.invite(
        chair, work, second, "police", "Lowell Brasswick", "Fennbridge Police", "Constable");
  }

  private void prepare(
      SignedIn chair,
      SignedIn worker,
      WorkspaceId work,
      Map<String, PersonId> records,
      LocalDate today) {
    for (String name : List.of("Juno Tidesworth", "Milo Brackwater")) {
      var record = Objects.requireNonNull(records.get(name)).value();
      add(
          chair,
          work,
          Subject.Kind.YOUNG_PERSON,
          record,
          name,
          Subject.Decision.PART,
          "Named in all three reports.");
    }
    add(
        chair,
        work,
        Subject.Kind.PLACE,
        null,
        "Invented Arcade",
        Subject.Decision.PART,
        "Where it happens.");
    add(
        chair,
        work,
        Subject.Kind.GROUP,
        null,
        "Arcade regulars",
        Subject.Decision.PART,
        "Who is seen there.");
    add(
        chair,
        work,
        Subject.Kind.YOUNG_PERSON,
        null,
        "Idris Pondwhistle",
        Subject.Decision.PROPOSED,
        "Mentioned by a friend.");
    var subjects = preparing.read(chair, work).subjects();
    for (var row : InventedMap.rows(MATRIX)) {
      var subject =
          subjects.stream().filter(one -> one.name().equals(row.get(0))).findFirst().orElseThrow();
      preparing.note(
          worker,
          work,
          subject.id(),
          Note.Cell.valueOf(row.get(1)),
          row.get(2),
          new StatementText(
              Label.valueOf(row.get(3)),
              row.get(4),
              row.get(5),
              row.get(6),
              false,
              today.minusDays(Long.parseLong(row.get(7))),
              Reliability.valueOf(row.get(8))));
    }
    preparing.ask(worker, work, null, "Who pays for the arcade games?", "Fennbridge Police");
    UUID asked = preparing.ask(worker, work, null, "Which bus goes home after nine?", CLUB);
    preparing.answer(
        worker, work, asked, "None: the last one goes at 20:40.", "Bus company, timetable");
  }

  private void add(
      SignedIn who,
      WorkspaceId work,
      Subject.Kind kind,
      @Nullable UUID record,
      String name,
      Subject.Decision decision,
      String because) {
    preparing.add(who, work, kind, record, List.of(name), decision, because);
  }

  private void agree(
      SignedIn chair, WorkspaceId work, Map<String, ElementId> drawn, LocalDate today) {
    actions.agree(
        chair,
        work,
        drawn.get("Invented Arcade"),
        new ActionTerms(
            ActionTerms.Kind.ENVIRONMENT,
            ActionTerms.About.CONTEXT,
            "Light the back door, and ask for staff there on Fridays",
            "Fennbridge Council",
            null,
            "Licensing officer on duty",
            today.plusDays(16)));
    actions.agree(
        chair,
        work,
        drawn.get("Juno Tidesworth"),
        new ActionTerms(
            ActionTerms.Kind.SUPPORT,
            ActionTerms.About.PERSON,
            "Ask what she would like to do on Friday evenings, and go there with her once",
            CLUB,
            chair.user(),
            "",
            today.plusDays(8)));
  }

  private static ThresholdDecision.Said decided(LocalDate day) {
    return new ThresholdDecision.Said(
        ThresholdDecision.Question.CONTEXT,
        ThresholdDecision.Fact.YES,
        ThresholdDecision.Fact.NOT_SURE,
        ThresholdDecision.Decision.NOT_YET,
        day,
        new ThresholdDecision.Words(
            "Chair and early help worker",
            "The police look at two more Fridays first.",
            "Fennbridge threshold document (invented)",
            "3",
            ""));
  }

  private void invite(
      SignedIn chair, WorkspaceId work, UUID session, String partner, String name, String role) {
    sessions.invite(chair, work, session, partner, name, "Fennbridge Youth Justice Service", role);
  }

  private void note(
      SignedIn chair, WorkspaceId work, UUID session, MappingSession.NoteKind kind, String words) {
    sessions.note(chair, work, session, kind, words);
  }

  private MappingSession session(SignedIn who, WorkspaceId work, UUID id) {
    return sessions.of(who, work).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate weekday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY ->
          day.with(java.time.temporal.TemporalAdjusters.previous(DayOfWeek.FRIDAY));
      default -> day;
    };
  }
}
