package org.sightline.engagement.running;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long each stage has taken so far. One of them is on; the others wait where they stood.
///
/// @param stage the stage that is on
/// @param elapsed seconds of it, up to the last pause
/// @param since when its timer was last started, or `null` while it is paused
/// @param others seconds of the stages that were on before
/// @param pressed when a timer was last pressed, or `null` before the first time
public record StageTimes(
    String stage,
    int elapsed,
    @Nullable Instant since,
    Map<String, Integer> others,
    @Nullable Instant pressed) {

  private static final int LONGEST = 86_400;

  public StageTimes {
    others = Map.copyOf(others);
  }

  static StageTimes notBegun(String firstStage) {
    return new StageTimes(firstStage, 0, null, Map.of(), null);
  }

  /// Seconds of a stage that have gone by.
  public int elapsed(String of, Instant now) {
    if (!of.equals(stage)) {
      return others.getOrDefault(of, 0);
    }
    long running = since == null ? 0 : Math.max(0, Duration.between(since, now).toSeconds());
    return (int) Math.min(LONGEST, elapsed + running);
  }

  /// Somebody started, paused or carried on a stage. What was pressed before the last press that is
  /// known changes nothing: it only arrived later.
  ///
  /// @param counted seconds of the stage up to then, or `null` where nobody but us counts
  StageTimes press(String next, @Nullable Integer counted, boolean running, Instant at) {
    if (pressed != null && at.isBefore(pressed)) {
      return this;
    }
    var waiting = new HashMap<>(others);
    waiting.put(stage, elapsed(stage, at));
    int from = counted == null ? waiting.getOrDefault(next, 0) : Math.clamp(counted, 0, LONGEST);
    waiting.remove(next);
    return new StageTimes(next, from, running ? at : null, waiting, at);
  }
}
