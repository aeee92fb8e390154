package org.sightline.sharing;

import java.util.Set;
import java.util.UUID;

/// One thing a feature offers for sharing.
///
/// @param record its id; [Recipients] is asked by it
/// @param kind what the feature calls its kind, as in `engagement.report`
/// @param title what people call it; seen by those who read the words of the share
/// @param protectedAddress it holds an address that must be kept secret (EX-08)
/// @param unsafeToInform the family must not learn of it as things stand (EX-09)
/// @param people how many people it names
/// @param href where it is read
public record Shareable(
    UUID record,
    String kind,
    String title,
    AboutKind about,
    Set<Category> categories,
    boolean protectedAddress,
    boolean unsafeToInform,
    int people,
    String href) {

  public Shareable {
    categories = Set.copyOf(categories);
  }

  /// Something about a place, in which nobody is named.
  public static Shareable ofAPlace(
      UUID record, String kind, String title, Category category, String href) {
    return new Shareable(
        record, kind, title, AboutKind.PLACE, Set.of(category), false, false, 0, href);
  }
}
