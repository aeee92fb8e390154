package org.sightline.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The agreements in the database.
@Component
class JdbcAgreements {

  private static final SealedColumn TITLE = column("title");
  private static final SealedColumn OWNER = column("owner");
  private static final SealedColumn DOCUMENT = column("document");
  private static final SealedColumn STANDARDS = column("standards");
  private static final SealedColumn AREA = new SealedColumn("sharing.restriction", "area");
  private static final SealedColumn WORDING = new SealedColumn("sharing.restriction", "wording");
  private static final SealedColumn REASON = new SealedColumn("sharing.agreement_step", "reason");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  JdbcAgreements(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// Every agreement the reader may see a version of.
  List<Agreement> all() {
    var parties = parties();
    var restrictions = restrictions();
    var steps = steps();
    var asked = asked();
    Map<UUID, List<Agreement.Version>> versions = new LinkedHashMap<>();
    jdbc.sql(
            """
            select v.*, array_to_string(purposes, ',') as purpose_list,
                   array_to_string(categories, ',') as category_list
              from sharing.agreement_version v
             order by agreement_id, version
            """)
        .query(
            (ResultSet row) -> {
              UUID id = row.getObject("id", UUID.class);
              versions
                  .computeIfAbsent(
                      row.getObject("agreement_id", UUID.class), a -> new ArrayList<>())
                  .add(
                      new Agreement.Version(
                          id,
                          row.getInt("version"),
                          terms(
                              row,
                              id,
                              Set.copyOf(parties.getOrDefault(id, List.of())),
                              restrictions.getOrDefault(id, List.of())),
                          user(row),
                          at(row)));
            });
    return versions.entrySet().stream()
        .map(
            entry ->
                new Agreement(
                    entry.getKey(),
                    entry.getValue(),
                    steps.getOrDefault(entry.getKey(), List.of()),
                    asked.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  void add(SignedIn who, UUID id) {
    jdbc.sql("insert into sharing.agreement (id, by_user, at) values (:id, :by, :at)")
        .param("id", id)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// @return whether it was the next version; false when somebody else wrote one meanwhile
  boolean addVersion(SignedIn who, UUID agreement, int before, Terms terms) {
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(
                """
                insert into sharing.agreement_version (id, agreement_id, version, title, owner, document,
                  standards, basis, purposes, categories, from_on, until_on, review_on, by_user, at)
                select :id, :agreement, :before + 1, :title, :owner, :document, :standards, :basis,
                  string_to_array(:purposes, ','), string_to_array(:categories, ','), :from, :until,
                  :review, :by, :at
                 where :before = (select coalesce(max(version), 0)
                                    from sharing.agreement_version
                                   where agreement_id = :agreement)
                on conflict on constraint agreement_version_once_uq do nothing
                """)
            .param("id", id)
            .param("agreement", agreement)
            .param("before", before)
            .param("title", sealing.seal(TITLE, id, terms.title()))
            .param("owner", sealing.seal(OWNER, id, terms.owner()))
            .param("document", sealing.seal(DOCUMENT, id, terms.document()))
            .param("standards", sealing.sealIfAny(STANDARDS, id, terms.standards()), Types.BINARY)
            .param("basis", terms.basis().name())
            .param("purposes", Lists.join(terms.purposes()))
            .param("categories", Lists.join(terms.categories()))
            .param("from", terms.from())
            .param("until", terms.until(), Types.DATE)
            .param("review", terms.review())
            .param("by", who.user().value())
            .param("at", now())
            .update();
    if (added == 1) {
      terms.parties().forEach(party -> addParty(id, party));
      terms.restrictions().forEach(restriction -> addRestriction(id, restriction));
    }
    return added == 1;
  }

  void ask(SignedIn who, UUID agreement, int version) {
    jdbc.sql(
            """
            insert into sharing.activation_request (id, agreement_id, version, by_user, at)
            values (:id, :agreement, :version, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("agreement", agreement)
        .param("version", version)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void step(
      SignedIn who, UUID agreement, int version, Agreement.StepKind kind, @Nullable String reason) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into sharing.agreement_step (id, agreement_id, version, kind, reason, by_user, at)
            values (:id, :agreement, :version, :kind, :reason, :by, :at)
            """)
        .param("id", id)
        .param("agreement", agreement)
        .param("version", version)
        .param("kind", kind.name())
        .param("reason", sealing.sealIfAny(REASON, id, reason), Types.BINARY)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  private void addParty(UUID version, UUID organisation) {
    jdbc.sql(
            """
            insert into sharing.agreement_party (version_id, organisation_id)
            values (:version, :organisation)
            """)
        .param("version", version)
        .param("organisation", organisation)
        .update();
  }

  private void addRestriction(UUID version, Restriction restriction) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into sharing.restriction (id, version_id, category, area, wording)
            values (:id, :version, :category, :area, :wording)
            """)
        .param("id", id)
        .param("version", version)
        .param("category", restriction.category().name())
        .param("area", sealing.sealIfAny(AREA, id, restriction.area()), Types.BINARY)
        .param("wording", sealing.seal(WORDING, id, restriction.wording()))
        .update();
  }

  private Terms terms(ResultSet row, UUID id, Set<UUID> parties, List<Restriction> restrictions)
      throws SQLException {
    return new Terms(
        sealing.open(TITLE, id, row.getBytes("title")),
        sealing.open(OWNER, id, row.getBytes("owner")),
        sealing.open(DOCUMENT, id, row.getBytes("document")),
        sealing.openIfAny(STANDARDS, id, row.getBytes("standards")),
        Basis.valueOf(row.getString("basis")),
        Lists.split(row.getString("purpose_list"), Purpose.class),
        Lists.split(row.getString("category_list"), Category.class),
        parties,
        restrictions,
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        row.getObject("review_on", LocalDate.class));
  }

  private Map<UUID, List<UUID>> parties() {
    Map<UUID, List<UUID>> all = new LinkedHashMap<>();
    jdbc.sql("select version_id, organisation_id from sharing.agreement_party")
        .query(
            (ResultSet row) -> {
              Lists.under(all, row.getObject(1, UUID.class)).add(row.getObject(2, UUID.class));
            });
    return all;
  }

  private Map<UUID, List<Restriction>> restrictions() {
    Map<UUID, List<Restriction>> all = new LinkedHashMap<>();
    jdbc.sql("select id, version_id, category, area, wording from sharing.restriction order by id")
        .query(
            (ResultSet row) -> {
              UUID id = row.getObject("id", UUID.class);
              Lists.under(all, row.getObject("version_id", UUID.class))
                  .add(
                      new Restriction(
                          Category.valueOf(row.getString("category")),
                          sealing.openIfAny(AREA, id, row.getBytes("area")),
                          sealing.open(WORDING, id, row.getBytes("wording"))));
            });
    return all;
  }

  private Map<UUID, List<Agreement.Step>> steps() {
    Map<UUID, List<Agreement.Step>> all = new LinkedHashMap<>();
    jdbc.sql("select * from sharing.agreement_step")
        .query(
            (ResultSet row) -> {
              UUID id = row.getObject("id", UUID.class);
              Lists.under(all, row.getObject("agreement_id", UUID.class))
                  .add(
                      new Agreement.Step(
                          row.getInt("version"),
                          Agreement.StepKind.valueOf(row.getString("kind")),
                          sealing.openIfAny(REASON, id, row.getBytes("reason")),
                          user(row),
                          at(row)));
            });
    return all;
  }

  private Map<UUID, List<Agreement.Asked>> asked() {
    Map<UUID, List<Agreement.Asked>> all = new LinkedHashMap<>();
    jdbc.sql("select agreement_id, version, by_user, at from sharing.activation_request")
        .query(
            (ResultSet row) -> {
              Lists.under(all, row.getObject("agreement_id", UUID.class))
                  .add(new Agreement.Asked(row.getInt("version"), user(row), at(row)));
            });
    return all;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UserId user(ResultSet row) throws SQLException {
    return new UserId(row.getObject("by_user", UUID.class));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static SealedColumn column(String name) {
    return new SealedColumn("sharing.agreement_version", name);
  }
}
