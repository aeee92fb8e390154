package org.sightline.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the codes in other organisations' records mean, in flags that all share (E44): whoever
/// reads what was shared finds here what its codes say. Everybody who is signed in reads them; a
/// governance officer keeps them. They say nothing of anybody.
@Component
public class LocalCodes {

  private static final SealedColumn CODE = new SealedColumn("sharing.local_code", "code");
  private static final SealedColumn MEANING = new SealedColumn("sharing.local_code", "meaning");

  private final Processes processes;
  private final Governing governing;
  private final Organisations organisations;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  LocalCodes(
      Processes processes,
      Governing governing,
      Organisations organisations,
      JdbcClient jdbc,
      Sealing sealing,
      Clock clock) {
    this.processes = processes;
    this.governing = governing;
    this.organisations = organisations;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// A code as an organisation uses it.
  ///
  /// @param organisation by name
  /// @param meaning what it stands for there, or empty
  /// @param ended no longer used; what has it still can be read
  public record LocalCode(
      UUID id, String organisation, String code, String meaning, CommonFlag flag, boolean ended) {}

  /// All, by organisation and code; those no longer used last.
  public List<LocalCode> all(SignedIn who) {
    return processes.look(
        who,
        () -> {
          Map<UUID, String> names =
              organisations.read().stream()
                  .collect(Collectors.toMap(Organisation::id, Organisation::name));
          return jdbc.sql("select * from sharing.local_code").query((r, n) -> code(r, names)).stream()
              .sorted(
                  Comparator.comparing(LocalCode::ended)
                      .thenComparing(LocalCode::organisation, String.CASE_INSENSITIVE_ORDER)
                      .thenComparing(LocalCode::code, String.CASE_INSENSITIVE_ORDER))
              .toList();
        });
  }

  /// @throws NotThere when the reader keeps no register, or there is no such organisation
  public void add(
      SignedIn who, UUID organisation, String code, @Nullable String meaning, CommonFlag flag) {
    var id = UUID.randomUUID();
    processes.change(
        who,
        Act.of("sharing.code-added", id).with(flag.name()),
        () -> {
          governing.require(who);
          if (organisations.read().stream().noneMatch(one -> one.id().equals(organisation))) {
            throw new NotThere();
          }
          jdbc.sql(
                  """
                  insert into sharing.local_code (id, organisation_id, code, meaning, flag, by_user, at)
                  values (:id, :organisation, :code, :meaning, :flag, :by, :at)
                  """)
              .param("id", id)
              .param("organisation", organisation)
              .param("code", sealing.seal(CODE, id, code))
              .param("meaning", sealing.sealIfAny(MEANING, id, meaning), Types.BINARY)
              .param("flag", flag.name())
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// Says that a code is no longer used, or is again.
  ///
  /// @throws NotThere when the reader keeps no register, or there is no such code
  public void end(SignedIn who, UUID id, boolean ended) {
    processes.change(
        who,
        Act.of("sharing.code-ended", id).with("ended=" + ended),
        () -> {
          governing.require(who);
          int changed =
              jdbc.sql(
                      """
                      update sharing.local_code
                         set ended_by = case when :ended then cast(:by as uuid) end,
                             ended_at = case when :ended then cast(:at as timestamptz) end
                       where id = :id
                      """)
                  .param("ended", ended)
                  .param("by", who.user().value())
                  .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                  .param("id", id)
                  .update();
          if (changed == 0) {
            throw new NotThere();
          }
        });
  }

  private LocalCode code(ResultSet row, Map<UUID, String> names) throws SQLException {
    var id = row.getObject("id", UUID.class);
    String meaning = sealing.openIfAny(MEANING, id, row.getBytes("meaning"));
    return new LocalCode(
        id,
        names.getOrDefault(row.getObject("organisation_id", UUID.class), ""),
        sealing.open(CODE, id, row.getBytes("code")),
        meaning == null ? "" : meaning,
        CommonFlag.valueOf(row.getString("flag")),
        row.getObject("ended_at") != null);
  }
}
