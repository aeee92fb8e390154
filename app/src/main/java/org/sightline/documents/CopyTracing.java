package org.sightline.documents;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sightline.access.NamesOfPeople;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Finds who took a copy, from the copy: by its bytes, by the code that stands in it, or by its QR
/// code (EX-04). Finding is recorded.
@Component
public class CopyTracing {

  private final SystemStore store;
  private final SystemProcesses processes;
  private final NamesOfPeople names;

  CopyTracing(SystemStore store, SystemProcesses processes, NamesOfPeople names) {
    this.store = store;
    this.processes = processes;
    this.names = names;
  }

  /// @param exact whether it is the file itself, byte for byte; otherwise its stamp was found,
  ///     which somebody could have put on something else
  public record Traced(
      long number, String kind, String by, Instant at, Purpose purpose, boolean exact) {}

  private record Copy(
      UUID id, long number, String kind, UUID by, Instant at, Purpose purpose, boolean exact) {}

  /// Every copy the file is, or carries the stamp of.
  ///
  /// @throws IOException when the file is damaged
  public List<Traced> trace(byte[] file) throws IOException {
    var found = new ArrayList<>(byBytes(file));
    if (found.isEmpty()) {
      for (String code : StampSearch.codes(file)) {
        found.addAll(byCode(code));
      }
    }
    return found.stream().map(this::recorded).toList();
  }

  /// By the code as it is printed, typed off the paper.
  public List<Traced> traceCode(String typed) {
    return StampCode.in(typed).stream()
        .flatMap(code -> byCode(code).stream())
        .map(this::recorded)
        .toList();
  }

  private List<Copy> byBytes(byte[] file) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select id, number, kind, by_user, at, purpose, true as exact
                      from documents.copy where sha256 = :sha256
                    """)
                .param("sha256", Copies.hash(file))
                .query((row, n) -> copy(row))
                .list());
  }

  private List<Copy> byCode(String code) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select id, number, kind, by_user, at, purpose, false as exact
                      from documents.copy where code = :code
                    """)
                .param("code", code)
                .query((row, n) -> copy(row))
                .list());
  }

  private static Copy copy(ResultSet row) throws SQLException {
    return new Copy(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("kind"),
        row.getObject("by_user", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Purpose.valueOf(row.getString("purpose")),
        row.getBoolean("exact"));
  }

  private Traced recorded(Copy copy) {
    return processes.change(
        Act.of("documents.copy-traced", copy.id()),
        () ->
            new Traced(
                copy.number(),
                copy.kind(),
                names.of(new UserId(copy.by())),
                copy.at(),
                copy.purpose(),
                copy.exact()));
  }
}
