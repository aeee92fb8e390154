package org.sightline.network.exercises;

import java.util.ArrayList;
import java.util.List;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Filings;
import org.sightline.network.Gaps;
import org.sightline.network.MappingSessions;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What is not done yet when an exercise is closed: said before, and no reason to refuse it (B56).
@Component
class StillOpen {

  private final AgreedActions actions;
  private final Gaps gaps;
  private final MappingSessions sessions;
  private final Filings filings;
  private final Words words;

  StillOpen(
      AgreedActions actions, Gaps gaps, MappingSessions sessions, Filings filings, Words words) {
    this.actions = actions;
    this.gaps = gaps;
    this.sessions = sessions;
    this.filings = filings;
    this.words = words;
  }

  /// A sentence for each kind of thing, and where it can be done.
  List<ClosingPage.Rest> of(SignedIn who, WorkspaceId work) {
    var rest = new ArrayList<ClosingPage.Rest>();
    String map = "/network/maps/" + work;
    String meetings = "/network/exercises/" + work + "/sessions";
    add(rest, "actions", actions.outstanding(who, work).size(), map + "/actions");
    add(
        rest,
        "gaps",
        gaps.of(who, work).gaps().stream().filter(gap -> gap.found() == null).count(),
        map + "/gaps");
    var all = sessions.of(who, work).stream().filter(one -> !one.isOver()).toList();
    add(rest, "sessions", all.stream().filter(one -> !one.isHeld()).count(), meetings);
    add(
        rest,
        "papers",
        all.stream()
            .filter(one -> one.isHeld())
            .mapToLong(one -> filings.read(who, work, one.id()).open())
            .sum(),
        meetings);
    return rest;
  }

  private void add(List<ClosingPage.Rest> rest, String what, long number, String href) {
    if (number > 0) {
      rest.add(new ClosingPage.Rest(words.count("network.closing.rest." + what, number), href));
    }
  }
}
