package org.sightline.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Pathway.Step;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// To whom a worry or a request goes in each organisation, with named posts (H03). Everybody who is
/// signed in reads it; a governance officer keeps it. It stands in the way of nothing: a risk of
/// harm is passed on to whomever one reaches.
@Component
public class Pathways {

  private static final SealedColumn POST = column("post");
  private static final SealedColumn HOLDER = column("holder");
  private static final SealedColumn REACH = column("reach");
  private static final SealedColumn HOURS = column("hours");

  private final Processes processes;
  private final Governing governing;
  private final Organisations organisations;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  Pathways(
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

  /// One for each organisation that is offered, by name.
  public List<Pathway> all(SignedIn who) {
    return processes.look(
        who,
        () -> {
          var holding = new HashMap<UUID, List<Step>>();
          var past = new HashMap<UUID, List<Step>>();
          jdbc.sql("select * from sharing.pathway_step order by at, id")
              .query(
                  row -> {
                    var of = row.getObject("ended_at") == null ? holding : past;
                    of.computeIfAbsent(
                            row.getObject("organisation_id", UUID.class), none -> new ArrayList<>())
                        .add(step(row));
                  });
          holding.values().forEach(steps -> steps.sort(Comparator.comparing(Step::turn)));
          return organisations.read().stream()
              .filter(one -> !one.retired())
              .map(
                  one ->
                      new Pathway(
                          one.id(),
                          one.name(),
                          holding.getOrDefault(one.id(), List.of()),
                          past.getOrDefault(one.id(), List.of())))
              .toList();
        });
  }

  /// Those that are written down of whoever receives a share.
  public List<Pathway> of(SignedIn who, Share share) {
    var receiving = share.content().recipients().stream().map(Recipient::organisation).toList();
    return all(who).stream()
        .filter(one -> !one.steps().isEmpty() && receiving.contains(one.organisation()))
        .toList();
  }

  /// @throws NotThere when the reader keeps no register, or there is no such organisation
  public void add(
      SignedIn who,
      UUID organisation,
      Pathway.About about,
      Pathway.Turn turn,
      Pathway.Words words) {
    var id = UUID.randomUUID();
    processes.change(
        who,
        Act.of("sharing.pathway-step-added", id).with(about.name()),
        () -> {
          governing.require(who);
          if (organisations.read().stream().noneMatch(one -> one.id().equals(organisation))) {
            throw new NotThere();
          }
          jdbc.sql(
                  """
                  insert into sharing.pathway_step
                    (id, organisation_id, about, turn, post, holder, reach, hours, by_user, at)
                  values (:id, :organisation, :about, :turn, :post, :holder, :reach, :hours, :by, :at)
                  """)
              .param("id", id)
              .param("organisation", organisation)
              .param("about", about.name())
              .param("turn", turn.name())
              .param("post", sealing.seal(POST, id, words.post()))
              .param("holder", sealing.sealIfAny(HOLDER, id, orNull(words.holder())), Types.BINARY)
              .param("reach", sealing.seal(REACH, id, words.reach()))
              .param("hours", sealing.sealIfAny(HOURS, id, orNull(words.hours())), Types.BINARY)
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// Takes somebody off the way, or puts them back.
  ///
  /// @throws NotThere when the reader keeps no register, or there is no such step
  public void end(SignedIn who, UUID id, boolean ended) {
    processes.change(
        who,
        Act.of("sharing.pathway-step-ended", id).with("ended=" + ended),
        () -> {
          governing.require(who);
          int changed =
              jdbc.sql(
                      """
                      update sharing.pathway_step
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

  private Step step(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Step(
        id,
        Pathway.About.valueOf(row.getString("about")),
        Pathway.Turn.valueOf(row.getString("turn")),
        new Pathway.Words(
            sealing.open(POST, id, row.getBytes("post")),
            orEmpty(sealing.openIfAny(HOLDER, id, row.getBytes("holder"))),
            sealing.open(REACH, id, row.getBytes("reach")),
            orEmpty(sealing.openIfAny(HOURS, id, row.getBytes("hours")))));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static SealedColumn column(String name) {
    return new SealedColumn("sharing.pathway_step", name);
  }
}
