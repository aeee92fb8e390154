package org.sightline.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Agreement.StepKind;

/// Plainly invented agreements and shares.
final class Examples {

  static final LocalDate TODAY = LocalDate.of(2027, 3, 3);
  static final WorkspaceId SCHOOL = WorkspaceId.random();
  static final Organisation OURS =
      new Organisation(UUID.randomUUID(), OrganisationKind.SCHOOL, "Larkrise", SCHOOL, false);
  static final Organisation CARE =
      new Organisation(
          UUID.randomUUID(), OrganisationKind.SOCIAL_CARE, "Fennbridge Social Care", null, false);
  static final Organisation POLICE =
      new Organisation(
          UUID.randomUUID(), OrganisationKind.POLICE, "Fennbridge Police", null, false);
  static final List<Organisation> ALL = List.of(OURS, CARE, POLICE);

  private static final Instant THEN = Instant.parse("2027-01-01T09:00:00Z");

  private Examples() {}

  /// Larkrise and social care: safer places, what was marked, not in Fenn End; all of 2027.
  static Terms terms() {
    return new Terms(
        "Safer places",
        "Governance officer",
        "Folder 114",
        null,
        Basis.DUTY_TO_SHARE,
        Set.of(Purpose.SAFER_PLACES, Purpose.CASE_MANAGEMENT),
        Set.of(Category.PLACES, Category.MEASURES, Category.PEERS),
        Set.of(OURS.id(), CARE.id()),
        List.of(
            new Restriction(Category.PEERS, null, "They asked us not to."),
            new Restriction(Category.MEASURES, "Fenn End", "A case is before the court.")),
        LocalDate.of(2027, 1, 1),
        LocalDate.of(2027, 12, 31),
        LocalDate.of(2027, 11, 1));
  }

  static Agreement agreement(Terms terms, StepKind... steps) {
    var by = UserId.random();
    var all = new java.util.ArrayList<Agreement.Step>();
    for (StepKind kind : steps) {
      all.add(new Agreement.Step(1, kind, null, by, THEN.plusSeconds(all.size())));
    }
    return new Agreement(
        UUID.randomUUID(),
        List.of(new Agreement.Version(UUID.randomUUID(), 1, terms, by, THEN)),
        all,
        List.of());
  }

  /// Whether the last that was done to an agreement brought it into force, but for an ending that
  /// was taken back at once, which counts as never done; nothing else is ever taken back.
  static boolean isLastActivated(List<StepKind> steps) {
    StepKind last = null;
    for (int n = 0; n < steps.size(); n++) {
      boolean takenBack =
          steps.get(n) == StepKind.ENDED
              && n + 1 < steps.size()
              && steps.get(n + 1) == StepKind.RETURNED;
      if (steps.get(n) != StepKind.RETURNED && !takenBack) {
        last = steps.get(n);
      }
    }
    return last == StepKind.ACTIVATED;
  }

  static Agreement inForce() {
    return agreement(terms(), StepKind.ACTIVATED);
  }

  static Check check(LocalDate on, Agreement... agreements) {
    return new Check(List.of(agreements), ALL, List.of(), SCHOOL, on);
  }

  /// What was said about a bus stop, to social care, to make it safer.
  static Content content() {
    return content(
        Purpose.SAFER_PLACES, Set.of(Category.PLACES), null, Recipient.at(CARE.id(), "Duty team"));
  }

  static Content content(
      Purpose purpose, Set<Category> categories, @Nullable String area, Recipient... recipients) {
    return new Content(
        purpose,
        purpose,
        purpose == Purpose.PROFILING ? Marking.PROFILING : Marking.CASE_MANAGEMENT,
        AboutKind.PLACE,
        categories,
        List.of(),
        List.of(recipients),
        HandOver.PORTAL,
        false,
        false,
        new Content.Texts("The bus stop is dark", null, "Larkrise", area, null),
        null);
  }
}
