package org.sightline.engagement.results.scores;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.Band;
import org.sightline.engagement.results.CrossTable;

/// The results of a round as one reader sees them; page, table, file, paper and presenter view are
/// all made from it.
///
/// @param inward whether it holds exact small counts
/// @param counts whether the publication has counts at all, or bands only
/// @param zones in plan order
/// @param breakdown or `null`
/// @param heard which years the round's sessions reach
/// @param ideas approved ones, none about a place with one adult in charge
public record ScoreSheet(
    String round,
    LocalDate on,
    int publication,
    int maps,
    int smallest,
    boolean inward,
    boolean counts,
    List<FloorMap> floors,
    List<ZoneScore> zones,
    List<Ranked> hottest,
    List<Ranked> coolest,
    List<CrossTable.Line> adults,
    List<CrossTable.Line> watched,
    List<CrossTable.Line> otherYears,
    @Nullable Groups breakdown,
    HeardYears heard,
    List<Idea> ideas) {

  private static final int LISTED = 10;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  public ScoreSheet {
    floors = List.copyOf(floors);
    zones = List.copyOf(zones);
    hottest = List.copyOf(hottest);
    coolest = List.copyOf(coolest);
    adults = List.copyOf(adults);
    watched = List.copyOf(watched);
    otherYears = List.copyOf(otherYears);
    ideas = List.copyOf(ideas);
  }

  /// A floor with its zones drawn on it.
  public record FloorMap(int position, String name, double aspect, String svg) {}

  /// A place in a ranking.
  public record Ranked(int rank, String zone, int count, int maps) {}

  /// An idea from a discussion (A75, A76).
  ///
  /// @param place name of its place, or `null` when it is about the whole school
  public record Idea(boolean fromStudents, @Nullable String place, String wording) {

    public String sentence() {
      return place == null ? wording : place + ": " + wording;
    }
  }

  /// Bands by group.
  ///
  /// @param names of the groups, the columns
  public record Groups(boolean byYear, List<String> names, List<GroupRow> rows) {}

  /// @param bands one per column; `null` where the zone has too few answers in some group
  public record GroupRow(String zone, List<@Nullable Band> bands) {}

  /// Such as "9 March 2026".
  public String day() {
    return DAY.format(on);
  }

  /// Whether a picture of this sheet lies across the paper.
  boolean isWide() {
    return floors.isEmpty() || floors.getFirst().aspect() >= 1;
  }

  /// The head of a ranking; the table has the rest.
  public List<Ranked> first(List<Ranked> ranking) {
    return ranking.stream().limit(LISTED).toList();
  }

  /// Whether [#first] leaves some of it out.
  public boolean isCut(List<Ranked> ranking) {
    return ranking.size() > LISTED;
  }

  public List<ZoneScore> mixedViews() {
    return zones.stream().filter(ZoneScore::mixedViews).toList();
  }

  /// The zones that are certainly in this band.
  public List<ZoneScore> in(Band band) {
    return zones.stream().filter(zone -> zone.band() == band).toList();
  }

  /// Ideas of what students, or else what adults at school, could do.
  public List<String> ideas(boolean fromStudents) {
    return ideas.stream()
        .filter(idea -> idea.fromStudents() == fromStudents)
        .map(Idea::sentence)
        .toList();
  }

  public boolean hasReasons() {
    return zones.stream().anyMatch(zone -> !zone.reasons().isEmpty());
  }

  /// Whether some row stands from an earlier publication.
  public boolean someStand() {
    return zones.stream().anyMatch(ZoneScore::stands);
  }

  public boolean someNotShown() {
    return zones.stream()
        .map(ZoneScore::cells)
        .filter(Objects::nonNull)
        .flatMap(cells -> cells.all().stream())
        .anyMatch(cell -> cell.exact() == null);
  }
}
