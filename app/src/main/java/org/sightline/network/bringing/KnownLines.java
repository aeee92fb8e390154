package org.sightline.network.bringing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.LineKind;
import org.sightline.network.map.Picture;

/// Which line of a map a line of a file is: of several between the same two, the one of its kind.
/// What a gap is about is no line that a file could mean.
final class KnownLines {

  /// Two who are linked.
  record Ends(ElementId from, ElementId to) {

    Ends turned() {
      return new Ends(to, from);
    }
  }

  private final Picture picture;
  private final Choices.Spoken spoken;
  private final Map<Ends, List<Element>> lines = new HashMap<>();
  private final Set<ElementId> claimed = new HashSet<>();
  private final Set<Link> spokenOf = new HashSet<>();

  KnownLines(Picture picture, Choices.Spoken spoken) {
    this.picture = picture;
    this.spoken = spoken;
    picture
        .everyLine()
        .filter(line -> !line.value(Field.LINE_KIND).equals(LineKind.ABOUT.name()))
        .forEach(line -> lines.computeIfAbsent(ends(line), none -> new ArrayList<>(1)).add(line));
  }

  /// The line of the map that a line of a file is; each is found once. What is on the map goes
  /// before what was taken off, and the same kind before one nobody was asked for.
  ///
  /// @return `null` when there is none
  @Nullable Element claim(Ends ends, boolean directed, Link link) {
    speakOf(link);
    var found =
        between(ends, directed)
            .filter(line -> !claimed.contains(line.id()))
            .filter(line -> link.mayBe(Link.of(line, spoken)))
            .min(
                Comparator.comparing((Element line) -> !line.isOn())
                    .thenComparing(line -> !link.equals(Link.of(line, spoken))));
    found.ifPresent(line -> claimed.add(line.id()));
    return found.orElse(null);
  }

  /// The file tells of such lines.
  void speakOf(Link link) {
    spokenOf.add(link);
  }

  /// Whether the file speaks of lines of this kind at all, and of this one nowhere: a list of who
  /// are friends says nothing of who are family.
  ///
  /// @param linked who is linked in the file, whatever links them
  boolean isOver(Element line, Set<ElementId> inFile, Set<Ends> linked) {
    var ends = ends(line);
    var link = Link.of(line, spoken);
    return inFile.contains(ends.from())
        && inFile.contains(ends.to())
        && !claimed.contains(line.id())
        && !line.value(Field.LINE_KIND).equals(LineKind.ABOUT.name())
        && (link.isNothing() || spokenOf.stream().anyMatch(each -> each.mayBe(link)))
        && !(spokenOf.contains(Link.NOTHING) && linked.contains(ends));
  }

  private Stream<Element> between(Ends ends, boolean directed) {
    var forth = lines.getOrDefault(ends, List.of()).stream();
    return directed
        ? forth
        : Stream.concat(forth, lines.getOrDefault(ends.turned(), List.of()).stream());
  }

  private Ends ends(Element line) {
    return new Ends(
        picture.shown(ElementId.of(line.value(Field.FROM))),
        picture.shown(ElementId.of(line.value(Field.TO))));
  }
}
