package org.sightline.engagement.marks;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.planning.SessionId;

/// What an open session shows its class: the plan as it was when the session started, without notes
/// and without what adults know about a place.
///
/// @param tag at the head of every slip code
/// @param lastDay the last day on which a slip code works
/// @param years year groups to choose from
/// @param zones in plan order
public record OpenSheet(
    SessionId session,
    SessionTag tag,
    LocalDate lastDay,
    List<Integer> years,
    List<Floor> floors,
    List<Place> zones) {

  public OpenSheet {
    years = List.copyOf(years);
    floors = List.copyOf(floors);
    zones = List.copyOf(zones);
    if (new HashSet<>(zones.stream().map(Place::key).toList()).size() != zones.size()) {
      throw new IllegalArgumentException("A place is on the sheet twice");
    }
  }

  /// @param picture whether there is a picture of it, or only labelled boxes (A44)
  public record Floor(int position, String name, int width, int height, boolean picture) {}

  /// A zone, as a young person sees it.
  public record Place(
      ZoneKey key, int floor, String name, List<Corner> corners, Corner label, boolean elsewhere) {

    public Place {
      corners = List.copyOf(corners);
    }
  }

  /// The years of a key stage; of a secondary school where it is not known (A16).
  public static List<Integer> years(@Nullable Integer keyStage) {
    int[] ends =
        switch (keyStage == null ? 0 : keyStage) {
          case 2 -> new int[] {3, 6};
          case 3 -> new int[] {7, 9};
          case 4 -> new int[] {10, 11};
          case 5 -> new int[] {12, 13};
          default -> new int[] {7, 13};
        };
    return IntStream.rangeClosed(ends[0], ends[1]).boxed().toList();
  }

  public List<Place> zonesOn(Floor floor) {
    return zones.stream().filter(zone -> zone.floor() == floor.position()).toList();
  }
}
