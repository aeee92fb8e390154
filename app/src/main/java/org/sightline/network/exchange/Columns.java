package org.sightline.network.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which column of a list means what.
///
/// @param from and `to` for a list of lines; both `null` for a list of people
/// @param key of a list of people: how lines name them; for a list of lines `null`
/// @param label of a list of people, or `null` when the key is all there is
/// @param weight of a list of lines, or `null`
/// @param direction of a list of lines: the column that says whether a line is directed, or `null`
/// @param said of a list of lines: who says so
public record Columns(
    @Nullable Integer from,
    @Nullable Integer to,
    @Nullable Integer key,
    @Nullable Integer label,
    @Nullable Integer weight,
    @Nullable Integer direction,
    Said said) {

  /// Which columns of a list of lines say what a line rests on.
  public record Said(
      @Nullable Integer role,
      @Nullable Integer agency,
      @Nullable Integer how,
      @Nullable Integer when) {

    public static final Said NOWHERE = new Said(null, null, null, null);
  }

  private static final Set<String> FROM =
      Set.of("source", "from", "person 1", "entity 1", "end 1", "subject", "ego", "name 1", "a");
  private static final Set<String> TO =
      Set.of("target", "to", "person 2", "entity 2", "end 2", "associate", "alter", "name 2", "b");
  private static final Set<String> KEY =
      Set.of("id", "node id", "nodeid", "key", "person id", "identity", "reference");
  private static final Set<String> LABEL = Set.of("label", "name", "full name", "title");
  private static final Set<String> WEIGHT =
      Set.of("weight", "strength", "value", "times", "count", "times seen");
  private static final Set<String> DIRECTION = Set.of("type", "directed", "direction");

  private static final Set<String> ROLE = Set.of("role", "reported by", "said by", "told by");
  private static final Set<String> AGENCY =
      Set.of("agency", "organisation", "organization", "service");
  private static final Set<String> HOW =
      Set.of("seen or heard", "seen/heard", "heard or seen", "how known");
  private static final Set<String> WHEN =
      Set.of(
          "date",
          "day",
          "when",
          "seen on",
          "date seen",
          "first seen",
          "last seen",
          "reported on",
          "date reported");

  public Columns {
    if ((from == null) != (to == null)) {
      throw new IllegalArgumentException("A line has two ends: %s and %s".formatted(from, to));
    }
    if ((from == null) == (key == null)) {
      throw new IllegalArgumentException("A list is of lines or of people");
    }
  }

  public static Columns ofLines(int from, int to, @Nullable Integer weight) {
    return new Columns(from, to, null, null, weight, null, Said.NOWHERE);
  }

  public static Columns ofPeople(int key, @Nullable Integer label) {
    return new Columns(null, null, key, label, null, null, Said.NOWHERE);
  }

  /// What the headings suggest; a list in which no heading speaks of two ends is one of people.
  static Columns guess(List<String> headings) {
    var plain = headings.stream().map(Columns::plain).toList();
    Integer from = find(plain, FROM);
    Integer to = find(plain, TO);
    if (from != null && to != null) {
      return new Columns(
          from, to, null, null, find(plain, WEIGHT), find(plain, DIRECTION), said(headings));
    }
    Integer key = find(plain, KEY);
    Integer label = find(plain, LABEL);
    return new Columns(
        null, null, key == null ? label == null ? 0 : label : key, label, null, null, Said.NOWHERE);
  }

  /// Under which headings a line seems to say what it rests on.
  static Said said(List<String> headings) {
    var plain = headings.stream().map(Columns::plain).toList();
    return new Said(find(plain, ROLE), find(plain, AGENCY), find(plain, HOW), find(plain, WHEN));
  }

  boolean isOfLines() {
    return from != null;
  }

  /// Whether a column is one of those that have a meaning of their own.
  boolean names(int column) {
    return Stream.of(
            from, to, key, label, weight, direction, said.role, said.agency, said.how, said.when)
        .anyMatch(each -> each != null && each == column);
  }

  private static @Nullable Integer find(List<String> headings, Set<String> known) {
    for (int i = 0; i < headings.size(); i++) {
      if (known.contains(headings.get(i))) {
        return i;
      }
    }
    return null;
  }

  /// Whether a heading speaks of who says so, or of whether it was seen or heard.
  static boolean isOfSaying(String heading) {
    String plain = plain(heading);
    return ROLE.contains(plain) || AGENCY.contains(plain) || HOW.contains(plain);
  }

  /// As one writes it in a sentence: "ReportedBy" and "reported_by" are "reported by".
  private static String plain(String heading) {
    return heading
        .replaceAll("(?<=[a-z])(?=[A-Z][a-z])", " ")
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .strip();
  }
}
