package org.sightline.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// Something that is, was, or was not shared. Versions and steps are only ever added.
///
/// @param school the school the workspace belongs to
/// @param aboutStaff about an adult who works here: the words are for their author only
public record Share(
    UUID id,
    WorkspaceId workspace,
    WorkspaceId school,
    Kind kind,
    boolean aboutStaff,
    UserId by,
    Instant at,
    List<Version> versions,
    List<Step> steps) {

  /// How long a share can be taken back before it goes (EX-03).
  public static final Duration UNDO = Duration.ofSeconds(60);

  public Share {
    versions = versions.stream().sorted(Comparator.comparingInt(Version::number)).toList();
    steps = steps.stream().sorted(Comparator.comparingInt(Step::number)).toList();
  }

  public enum Kind {
    SHARE,
    RISK_OF_HARM,
    NOT_SHARED
  }

  /// How it came to go.
  public enum Way {
    AGREEMENT,
    DECISION,
    RISK_OF_HARM
  }

  public enum StepKind {
    SENT,
    UNDONE,
    NOT_SHARED,
    ARRIVED,
    NOT_ARRIVED
  }

  public enum State {
    PREPARED,
    /// Sent, and can still be taken back: nothing has left yet.
    LEAVING,
    SHARED,
    NOT_SHARED
  }

  public record Version(UUID id, int number, Content content, UserId by, Instant at) {}

  /// @param finalAt from when a share that was sent cannot be taken back
  /// @param reason why it was decided so, or what came back
  public record Step(
      int number,
      int version,
      StepKind kind,
      @Nullable Way way,
      @Nullable UUID agreement,
      @Nullable Integer agreementVersion,
      @Nullable Basis basis,
      @Nullable Withheld withheld,
      @Nullable String reason,
      @Nullable Instant finalAt,
      UserId by,
      Instant at) {}

  /// The same without whom it went to, where that is for its author only.
  Share asSeenBy(UserId reader) {
    if (!aboutStaff || by.equals(reader)) {
      return this;
    }
    var bare =
        versions.stream()
            .map(
                v ->
                    new Version(
                        v.id(), v.number(), v.content().withoutRecipients(), v.by(), v.at()))
            .toList();
    return new Share(id, workspace, school, kind, true, by, at, bare, steps);
  }

  public Version latest() {
    return versions.getLast();
  }

  public Content content() {
    return latest().content();
  }

  public State state(Instant now) {
    return decided()
        .map(
            step ->
                switch (step.kind()) {
                  case SENT -> isOut(step, now) ? State.SHARED : State.LEAVING;
                  case NOT_SHARED -> State.NOT_SHARED;
                  default -> State.PREPARED;
                })
        .orElse(State.PREPARED);
  }

  /// The last of what settled whether it goes.
  public Optional<Step> decided() {
    return last(StepKind.SENT, StepKind.UNDONE, StepKind.NOT_SHARED);
  }

  /// Whether it arrived, as far as anybody said.
  public Optional<Step> receipt() {
    return last(StepKind.ARRIVED, StepKind.NOT_ARRIVED);
  }

  /// Whether somebody still has to find out that it arrived.
  public boolean lacksReceipt(Instant now) {
    return kind == Kind.SHARE
        && state(now) == State.SHARED
        && receipt().map(step -> step.kind() == StepKind.NOT_ARRIVED).orElse(true);
  }

  int lastStep() {
    return steps.isEmpty() ? 0 : steps.getLast().number();
  }

  private Optional<Step> last(StepKind... kinds) {
    return steps.stream()
        .filter(step -> List.of(kinds).contains(step.kind()))
        .reduce((first, second) -> second);
  }

  private static boolean isOut(Step sent, Instant now) {
    Instant end = sent.finalAt();
    return end == null || !now.isBefore(end);
  }
}
