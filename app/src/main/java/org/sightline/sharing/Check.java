package org.sightline.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.sharing.Agreement.Status;
import org.sightline.sharing.Verdict.Blocked;
import org.sightline.sharing.Verdict.Covered;
import org.sightline.sharing.Verdict.Sentence;
import org.sightline.sharing.Verdict.Uncovered;

/// Whether something can go now (EX-01, EX-03, EX-08, EX-09, C01, H08).
///
/// First what has to be said or taken out whatever is agreed; then whether one agreement covers all
/// of it: status, days, parties, purpose, categories of data, restrictions, in this order. Of
/// agreements that do not, the one that comes nearest gives the sentence.
///
/// @param offered what the feature offers of the workspace at this moment
/// @param school our own school, whose organisation has to be a party
record Check(
    List<Agreement> agreements,
    List<Organisation> organisations,
    List<Shareable> offered,
    org.sightline.kernel.WorkspaceId school,
    LocalDate on) {

  Verdict judge(Content content) {
    var first = unsaid(content);
    if (content.about() != null) {
      first.addAll(barred(content));
    }
    if (!first.isEmpty()) {
      return new Blocked(first);
    }
    return covering(content, content.recipients())
        .<Verdict>map(a -> new Covered(a, a.held().orElseThrow().number()))
        .orElseGet(() -> notCovered(content));
  }

  /// What is left to say, in the order of the form.
  private List<Sentence> unsaid(Content content) {
    var words = content.texts();
    var about = content.about();
    var purpose = content.purpose();
    var heldFor = content.heldFor();
    var left = new ArrayList<Sentence>();
    missing(left, "what", content.items().isEmpty() && words.what() == null);
    missing(left, "about", about == null || about != AboutKind.PLACE && words.about() == null);
    missing(left, "people", about == AboutKind.GROUP && content.people() == null);
    missing(left, "categories", content.categories().isEmpty());
    missing(left, "purpose", purpose == null || heldFor == null);
    if (purpose != null && heldFor != null && heldFor != purpose && words.changeReason() == null) {
      left.add(Sentence.of("sharing.missing.change-reason", heldFor, purpose));
    }
    missing(left, "marking", content.marking() == null || isMarkedWrong(content));
    missing(left, "owner", words.owner() == null);
    missing(left, "recipient", content.recipients().isEmpty());
    missing(left, "person", content.recipients().stream().anyMatch(r -> r.person() == null));
    missing(left, "route", content.route() == null);
    return left;
  }

  private static boolean isMarkedWrong(Content content) {
    return content.purpose() == Purpose.PROFILING && content.marking() != Marking.PROFILING
        || content.purpose() == Purpose.CASE_MANAGEMENT
            && content.marking() != Marking.CASE_MANAGEMENT;
  }

  /// What must be taken out or parted first, whatever is agreed.
  private List<Sentence> barred(Content content) {
    var items = itemsOf(content);
    var first = new ArrayList<Sentence>();
    if (items.size() < content.items().size()) {
      first.add(Sentence.of("sharing.blocked.gone"));
    }
    if (items.stream().anyMatch(item -> item.about() != content.about())) {
      first.add(Sentence.of("sharing.blocked.mixed-items"));
    }
    if (content.protectedAddress() || items.stream().anyMatch(Shareable::protectedAddress)) {
      first.add(Sentence.of("sharing.blocked.protected-address"));
    }
    boolean unsafe = content.unsafeToInform() || items.stream().anyMatch(Shareable::unsafeToInform);
    boolean family =
        content.recipients().stream().anyMatch(r -> r.organisation() == null && r.person() != null);
    if (family && unsafe) {
      first.add(Sentence.of("sharing.blocked.unsafe-to-inform"));
    }
    if (family && content.recipients().size() > 1) {
      first.add(Sentence.of("sharing.blocked.family-apart"));
    }
    return first;
  }

  private List<Shareable> itemsOf(Content content) {
    var chosen =
        content.items().stream().map(Content.Item::record).collect(Collectors.toUnmodifiableSet());
    return offered.stream().filter(item -> chosen.contains(item.record())).toList();
  }

  /// One version goes to those entitled to it (EX-03): where an agreement covers some of them and
  /// not the others, or covers each under another agreement, they are parted.
  private Verdict notCovered(Content content) {
    var entitled =
        content.recipients().stream()
            .filter(r -> covering(content, List.of(r)).isPresent())
            .toList();
    if (!entitled.isEmpty() && entitled.size() < content.recipients().size()) {
      var others = content.recipients().stream().filter(r -> !entitled.contains(r)).toList();
      return new Blocked(
          Sentence.of("sharing.blocked.mixed-recipients", names(entitled), names(others)));
    }
    if (!entitled.isEmpty()) {
      return new Blocked(Sentence.of("sharing.blocked.many-agreements", names(entitled)));
    }
    return new Uncovered(
        agreements.stream()
            .flatMap(agreement -> fault(agreement, content, content.recipients()).stream())
            .max(Comparator.comparingInt(Fault::stage))
            .map(Fault::sentence)
            .orElseGet(() -> Sentence.of("sharing.uncovered.none")));
  }

  private Optional<Agreement> covering(Content content, List<Recipient> recipients) {
    return agreements.stream()
        .filter(agreement -> fault(agreement, content, recipients).isEmpty())
        .findFirst();
  }

  /// @param stage how far the agreement went before it failed
  private record Fault(int stage, Sentence sentence) {
    static Optional<Fault> at(int stage, String key, Object... values) {
      return Optional.of(new Fault(stage, Sentence.of("sharing.uncovered." + key, values)));
    }
  }

  private Optional<Fault> fault(Agreement agreement, Content content, List<Recipient> recipients) {
    var terms = agreement.terms();
    var standing = parties(terms, recipients);
    if (standing.isPresent()) {
      return standing;
    }
    if (agreement.status() != Status.IN_FORCE) {
      return Fault.at(3, agreement.status().name(), terms.title());
    }
    if (on.isBefore(terms.from())) {
      return Fault.at(4, "not-yet", terms.title(), terms.from());
    }
    LocalDate until = terms.until();
    if (until != null && on.isAfter(until)) {
      return Fault.at(4, "over", terms.title(), until);
    }
    var purpose = Objects.requireNonNull(content.purpose());
    if (!terms.purposes().contains(purpose)) {
      return Fault.at(5, "purpose", terms.title(), purpose);
    }
    var all = categories(content);
    var outside = new TreeSet<>(all);
    outside.removeAll(terms.categories());
    if (!outside.isEmpty()) {
      return Fault.at(6, "category", terms.title(), outside.first());
    }
    return terms.restrictions().stream()
        .filter(restriction -> restriction.holdsBack(all, content.texts().area()))
        .findFirst()
        .flatMap(r -> restricted(terms, r, content));
  }

  private static Optional<Fault> restricted(Terms terms, Restriction restriction, Content content) {
    String area = restriction.area();
    if (area == null) {
      return Fault.at(
          7, "restricted", terms.title(), restriction.category(), restriction.wording());
    }
    return content.texts().area() == null
        ? Fault.at(8, "area-unsaid", terms.title(), restriction.category(), area)
        : Fault.at(
            7,
            "restricted-there",
            terms.title(),
            restriction.category(),
            area,
            restriction.wording());
  }

  private Optional<Fault> parties(Terms terms, List<Recipient> recipients) {
    var own = organisations.stream().filter(one -> one.isSchool(school)).findFirst();
    if (own.isEmpty()) {
      return Fault.at(0, "own-unknown");
    }
    var outside =
        recipients.stream()
            .filter(r -> r.organisation() == null || !terms.parties().contains(r.organisation()))
            .toList();
    if (!outside.isEmpty()) {
      return Fault.at(1, "party", terms.title(), names(outside));
    }
    return terms.parties().contains(own.get().id())
        ? Optional.empty()
        : Fault.at(2, "own-party", terms.title(), own.get().name());
  }

  /// What the sharer ticked, and what the items are made of.
  private Set<Category> categories(Content content) {
    return Stream.concat(
            content.categories().stream(),
            itemsOf(content).stream().flatMap(item -> item.categories().stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String names(List<Recipient> recipients) {
    return recipients.stream()
        .map(r -> r.organisation() == null ? String.valueOf(r.person()) : name(r.organisation()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String name(UUID organisation) {
    return organisations.stream()
        .filter(one -> one.id().equals(organisation))
        .map(Organisation::name)
        .findFirst()
        .orElse("");
  }

  private static void missing(List<Sentence> left, String what, boolean isMissing) {
    if (isMissing) {
      left.add(Sentence.of("sharing.missing." + what));
    }
  }
}
