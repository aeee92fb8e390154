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
  private final JdbcClient jdbc;

  EarlierWork(
      Processes processes,
      Workspaces workspaces,
      Casework casework,
      JdbcExercises exercises,
      JdbcPreparing preparing,
      JdbcClient jdbc) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.casework = casework;
    this.exercises = exercises;
    this.preparing = preparing;
    this.jdbc = jdbc;
  }

  /// Another exercise at a place of this one.
  ///
  /// @param place as this exercise calls it
  /// @param themes both have, in words; none when it was about something else there
  public record Earlier(
      WorkspaceId id, String title, LocalDate identified, String place, List<String> themes) {

    public Earlier {
      themes = List.copyOf(themes);
    }
  }

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
              at(place).forEach(other -> found.add(earlier(other, place, own)));
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

  private Earlier earlier(JdbcExercises.Head other, Subject place, List<String> own) {
    return new Earlier(
        other.id(),
        casework.named(other.id()).map(Casework.Named::name).orElse(""),
        other.identified(),
        place.name(),
        themes(other.id()).stream().filter(own::contains).toList());
  }

  private List<String> themes(WorkspaceId work) {
    return exercises.versions(work).getLast().text().themes();
  }
}
