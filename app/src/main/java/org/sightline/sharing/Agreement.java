package org.sightline.sharing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// An information sharing agreement with its versions and what was done with them. Everything is
/// only ever added.
///
/// @param versions those the reader may see, oldest first; at least one
/// @param steps oldest first
public record Agreement(UUID id, List<Version> versions, List<Step> steps, List<Asked> asked) {

  /// How long a request to bring a version into force waits for a second person (AC-12).
  static final Duration WAITS = Duration.ofDays(7);

  /// How long somebody can think better of ending it.
  static final Duration RETURNABLE = Duration.ofHours(24);

  public Agreement {
    versions = versions.stream().sorted(Comparator.comparingInt(Version::number)).toList();
    steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    asked = List.copyOf(asked);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("An agreement has a version");
    }
  }

  /// Where it stands (H05).
  public enum Status {
    UNDER_DEVELOPMENT,
    IN_FORCE,
    SUSPENDED,
    ENDED
  }

  public record Version(UUID id, int number, Terms terms, UserId by, Instant at) {}

  /// What is done with a version once it is written.
  public enum StepKind {
    ACTIVATED(Status.IN_FORCE),
    SUSPENDED(Status.SUSPENDED),
    ENDED(Status.ENDED),
    /// That it ended was taken back: it stands as it did before.
    RETURNED(null);

    private final @Nullable Status status;

    StepKind(@Nullable Status status) {
      this.status = status;
    }
  }

  public record Step(int version, StepKind kind, @Nullable String reason, UserId by, Instant at) {}

  /// That somebody wants a version to come into force.
  public record Asked(int version, UserId by, Instant at) {

    /// Whether somebody else can still say yes.
    boolean waits(Instant now) {
      return now.isBefore(at.plus(WAITS));
    }
  }

  public Version latest() {
    return versions.getLast();
  }

  /// The version that is in force, was last in force, or none.
  public Optional<Version> held() {
    return steps.stream()
        .filter(step -> step.kind() == StepKind.ACTIVATED)
        .reduce((first, second) -> second)
        .flatMap(step -> versions.stream().filter(v -> v.number() == step.version()).findFirst());
  }

  /// The version that is still being written, when there is one.
  public Optional<Version> draft() {
    return held().map(Version::number).orElse(0) < latest().number()
        ? Optional.of(latest())
        : Optional.empty();
  }

  /// What it says: the version that holds, else the one that is being written.
  public Terms terms() {
    return held().orElse(latest()).terms();
  }

  public Status status() {
    var now = Status.UNDER_DEVELOPMENT;
    var before = now;
    for (Step step : steps) {
      var next = step.kind().status;
      if (next != null) {
        before = now;
        now = next;
      } else if (now == Status.ENDED) {
        now = before;
      }
    }
    return now;
  }

  /// Until when it can be taken back that it ended; empty when it has not, or longer ago.
  public Optional<Instant> returnableUntil(Instant now) {
    return Optional.of(steps)
        .filter(all -> !all.isEmpty() && all.getLast().kind() == StepKind.ENDED)
        .map(all -> all.getLast().at().plus(RETURNABLE))
        .filter(now::isBefore);
  }

  /// The version that can come into force now: the one being written, or one that is suspended.
  public Optional<Version> startable() {
    return draft().or(() -> status() == Status.SUSPENDED ? held() : Optional.empty());
  }

  /// Who asked for that version to come into force and still waits for a second person.
  public Optional<Asked> waiting(Instant now) {
    return startable()
        .flatMap(
            version ->
                asked.stream()
                    .filter(one -> one.version() == version.number() && one.waits(now))
                    .filter(one -> steps.isEmpty() || one.at().isAfter(steps.getLast().at()))
                    .max(Comparator.comparing(Asked::at)));
  }

  public boolean isDueForReview(LocalDate today, int daysAhead) {
    return status() == Status.IN_FORCE && !terms().review().isAfter(today.plusDays(daysAhead));
  }
}
