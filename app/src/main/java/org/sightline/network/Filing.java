package org.sightline.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.Deadline;
import org.sightline.kernel.UserId;
import org.sightline.network.Maps.Sight;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;

/// How far the papers of a session have come onto the files of those it is about (B62).
///
/// @param sight the map whose picture is filed, as the reader sees it
/// @param sealed the day of the version it is, or `null` when the session has none yet
/// @param minutes the last that were written, or `null`
/// @param due by when, or `null` while the session was not held
/// @param letters by which letter somebody is called in the papers of others, as far as drawn
public record Filing(
    MappingSession session,
    Sight sight,
    @Nullable LocalDate sealed,
    @Nullable Minutes minutes,
    @Nullable Deadline due,
    List<Receipt> receipts,
    List<Named> named,
    Map<ElementId, String> letters) {

  /// What is put on a file.
  public enum Part {
    MINUTES,
    MAP
  }

  /// The minutes of a session.
  ///
  /// @param pattern of the title, an id of the vocabulary
  /// @param risk the key risk, which the title is built from (B63, B64); names nobody
  /// @param words what was said, or empty
  public record Minutes(String pattern, String risk, String words, UserId by, Instant at) {}

  /// Where a part was put, or why it was not.
  ///
  /// @param where the system, and `reference` what it is found by there; empty when not filed
  /// @param because why it was not filed, or empty
  public record Receipt(
      Ids ids, Part part, boolean isFiled, LocalDate day, Words words, UserId by, Instant at) {

    /// @param subject whose file it is
    public record Ids(UUID id, ElementId subject) {}

    public record Words(String where, String reference, String because) {}
  }

  /// Somebody who is named in the papers of another because that was shared already.
  public record Named(UUID id, ElementId subject, ElementId other, String because, UserId by) {}

  /// On whose file the papers go: the people the work is about.
  public List<Element> subjects() {
    return sight.picture().on(ElementKind.NODE).stream().filter(Filing::isSubject).toList();
  }

  private static boolean isSubject(Element node) {
    return !node.value(Field.KEY).isEmpty() && NodeKind.valueOf(node.value(Field.KIND)).isPerson();
  }

  /// The day the map shows: that of its version, or today.
  public LocalDate mapOf(LocalDate today) {
    return sealed == null ? today : sealed;
  }

  /// What was said last of a part of somebody's papers, or `null`.
  public @Nullable Receipt receipt(ElementId subject, Part part) {
    return receipts.stream()
        .filter(one -> one.ids().subject().equals(subject) && one.part() == part)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /// How many parts nothing is said of yet.
  public long open() {
    return subjects().stream()
        .mapToLong(
            one ->
                Arrays.stream(Part.values())
                    .filter(part -> receipt(one.id(), part) == null)
                    .count())
        .sum();
  }

  /// Who is named in somebody's papers, themselves among them.
  public Set<ElementId> namedTo(ElementId subject) {
    var all =
        named.stream()
            .filter(one -> one.subject().equals(subject))
            .map(Named::other)
            .collect(Collectors.toSet());
    all.add(subject);
    return all;
  }
}
