package org.sightline.engagement.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.Session.State;

/// The list of rounds.
///
/// @param mayStart whether the reader may start one somewhere
/// @param school whose rounds alone are listed, by name; `null` for all that are open to the reader
public record RoundsPage(List<Line> rounds, boolean mayStart, @Nullable String school) {

  public RoundsPage {
    rounds = List.copyOf(rounds);
  }

  public List<SetUpSteps.Aim> aims() {
    return SetUpSteps.shipped().aims();
  }

  /// A round with its sessions counted.
  public record Line(Round round, List<Session> sessions) {

    public Line {
      sessions = List.copyOf(sessions);
    }

    public long held() {
      return sessions.stream().filter(session -> session.state() == State.CLOSED).count();
    }
  }
}
