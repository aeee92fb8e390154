package org.sightline.network;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.StatementText;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What a spreadsheet that was brought adds to a matrix. What is there already is not added again.
/// Works inside a process of the caller, who has asked whether the person may.
@Component
class BroughtMatrix {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final JdbcPreparing preparing;
  private final MatrixFile files;
  private final MatrixLine lines;
  private final MatrixQuestions questions;
  private final Words words;
  private final Clock clock;

  BroughtMatrix(
      JdbcPreparing preparing,
      MatrixFile files,
      MatrixLine lines,
      MatrixQuestions questions,
      Words words,
      Clock clock) {
    this.preparing = preparing;
    this.files = files;
    this.lines = lines;
    this.questions = questions;
    this.words = words;
    this.clock = clock;
  }

  Preparing.Preview preview(WorkspaceId work, MatrixFile.Read read) {
    var there = there(work);
    var held = held(work);
    int added = 0;
    for (var row : read.rows()) {
      var subject = there.get(key(row.kind(), row.name()));
      for (var line : row.lines()) {
        added += held.contains(held(subject, line)) ? 0 : 1;
      }
      for (String line : row.questions()) {
        added += held.contains(asked(subject, questions.read(line).question())) ? 0 : 1;
      }
    }
    return new Preparing.Preview(
        read.file(),
        read.rows().stream()
            .filter(row -> !there.containsKey(key(row.kind(), row.name())))
            .map(MatrixFile.Row::name)
            .toList(),
        read.rows().stream()
            .filter(row -> there.containsKey(key(row.kind(), row.name())))
            .map(MatrixFile.Row::name)
            .toList(),
        added,
        read.refused());
  }

  /// All of what waits, or nothing.
  ///
  /// @param source of a line without a source of its own
  /// @param tags kinds of concern, in words
  /// @throws Refused when nothing waits
  void takeIn(SignedIn who, WorkspaceId work, StatementText source, Set<String> tags) {
    var today = LocalDate.now(clock.withZone(LONDON));
    var read =
        preparing
            .kept(who, work)
            .orElseThrow(() -> new Refused(words.say("network.matrix.nothing-waits")));
    var there = there(work);
    var held = held(work);
    for (var row : read.rows()) {
      var subject = there.get(key(row.kind(), row.name()));
      if (subject == null) {
        subject = add(who, work, row);
        there.put(key(row.kind(), row.name()), subject);
      }
      for (var line : row.lines()) {
        if (held.add(held(subject, line))) {
          var said = lines.read(line.words(), source, tags, today);
          preparing.note(who, work, subject, UUID.randomUUID(), line.cell(), said);
        }
      }
      for (String line : row.questions()) {
        var asked = questions.read(line);
        if (held.add(asked(subject, asked.question()))) {
          ask(who, work, subject, asked);
        }
      }
    }
  }

  private UUID add(SignedIn who, WorkspaceId work, MatrixFile.Row row) {
    UUID subject = UUID.randomUUID();
    preparing.add(who, work, subject, row.kind(), null, row.name());
    preparing.decide(
        who, work, subject, Subject.Decision.PART, words.say("network.matrix.from-file"));
    return subject;
  }

  private void ask(SignedIn who, WorkspaceId work, UUID subject, MatrixQuestions.Brought asked) {
    UUID id = UUID.randomUUID();
    preparing.ask(who, work, id, subject, new KeyQuestion.Asked(asked.question(), asked.agency()));
    if (!asked.answer().isEmpty()) {
      var question =
          preparing.questions(work).stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow();
      preparing.answer(
          who,
          work,
          question,
          UUID.randomUUID(),
          new KeyQuestion.Found(asked.answer(), words.say("network.matrix.from-file")));
    }
  }

  private Map<String, UUID> there(WorkspaceId work) {
    return preparing.subjects(work).stream()
        .collect(
            Collectors.toMap(
                one -> key(one.kind(), one.name()),
                Subject::id,
                (first, second) -> first,
                HashMap::new));
  }

  private Set<String> held(WorkspaceId work) {
    var held = new HashSet<String>();
    for (var note : preparing.notes(work)) {
      if (!note.isOver()) {
        held.add(note.subject() + " " + note.cell() + " " + files.line(note));
        held.add(note.subject() + " " + note.cell() + " " + note.text().words());
      }
    }
    for (var question : preparing.questions(work)) {
      if (!question.isOver()) {
        held.add(asked(question.subject(), MatrixQuestions.onOneLine(question.question())));
      }
    }
    return held;
  }

  private static String held(@Nullable UUID subject, MatrixFile.Line line) {
    return subject + " " + line.cell() + " " + line.words();
  }

  private static String asked(@Nullable UUID subject, String question) {
    return subject + " ? " + question.toLowerCase(Locale.UK);
  }

  private static String key(Subject.Kind kind, String name) {
    return kind + " " + name.strip().toLowerCase(Locale.UK);
  }
}
