package org.sightline.engagement.results;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.CouncilLetter;
import org.sightline.plans.CouncilLetters;
import org.sightline.plans.Plans;
import org.sightline.sharing.Category;
import org.sightline.sharing.Shareable;
import org.sightline.sharing.SharedWork;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Offers what a round has that can leave the school: its published report, its intervention plan,
/// and its letters to the council. All of them are about places and name nobody.
@Component
class SharedRounds implements SharedWork {

  private final Rounds rounds;
  private final Publications publications;
  private final Plans plans;
  private final CouncilLetters letters;
  private final Words words;

  SharedRounds(
      Rounds rounds, Publications publications, Plans plans, CouncilLetters letters, Words words) {
    this.rounds = rounds;
    this.publications = publications;
    this.plans = plans;
    this.letters = letters;
    this.words = words;
  }

  @Override
  public List<Desk> desks(SignedIn who) {
    return rounds.open(who).stream()
        .map(round -> new Desk(round.id(), round.title(), "/engagement/rounds/" + round.id()))
        .toList();
  }

  @Override
  public List<Shareable> shareables(SignedIn who, WorkspaceId workspace) {
    if (rounds.open(who).stream().noneMatch(round -> round.id().equals(workspace))) {
      return List.of();
    }
    return of(who, workspace);
  }

  private List<Shareable> of(SignedIn who, WorkspaceId round) {
    var all = new ArrayList<Shareable>();
    publications
        .latest(who, round)
        .ifPresent(
            latest ->
                all.add(
                    Shareable.ofAPlace(
                        id("report", round, latest.outward().publication()),
                        "engagement.report",
                        words.say("engagement.results.shared.report", Dates.day(latest.on())),
                        Category.PLACES,
                        "/engagement/rounds/" + round + "/results")));
    if (!plans.issuesOf(who, round).isEmpty()) {
      all.add(
          Shareable.ofAPlace(
              round.value(),
              "plans.plan",
              words.say("engagement.results.shared.plan"),
              Category.MEASURES,
              "/plans/" + round));
    }
    for (CouncilLetter letter : letters.sent(who, round)) {
      all.add(
          Shareable.ofAPlace(
              letter.id().value(),
              "plans.letter",
              words.say("engagement.results.shared.letter", Dates.day(letter.sentOn())),
              Category.PLACES,
              "/plans/" + round + "/council"));
    }
    return all;
  }

  /// Each publication is a record of its own: who received the first did not receive the second.
  private static UUID id(String kind, WorkspaceId round, int number) {
    return UUID.nameUUIDFromBytes(
        "%s:%s:%d".formatted(kind, round, number).getBytes(StandardCharsets.UTF_8));
  }
}
