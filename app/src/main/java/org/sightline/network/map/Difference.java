package org.sightline.network.map;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What two states of a map have and have not in common: "2 left, 1 joined, 3 lines confirmed, 4
/// faded".
///
/// @param joined nodes on the later one only
/// @param left nodes on the earlier one only
/// @param formed lines on the later one only
/// @param lost lines on the earlier one only
/// @param kept lines on both
/// @param confirmed lines on both that somebody said between the two still hold
/// @param faded lines on both that were fresh on the day of the first and are not on that of the
///     second
/// @param changed lines on both of which something else is said now
/// @param over lines on both of which somebody says now that they no longer hold
/// @param unsure lines on both of which it is said now that nobody knows whether they still hold
/// @param told lines on both that somebody more says now; not those that were confirmed
/// @param different nodes on both that are something else now
/// @param merged nodes that turned out to be another one, which is on the later map
/// @param parted nodes that turned out to be no other one after all
public record Difference(
    Set<ElementId> joined,
    Set<ElementId> left,
    Set<ElementId> formed,
    Set<ElementId> lost,
    Set<ElementId> kept,
    Set<ElementId> confirmed,
    Set<ElementId> faded,
    Set<ElementId> changed,
    Set<ElementId> over,
    Set<ElementId> unsure,
    Set<ElementId> told,
    Set<ElementId> different,
    Set<ElementId> merged,
    Set<ElementId> parted) {

  /// What of a node is compared.
  public static final List<Field> OF_NODE =
      List.of(
          Field.LABEL,
          Field.ALIASES,
          Field.KIND,
          Field.BEARING,
          Field.PART_IN_GROUP,
          Field.KEY,
          Field.OUTSIDE);

  /// Everything that is said of the two.
  public Set<ElementId> all() {
    return Stream.of(
            joined, left, formed, lost, confirmed, faded, changed, over, unsure, told, different,
            merged, parted)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// A state of the map on its day.
  ///
  /// @param fresh the first day whose word still counts as fresh on that day
  public record State(Picture picture, LocalDate fresh) {}

  public static Difference between(State earlier, State later) {
    var before = earlier.picture();
    var after = later.picture();
    var nodesBefore = ids(before, ElementKind.NODE);
    var nodesAfter = ids(after, ElementKind.NODE);
    var linesBefore = ids(before, ElementKind.LINE);
    var linesAfter = ids(after, ElementKind.LINE);
    var kept = both(linesBefore, linesAfter);
    var confirmed = where(kept, id -> differs(before, after, id, List.of(Field.CONFIRMED)));
    return new Difference(
        only(nodesAfter, nodesBefore),
        only(nodesBefore, nodesAfter),
        only(linesAfter, linesBefore),
        only(linesBefore, linesAfter),
        kept,
        confirmed,
        where(kept, id -> !is(after, id, "NO") && !isFaded(earlier, id) && isFaded(later, id)),
        where(kept, id -> isSaidDifferently(before, after, id)),
        where(kept, id -> !is(before, id, "NO") && is(after, id, "NO")),
        where(kept, id -> !is(before, id, Field.NOT_KNOWN) && is(after, id, Field.NOT_KNOWN)),
        where(kept, id -> !confirmed.contains(id) && isToldByMore(before, after, id)),
        where(both(nodesBefore, nodesAfter), id -> differs(before, after, id, OF_NODE)),
        where(
            only(nodesBefore, nodesAfter),
            id -> !isMerged(before, id) && nodesAfter.contains(after.shown(id))),
        where(only(nodesAfter, nodesBefore), id -> isMerged(before, id)));
  }

  private static boolean is(Picture picture, ElementId line, String current) {
    var element = picture.find(line);
    return element != null && element.value(Field.CURRENT).equals(current);
  }

  private static boolean isMerged(Picture picture, ElementId node) {
    var element = picture.find(node);
    return element != null && element.isOn() && !element.value(Field.SAME_AS).isEmpty();
  }

  private static boolean isToldByMore(Picture before, Picture after, ElementId line) {
    var known = new HashSet<ElementId>();
    before.reports(line).forEach(report -> known.add(report.id()));
    return after.reports(line).stream().anyMatch(report -> !known.contains(report.id()));
  }

  /// Whether nobody has said or confirmed a line since the first fresh day.
  public static boolean isFaded(State state, ElementId line) {
    return lastWord(state.picture(), line).isBefore(state.fresh());
  }

  private static LocalDate lastWord(Picture picture, ElementId line) {
    var element = picture.find(line);
    var confirmed = element == null ? "" : element.value(Field.CONFIRMED);
    return picture.reports(line).stream()
        .map(report -> LocalDate.parse(report.value(Field.WHEN)))
        .max(Comparator.naturalOrder())
        .map(said -> confirmed.isEmpty() ? said : later(said, LocalDate.parse(confirmed)))
        .orElse(LocalDate.MIN);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean differs(Picture before, Picture after, ElementId id, List<Field> fields) {
    var one = before.find(id);
    var other = after.find(id);
    return one != null
        && other != null
        && fields.stream().anyMatch(field -> !one.value(field).equals(other.value(field)));
  }

  /// Also when it is said only now how reliable somebody is who said so before.
  private static boolean isSaidDifferently(Picture before, Picture after, ElementId line) {
    return differs(before, after, line, Field.ASKED)
        || before.reports(line).stream()
            .anyMatch(report -> differs(before, after, report.id(), List.of(Field.RELIABILITY)));
  }

  private static Set<ElementId> ids(Picture picture, ElementKind kind) {
    var ids = new HashSet<ElementId>();
    picture.on(kind).forEach(element -> ids.add(element.id()));
    return ids;
  }

  private static Set<ElementId> only(Set<ElementId> here, Set<ElementId> notThere) {
    return where(here, id -> !notThere.contains(id));
  }

  private static Set<ElementId> both(Set<ElementId> here, Set<ElementId> there) {
    return where(here, there::contains);
  }

  private static Set<ElementId> where(
      Set<ElementId> ids, java.util.function.Predicate<ElementId> holds) {
    var found = new TreeSet<ElementId>();
    ids.stream().filter(holds).forEach(found::add);
    return found;
  }
}
