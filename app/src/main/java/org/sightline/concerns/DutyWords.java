package org.sightline.concerns;

import java.util.List;
import java.util.Map;
import org.sightline.clocks.ConcernClocks.Turn;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.RuleId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says what is due, by when, and what was missed.
@Component
public class DutyWords {

  private final Words words;

  DutyWords(Words words) {
    this.words = words;
  }

  /// "Decide by the end of Wednesday 9 June 2027", or empty where nothing is due.
  public String due(Concern concern, Duty duty) {
    var due = duty.due();
    if (due == null) {
      return "";
    }
    if (duty.turn() == Turn.COUNCIL) {
      return words.say("concerns.due.council");
    }
    boolean unseen = concern.state() == ConcernState.WAITING;
    return words.fill(
        "concerns.concern-form.queue." + (unseen ? "seenBy" : "decideBy"),
        Map.of("date", due.due().words()));
  }

  /// How the day came about, or empty.
  public String why(Duty duty) {
    var due = duty.due();
    return due == null ? "" : due.explanation();
  }

  public List<String> missed(Duty duty) {
    return duty.missed().stream().map(this::missed).toList();
  }

  private String missed(Deadline deadline) {
    String key = deadline.rule().equals(RuleId.CONCERN_SEEN) ? "seen" : "decided";
    return words.say("concerns.missed." + key, deadline.due().words());
  }
}
