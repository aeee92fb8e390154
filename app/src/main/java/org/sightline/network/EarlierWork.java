package org.sightline.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Earlier work on the same theme at the same place (B16), among the exercises the reader is part
/// of anyhow. What lies with others is a signpost ([PlaceSignposts]) and nothing more.
@Component
public class EarlierWork {

  private final Processes processes;
  private final Workspaces workspaces;
  private final Casework casework;
  private final JdbcExercises exercises;
  private final JdbcPreparing preparing;
  private final Maps maps;
  private final JdbcClient jdbc;

  EarlierWork(
      Processes processes,
      Workspaces workspaces,
      Casework casework,
      JdbcExercises exercises,
      JdbcPreparing preparing,
      Maps maps,
      JdbcClient jdbc) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.casework = casework;
    this.exercises = exercises;
    this.preparing = preparing;
    this.maps = maps;
    this.jdbc = jdbc;
  }

  /// Another exercise at a place of this one.
  ///
  /// @param place as this exercise calls it
  /// @param themes both have, in words; none when it was about something else there
  /// @param incidents that its map links with the place, those on a theme of this one first
  public record Earlier(
      WorkspaceId id,
      String title,
      LocalDate identified,
      String place,
      List<String> themes,
      List<Incident> incidents) {

    public Earlier {
      themes = List.copyOf(themes);
      incidents = List.copyOf(incidents);
    }
  }

  /// An incident on a map the reader works on (B11, B16).
  ///
  /// @param day or empty
  /// @param theme or empty
  /// @param isSame whether it is on a theme of this exercise
  public record Incident(String label, String day, String theme, boolean isSame) {}

  /// Those that share a theme first, then the latest first.
  ///
  /// @throws NotThere when it is not open to the reader, or no exercise
  public List<Earlier> of(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "network.earlier-looked-for", work.value()),
        () -> {
          workspaces.require(who, work);
          exercises.head(work).orElseThrow(NotThere::new);
          var own = themes(work);
          var found = new ArrayList<Earlier>();
          for (var place : preparing.subjects(work)) {
            if (place.isPlace() && place.decision() != Subject.Decision.NO_PART) {
              at(place).forEach(other -> found.add(earlier(who, other, place, own)));
            }
          }
          found.sort(
              Comparator.comparing((Earlier one) -> one.themes().isEmpty())
                  .thenComparing(Earlier::identified, Comparator.reverseOrder())
                  .thenComparing(one -> one.id().toString()));
          return found;
        });
  }

  /// The other exercises at a place, as row-level security shows them to the reader.
  private List<JdbcExercises.Head> at(Subject place) {
    return jdbc
        .sql(
            """
            select distinct other.workspace_id
              from network.subject mine
              join network.subject other
                on other.place_index = mine.place_index and other.workspace_id <> mine.workspace_id
             where mine.id = :place
            """)
        .param("place", place.id())
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .flatMap(id -> exercises.head(id).stream())
        .filter(head -> !head.isPractice())
        .toList();
  }

  private Earlier earlier(SignedIn who, JdbcExercises.Head other, Subject place, List<String> own) {
    return new Earlier(
        other.id(),
        casework.named(other.id()).map(Casework.Named::name).orElse(""),
        other.identified(),
        place.name(),
        themes(other.id()).stream().filter(own::contains).toList(),
        incidents(maps.open(who, other.id()), place, own));
  }

  private static List<Incident> incidents(Picture picture, Subject place, List<String> own) {
    var there =
        picture.on(ElementKind.LINE).stream()
            .map(line -> List.of(end(picture, line, Field.FROM), end(picture, line, Field.TO)))
            .filter(ends -> ends.stream().anyMatch(end -> isCalled(end, place)))
            .flatMap(List::stream)
            .filter(end -> end.value(Field.KIND).equals(NodeKind.INCIDENT.name()))
            .distinct()
            .map(
                incident ->
                    new Incident(
                        incident.value(Field.LABEL),
                        incident.value(Field.HAPPENED_ON),
                        incident.value(Field.THEME),
                        own.stream().anyMatch(incident.value(Field.THEME)::equalsIgnoreCase)));
    return there
        .sorted(
            Comparator.comparing((Incident one) -> !one.isSame())
                .thenComparing(Incident::day, Comparator.reverseOrder())
                .thenComparing(Incident::label))
        .toList();
  }

  private static Element end(Picture picture, Element line, Field end) {
    return MapActions.require(picture, picture.shown(ElementId.of(line.value(end))));
  }

  private static boolean isCalled(Element node, Subject place) {
    return node.value(Field.LABEL).strip().equalsIgnoreCase(place.name().strip());
  }

  private List<String> themes(WorkspaceId work) {
    return exercises.versions(work).getLast().text().themes();
  }
}
