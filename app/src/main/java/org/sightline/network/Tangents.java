package org.sightline.network;

import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What was parked in a session as a proposed exercise of its own, with what that begins with
/// (B44).
@Component
public class Tangents {

  private final Exercises exercises;
  private final MappingSessions sessions;

  Tangents(Exercises exercises, MappingSessions sessions) {
    this.exercises = exercises;
    this.sessions = sessions;
  }

  /// A tangent, and the exercise it came up in.
  public record Parked(MappingSession.Said said, Exercise from) {}

  /// Empty when there is none that stands, or it is not open to the reader.
  public Optional<Parked> find(SignedIn who, String exercise, String note) {
    try {
      var work = WorkspaceId.of(exercise);
      UUID id = UUID.fromString(note);
      if (!sessions.mayWrite(who, work)) {
        return Optional.empty();
      }
      var from = exercises.find(who, work);
      return sessions.of(who, work).stream()
          .flatMap(session -> session.said().stream())
          .filter(said -> said.id().equals(id) && !said.isOver())
          .filter(said -> said.kind() == MappingSession.NoteKind.TANGENT)
          .findFirst()
          .map(said -> new Parked(said, from));
    } catch (NotThere | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
