package org.sightline.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Copies;
import org.sightline.documents.Purpose;
import org.sightline.documents.SafeCsv;
import org.sightline.documents.tables.UnreadableTable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.StatementText;
import org.springframework.stereotype.Component;

/// What is gathered before the first session: whom and what it is about, the matrix, the questions
/// to be answered (B25 to B37, B75 to B77). Reading needs the piece of work to be open to the
/// reader, writing needs to work on it; everything that shows a name is recorded.
@Component
public class Preparing {

  private final Processes processes;
  private final Workspaces workspaces;
  private final OpenExercises exercises;
  private final JdbcPreparing preparing;
  private final MatrixFile files;
  private final BroughtMatrix brought;
  private final OwnWords own;
  private final Copies copies;

  Preparing(
      Processes processes,
      Workspaces workspaces,
      OpenExercises exercises,
      JdbcPreparing preparing,
      MatrixFile files,
      BroughtMatrix brought,
      OwnWords own,
      Copies copies) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.exercises = exercises;
    this.preparing = preparing;
    this.files = files;
    this.brought = brought;
    this.own = own;
    this.copies = copies;
  }

  /// Everything that is prepared.
  ///
  /// @param notes those that hold and those that were taken back
  public record Prepared(
      List<Subject> subjects, List<Note> notes, List<KeyQuestion> questions, boolean mayWrite) {

    /// Those who are part of it.
    public List<Subject> part() {
      return subjects.stream().filter(one -> one.decision() == Subject.Decision.PART).toList();
    }

    int people() {
      return (int) subjects.stream().filter(Subject::isPerson).count();
    }

    /// @throws NotThere when there is none of this id
    public Subject subject(UUID id) {
      return subjects.stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(NotThere::new);
    }
  }

  /// @throws NotThere when it is not open to the reader, or no exercise
  public Prepared read(SignedIn who, WorkspaceId work) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.matrix-read", work.value()),
        () -> {
          var roles = workspaces.require(who, work);
          exercises.find(work);
          return new Prepared(
              preparing.subjects(work),
              preparing.notes(work),
              preparing.questions(work),
              List.of(Casework.WORKERS).stream().anyMatch(roles::contains));
        },
        Prepared::people);
  }

  /// Adds people or places, all of them or none; a candidate waits for a decision (B77).
  ///
  /// @param because why they are part of it, or who mentioned them
  public void add(
      SignedIn who,
      WorkspaceId work,
      Subject.Kind kind,
      @Nullable UUID person,
      List<String> names,
      Subject.Decision decision,
      String because) {
    change(
        who,
        work,
        "network.subject-added",
        work.value(),
        () ->
            names.forEach(
                name -> {
                  UUID id = UUID.randomUUID();
                  preparing.add(who, work, id, kind, person, name);
                  preparing.decide(who, work, id, decision, because);
                }));
  }

  /// Says whether somebody or a place is part of it. The decision before stays.
  public void decide(
      SignedIn who, WorkspaceId work, UUID subject, Subject.Decision decision, String because) {
    change(
        who,
        work,
        "network.subject-decided",
        subject,
        () -> {
          require(work, subject);
          preparing.decide(who, work, subject, decision, because);
        });
  }

  /// Writes a statement into a cell.
  public UUID note(
      SignedIn who,
      WorkspaceId work,
      UUID subject,
      Note.Cell cell,
      String tag,
      StatementText text) {
    UUID id = UUID.randomUUID();
    change(
        who,
        work,
        "network.cell-noted",
        subject,
        () -> {
          require(work, subject);
          preparing.note(who, work, subject, id, cell, new Note.Content(tag, text));
        });
    return id;
  }

  /// Asks a question, about somebody, a place, or all of it.
  public UUID ask(
      SignedIn who, WorkspaceId work, @Nullable UUID subject, String question, String agency) {
    UUID id = UUID.randomUUID();
    change(
        who,
        work,
        "network.question-asked",
        id,
        () -> {
          if (subject != null) {
            require(work, subject);
          }
          preparing.ask(who, work, id, subject, new KeyQuestion.Asked(question, agency));
        });
    return id;
  }

  /// Answers a question; it keeps who found it.
  public void answer(SignedIn who, WorkspaceId work, UUID question, String answer, String foundBy) {
    change(
        who,
        work,
        "network.question-answered",
        question,
        () -> {
          var asked =
              preparing.questions(work).stream()
                  .filter(one -> one.id().equals(question) && !one.isOver())
                  .findFirst()
                  .orElseThrow(NotThere::new);
          preparing.answer(
              who, work, asked, UUID.randomUUID(), new KeyQuestion.Found(answer, foundBy));
        });
  }

  /// What can be taken back, and said again.
  public enum Part {
    NOTE,
    QUESTION,
    ANSWER
  }

  /// Takes it back, or says it again: nothing is lost.
  public void takeBack(SignedIn who, WorkspaceId work, Part part, UUID id, boolean back) {
    change(
        who,
        work,
        back ? "network.preparation-taken-back" : "network.preparation-said-again",
        id,
        () -> {
          if (!preparing.takeBack(who, work, JdbcPreparing.Table.valueOf(part.name()), id, back)) {
            throw new NotThere();
          }
        });
  }

  /// The matrix as a spreadsheet, stamped and written down as a copy.
  ///
  /// @param asWorkbook XLSX, else CSV
  public byte[] export(SignedIn who, WorkspaceId work, Purpose purpose, boolean asWorkbook) {
    var prepared =
        processes.readOfSeveral(
            who,
            Act.in(work, "network.matrix-exported", work.value()),
            () -> {
              workspaces.require(who, work, Casework.WORKERS);
              exercises.find(work);
              return new Prepared(
                  preparing.subjects(work), preparing.notes(work), preparing.questions(work), true);
            },
            Prepared::people);
    var rows = files.rows(prepared.part(), prepared.notes(), prepared.questions());
    return copies.take(
        who,
        new Copies.Original(
            asWorkbook ? "network.matrix-xlsx" : "network.matrix-csv", work, work.value()),
        purpose,
        stamp ->
            asWorkbook ? files.workbook(rows, stamp) : SafeCsv.of(files.header(), rows, stamp));
  }

  /// Reads a spreadsheet and keeps it, sealed, until it is taken in or thrown away. Nothing of it
  /// is in the matrix yet.
  ///
  /// @throws UnreadableTable with a sentence, when it is no such table
  public void bring(SignedIn who, WorkspaceId work, String file, byte[] content)
      throws UnreadableTable {
    processes.look(
        who,
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          return exercises.find(work);
        });
    var read = files.read(file, content);
    UUID id = UUID.randomUUID();
    change(who, work, "network.matrix-brought", id, () -> preparing.keep(who, work, id, read));
  }

  /// What waits, as it would be taken in.
  ///
  /// @param added rows that are new, `known` rows of those who are there already
  /// @param lines how many statements and questions would be added
  public record Preview(
      String file, List<String> added, List<String> known, int lines, List<String> refused) {}

  public Optional<Preview> preview(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "network.matrix-previewed", work.value()),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          return preparing.kept(who, work).map(read -> brought.preview(work, read));
        });
  }

  /// Takes in what waits, all of it or nothing. A line that is there already is not added again.
  ///
  /// @param source whom a line without a source of its own came from, and how it is known; a line
  ///     of a matrix that went out brings its own along
  public void takeIn(SignedIn who, WorkspaceId work, StatementText source) {
    var tags = Set.copyOf(own.known(who).vulnerabilities().values());
    change(
        who,
        work,
        "network.matrix-taken-in",
        work.value(),
        () -> {
          brought.takeIn(who, work, source, tags);
          preparing.throwAway(who, work);
        });
  }

  /// Throws away what waits.
  public void throwAway(SignedIn who, WorkspaceId work) {
    change(
        who,
        work,
        "network.matrix-thrown-away",
        work.value(),
        () -> preparing.throwAway(who, work));
  }

  private void require(WorkspaceId work, UUID subject) {
    if (preparing.subjects(work).stream().noneMatch(one -> one.id().equals(subject))) {
      throw new NotThere();
    }
  }

  private void change(SignedIn who, WorkspaceId work, String act, UUID object, Runnable what) {
    processes.change(
        who,
        Act.in(work, act, object),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          exercises.find(work);
          exercises.require(work);
          what.run();
        });
  }
}
