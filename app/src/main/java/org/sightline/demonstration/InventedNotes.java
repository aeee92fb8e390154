package org.sightline.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.results.Proposal;
import org.sightline.engagement.results.Proposals;
import org.sightline.engagement.running.RoundNote;
import org.sightline.engagement.running.Runs;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What was noted of the invented discussions, and the ideas that came of it.
@Component
class InventedNotes {

  /// @param question of the shipped ones, or `null`
  /// @param zone place in the plan, or `null`
  private record Said(@Nullable String question, @Nullable Integer zone, String text) {}

  private static final List<List<Said>> SAID =
      List.of(
          List.of(
              new Said("our-ideas", null, "A quiet corner to sit, so that nobody waits alone"),
              new Said(null, 2, "Crowded between lessons; people push")),
          List.of(
              new Said("staff-ideas", null, "An adult at the gate until the last bus has gone"),
              new Said(null, 0, "Feels fine when the doors are open")),
          List.of(
              new Said(
                  "our-ideas", null, "Older students walk the younger ones round in week one")));

  private final Runs runs;
  private final Proposals proposals;
  private final Cast cast = Cast.read();

  InventedNotes(Runs runs, Proposals proposals) {
    this.runs = runs;
    this.proposals = proposals;
  }

  /// Keeps the notes of a session that is open.
  ///
  /// @param index of the session in its round
  void keep(SessionId session, int index, PlanVersion plan) {
    if (index >= SAID.size()) {
      return;
    }
    for (Said said : SAID.get(index)) {
      runs.note(
          owner(),
          session,
          UUID.nameUUIDFromBytes((session + said.text()).getBytes(StandardCharsets.UTF_8)),
          said.question() == null ? null : question(said.question()),
          said.zone() == null ? null : plan.zones().get(said.zone()).key(),
          said.text());
    }
  }

  /// Puts two ideas into words; the first may be read by everybody.
  void putIntoWords(WorkspaceId round) {
    var ideas =
        runs.notesOf(owner(), round).stream()
            .map(RoundNote::note)
            .filter(note -> note.question() != null)
            .toList();
    var first =
        make(round, ideas.getFirst().id(), Proposal.Kind.STUDENTS, "A quiet corner with seats");
    proposals.approve(owner(), round, first);
    make(round, ideas.getLast().id(), Proposal.Kind.STAFF, "An adult at the gate after school");
  }

  private UUID make(WorkspaceId round, UUID note, Proposal.Kind kind, String wording) {
    return proposals.make(owner(), round, note, kind, null, wording);
  }

  private static String question(String source) {
    return Question.shipped(Question.Kind.DISCUSSION).stream()
        .filter(each -> source.equals(each.source()))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  private SignedIn owner() {
    return SignedIn.as(cast.the(Role.ROUND_OWNER).id());
  }
}
