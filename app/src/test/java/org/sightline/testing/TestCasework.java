package org.sightline.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Purpose;
import org.sightline.access.SettingUp;
import org.sightline.access.WorkPurpose;
import org.sightline.audit.Processes;
import org.sightline.demonstration.Cast;
import org.sightline.demonstration.InventedSchool;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Age;
import org.sightline.people.Identifier;
import org.sightline.people.Label;
import org.sightline.people.People;
import org.sightline.people.PersonDetails;
import org.sightline.people.PersonId;
import org.sightline.people.PersonKind;
import org.sightline.people.Reliability;
import org.sightline.people.StatementId;
import org.sightline.people.StatementText;
import org.sightline.people.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes pieces of work and people in them, through the same doors as everybody.
public final class TestCasework {

  private final TestPeople people;
  private final Casework casework;
  private final People records;
  private final Statements statements;
  private final SettingUp settingUp;
  private final Processes processes;
  private final JdbcClient jdbc;

  TestCasework(
      TestPeople people,
      Casework casework,
      People records,
      Statements statements,
      SettingUp settingUp,
      Processes processes,
      JdbcClient jdbc) {
    this.people = people;
    this.casework = casework;
    this.records = records;
    this.statements = statements;
    this.settingUp = settingUp;
    this.processes = processes;
    this.jdbc = jdbc;
  }

  /// A team of its own with a chair and a practitioner, who chairs nothing else.
  ///
  /// @param word stands in its name and in whom to ask
  public record Team(WorkspaceId id, String word, Cast.Member chair, Cast.Member practitioner) {

    public SignedIn asChair() {
      return SignedIn.as(chair.id());
    }

    public SignedIn asPractitioner() {
      return SignedIn.as(practitioner.id());
    }
  }

  public Team aTeam(String word) {
    var team = new WorkspaceId(UUID.randomUUID());
    settingUp.team(team, word + " team", LocalDate.of(2026, 1, 5));
    return new Team(
        team, word, member(team, word, Role.CHAIR), member(team, word, Role.PRACTITIONER));
  }

  private Cast.Member member(WorkspaceId team, String word, Role role) {
    String username = (word + "-" + role + "-" + UUID.randomUUID()).toLowerCase(Locale.ROOT);
    var member =
        new Cast.Member(word + " " + role, role, word, username, "walnut-harbour-candle-nine", "");
    settingUp.person(member.id(), username, member.name(), member.password());
    settingUp.member(team, member.id(), role, LocalDate.of(2026, 1, 5));
    return member;
  }

  /// Somebody else of this team.
  public Cast.Member joins(Team team, Role role) {
    return member(team.id(), team.word(), role);
  }

  /// Somebody who reads for governance in this team.
  public Cast.Member governs(Team team) {
    return member(team.id(), team.word(), Role.GOVERNANCE);
  }

  /// A piece of work of this team, with its practitioner let in.
  public WorkspaceId aPieceOf(Team team) {
    var piece = casework.open(team.asChair(), team.id(), purpose(team.word()));
    casework.letIn(team.asChair(), piece, team.practitioner().username(), Role.PRACTITIONER);
    return piece;
  }

  /// A piece of work of the invented team, chaired by its chair.
  public WorkspaceId aPiece() {
    var team = InventedSchool.workspace(people.cast().team());
    return casework.open(people.as(Role.CHAIR), team, purpose("Invented"));
  }

  public static Purpose purpose(String word) {
    return new Purpose(
        word + " work",
        WorkPurpose.ASSESS,
        "Children Act 2004, section 11",
        "Because of " + word,
        word + " duty desk",
        false);
  }

  public PersonId aPerson(
      SignedIn who, WorkspaceId piece, String given, @Nullable String surname, LocalDate born) {
    return aPerson(who, piece, given, surname, born, List.of());
  }

  public PersonId aPerson(
      SignedIn who,
      WorkspaceId piece,
      String given,
      @Nullable String surname,
      LocalDate born,
      List<Identifier> numbers) {
    return records.add(who, piece, details(given, surname, born), numbers);
  }

  public static PersonDetails details(String given, @Nullable String surname, LocalDate born) {
    return new PersonDetails(
        PersonKind.YOUNG_PERSON, given, surname, List.of(), new Age.Born(born), null);
  }

  public StatementId aStatement(SignedIn who, WorkspaceId piece, PersonId person, String said) {
    return statements.write(who, piece, person, text(said, false));
  }

  public static StatementText text(String said, boolean fromYoungPerson) {
    return new StatementText(
        Label.REPORTED,
        said,
        "Fennbridge Youth Club",
        "Youth worker",
        fromYoungPerson,
        LocalDate.of(2026, 3, 2),
        Reliability.LIKELY);
  }

  /// Seals a record to its chair alone.
  public void seal(SignedIn chair, WorkspaceId piece, UUID record) {
    processes.look(
        chair,
        () -> {
          jdbc.sql(
                  """
                  insert into access.sealed_record (record_id, workspace_id, sealed_by, on_date)
                  values (:record, :piece, :by, current_date)
                  """)
              .param("record", record)
              .param("piece", piece.value())
              .param("by", chair.user().value())
              .update();
          return jdbc.sql(
                  """
                  insert into access.sealed_reader (record_id, user_id, named_by, from_date)
                  values (:record, :by, :by, current_date)
                  """)
              .param("record", record)
              .param("by", chair.user().value())
              .update();
        });
  }

  /// Keeps somebody away from a record.
  public void keepAway(SignedIn chair, WorkspaceId piece, UUID record, UserId user) {
    processes.look(
        chair,
        () ->
            jdbc.sql(
                    """
                    insert into access.conflict_block (id, user_id, workspace_id, record_id, declared_by,
                      declared_on)
                    values (gen_random_uuid(), :user, :piece, :record, :by, current_date)
                    """)
                .param("user", user.value())
                .param("piece", piece.value())
                .param("record", record)
                .param("by", chair.user().value())
                .update());
  }
}
