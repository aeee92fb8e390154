package org.sightline.engagement.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.Questions;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.running.RoundNote;
import org.sightline.engagement.running.Runs;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What was noted in the discussions of a round, sorted for whoever counts reasons (A64) or gathers
/// ideas (A75, A76). Reading it is recorded.
@Component
public class DiscussionNotes {

  /// Shipped questions that ask for ideas, by their lasting source.
  private static final Map<String, Proposal.Kind> IDEAS =
      Map.of(
          "our-ideas", Proposal.Kind.STUDENTS,
          "short-our-ideas", Proposal.Kind.STUDENTS,
          "staff-ideas", Proposal.Kind.STAFF,
          "short-staff-ideas", Proposal.Kind.STAFF);

  private final Runs runs;
  private final Questions questions;
  private final Rounds rounds;
  private final FloorPlans plans;

  DiscussionNotes(Runs runs, Questions questions, Rounds rounds, FloorPlans plans) {
    this.runs = runs;
    this.questions = questions;
    this.rounds = rounds;
    this.plans = plans;
  }

  /// A note.
  ///
  /// @param session number of its session
  /// @param zone the place it is under, or `null`
  /// @param under the place or the question it is under, in words; empty for neither
  /// @param idea what its question asks for, or `null` when it does not ask for ideas
  public record Line(
      UUID id,
      int session,
      @Nullable ZoneKey zone,
      String under,
      Proposal.@Nullable Kind idea,
      String text) {}

  /// What has not been struck out, by session.
  public List<Line> of(SignedIn who, WorkspaceId round) {
    var notes = runs.notesOf(who, round);
    var asked = asked(who, round);
    var plan = plans.version(who, rounds.find(who, round).planVersion());
    return notes.stream().map(each -> line(each, asked, plan)).toList();
  }

  private static Line line(RoundNote noted, Map<String, Question> asked, PlanVersion plan) {
    var note = noted.note();
    var question = note.question() == null ? null : asked.get(note.question());
    var zone = note.zone() == null ? null : new ZoneKey(note.zone().toString());
    var source = question == null ? null : question.source();
    return new Line(
        note.id(),
        noted.session(),
        zone,
        zone == null ? (question == null ? "" : question.words()) : name(plan, zone),
        source == null ? null : IDEAS.get(source),
        Objects.requireNonNullElse(note.text(), ""));
  }

  private static String name(PlanVersion plan, ZoneKey zone) {
    return plan.zones().stream()
        .filter(each -> PlanZones.key(each).equals(zone))
        .map(org.sightline.contexts.floorplans.Zone::name)
        .findFirst()
        .orElse("");
  }

  /// By id, shipped and the round's own: notes may be older than the round's copies.
  private Map<String, Question> asked(SignedIn who, WorkspaceId round) {
    var byId = new HashMap<String, Question>();
    for (var kind : Question.Kind.values()) {
      Question.shipped(kind).forEach(each -> byId.put(each.id().toString(), each));
      questions.of(who, round, kind).forEach(each -> byId.put(each.id().toString(), each));
    }
    return byId;
  }
}
