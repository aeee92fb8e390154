package org.sightline.engagement.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.GuestPasses;
import org.sightline.access.Packs;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The results of a round as the pack of a meeting: what everybody may know of each place. A guest
/// sees neither the round nor its plan, so the names of the places are kept with the pack.
@Component
public class GuestResults implements Packs {

  private static final Set<Role> INVITERS =
      Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD);

  private final Publications publications;
  private final JdbcPublications kept;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final GuestPasses passes;
  private final Processes processes;
  private final JdbcClient jdbc;

  GuestResults(
      Publications publications,
      JdbcPublications kept,
      Rounds rounds,
      FloorPlans plans,
      GuestPasses passes,
      Processes processes,
      JdbcClient jdbc) {
    this.publications = publications;
    this.kept = kept;
    this.rounds = rounds;
    this.plans = plans;
    this.passes = passes;
    this.processes = processes;
    this.jdbc = jdbc;
  }

  /// What a guest reads of a place.
  ///
  /// @param band or `null` when fewer than ten answered, or it is not certain
  public record Place(String name, @Nullable Band band) {}

  /// What a guest reads.
  public record Pack(String title, LocalDate on, int maps, List<Place> places) {

    public Pack {
      places = List.copyOf(places);
    }

    /// Whether there are too few maps to say outside how many.
    public boolean isFew() {
      return maps < SmallNumbers.OUTSIDE.k();
    }
  }

  @Override
  public List<Packs.Pack> mine(SignedIn who) {
    return rounds.open(who).stream()
        .filter(
            round -> publications.rolesOf(who, round.id()).stream().anyMatch(INVITERS::contains))
        .filter(round -> publications.latest(who, round.id()).isPresent())
        .map(round -> new Packs.Pack(round.id(), round.id().value(), round.title()))
        .toList();
  }

  @Override
  public void prepare(SignedIn who, Packs.Pack pack) {
    var round = rounds.find(who, pack.workspace());
    var zones = plans.version(who, round.planVersion()).zones();
    processes.change(
        who,
        Act.in(round.id(), "engagement.guest-pack-made", pack.id()),
        () -> {
          jdbc.sql(
                  """
                  insert into engagement.guest_pack (pack_id, title) values (:pack, :title)
                  on conflict (pack_id) do update set title = excluded.title
                  """)
              .param("pack", pack.id())
              .param("title", round.title())
              .update();
          int position = 0;
          for (var zone : zones) {
            if (!zone.oneAdult()) {
              keep(pack.id(), PlanZones.key(zone), position++, zone.name());
            }
          }
        });
  }

  private void keep(UUID pack, ZoneKey key, int position, String name) {
    jdbc.sql(
            """
            insert into engagement.guest_place (pack_id, zone_key, position, name)
            values (:pack, :key, :position, :name)
            on conflict (pack_id, zone_key) do update
               set name = excluded.name, position = excluded.position
            """)
        .param("pack", pack)
        .param("key", key.value())
        .param("position", position)
        .param("name", name)
        .update();
  }

  @Override
  public Optional<Shown> shown(SignedIn guest, UUID pack) {
    return processes.look(
        guest,
        () -> title(pack).map(title -> new Shown(title, "/engagement/guest-results/" + pack)));
  }

  /// @throws NotThere without a pass that is good now
  public Pack read(SignedIn guest, UUID pack) {
    var round = new WorkspaceId(pack);
    return processes.read(
        guest,
        Act.in(round, "engagement.guest-results-read", pack),
        () -> {
          passes.requirePack(pack);
          var latest = kept.latest(round).orElseThrow(NotThere::new);
          return new Pack(
              title(pack).orElseThrow(NotThere::new),
              latest.on(),
              latest.outward().maps(),
              places(pack, latest));
        });
  }

  private List<Place> places(UUID pack, JdbcPublications.Kept latest) {
    record Named(ZoneKey key, String name) {}
    var places = new ArrayList<Place>();
    jdbc.sql(
            """
            select zone_key, name from engagement.guest_place
             where pack_id = :pack order by position, zone_key
            """)
        .param("pack", pack)
        .query((row, n) -> new Named(new ZoneKey(row.getString(1)), row.getString(2)))
        .list()
        .forEach(
            named ->
                latest
                    .outward()
                    .row(named.key())
                    .ifPresent(
                        row ->
                            places.add(new Place(named.name(), row.bandOutside(latest.small())))));
    return places;
  }

  private Optional<String> title(UUID pack) {
    return jdbc.sql("select title from engagement.guest_pack where pack_id = :pack")
        .param("pack", pack)
        .query(String.class)
        .optional();
  }
}
