package org.sightline.network.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A map as a test draws it: every edit is checked and then taken, as the application does.
public final class Drawn {

  private static final UserId SOMEBODY = new UserId(UUID.randomUUID());

  private final Picture picture = new Picture();
  private final List<Entry> entries = new ArrayList<>();

  public Picture picture() {
    return picture;
  }

  public List<Entry> entries() {
    return entries;
  }

  public static Edit aPerson(ElementId id, String label) {
    return Edit.of(id, Map.of(Field.KIND, NodeKind.YOUNG_PERSON.name(), Field.LABEL, label));
  }

  public static Edit aLine(ElementId id, ElementId from, ElementId to) {
    return Edit.of(id, Map.of(Field.FROM, from.toString(), Field.TO, to.toString()))
        .and(aReport(ElementId.random(), id, "2026-05-03"));
  }

  public static Edit aReport(ElementId id, ElementId line, String day) {
    return Edit.of(
        id,
        Map.of(
            Field.ON, line.toString(),
            Field.AGENCY, "Youth service",
            Field.ROLE, "youth worker",
            Field.SEEN_OR_HEARD, "SEEN",
            Field.WHEN, day));
  }

  public ElementId person(String label) {
    var id = ElementId.random();
    draw(aPerson(id, label));
    return id;
  }

  public ElementId line(ElementId from, ElementId to) {
    var id = ElementId.random();
    draw(aLine(id, from, to));
    return id;
  }

  public Entry say(ElementId element, Field field, String value) {
    return draw(Edit.of(new Change(element, field, value)));
  }

  /// @throws IllegalArgumentException when it is refused
  public Entry draw(Edit edit) {
    var refusal = tried(edit, picture.last(), null);
    if (refusal != null) {
      throw new IllegalArgumentException(refusal.toString());
    }
    return entries.getLast();
  }

  /// Takes the edit unless it is refused.
  public @Nullable Refusal tried(Edit edit, long seen) {
    return tried(edit, seen, null);
  }

  /// @return whether the entry could be taken back
  public boolean takeBack(Entry entry) {
    var edit = picture.takingBack(entry, "drawn by mistake");
    return edit != null && tried(edit, picture.last(), entry.number()) == null;
  }

  private @Nullable Refusal tried(Edit edit, long seen, @Nullable Long undoes) {
    var refusal = picture.refusal(edit, seen);
    if (refusal == null) {
      var entry = new Entry(picture.last() + 1, edit, SOMEBODY, Instant.EPOCH, undoes);
      picture.take(entry);
      entries.add(entry);
    }
    return refusal;
  }
}
