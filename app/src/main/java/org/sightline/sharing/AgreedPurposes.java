package org.sightline.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.access.AllowedPurposes;
import org.sightline.access.OpeningPurpose;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a workspace can be opened for: the purposes of those agreements it relies on that are in
/// force. Where there is none, nothing is ruled out ([decision
/// 19](../../../../../../docs/decisions/0019-what-work-is-open-for.md)).
@Component
class AgreedPurposes implements AllowedPurposes {

  private final JdbcClient jdbc;
  private final Clock clock;

  AgreedPurposes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Allowance of(WorkspaceId workspace) {
    return agreed(workspace)
        .map(
            purposes -> {
              var opening = EnumSet.noneOf(OpeningPurpose.class);
              purposes.forEach(purpose -> opening.addAll(opening(purpose)));
              return new Allowance(opening, true);
            })
        .orElseGet(Allowance::withoutAgreement);
  }

  /// The purposes that are agreed, or empty when no agreement it relies on is in force.
  Optional<Set<Purpose>> agreed(WorkspaceId workspace) {
    List<Set<Purpose>> found =
        jdbc.sql(
                """
                select array_to_string(v.purposes, ',')
                  from (select agreement_id
                          from sharing.relied_on
                         where workspace_id = :workspace and ended_at is null
                        union
                        select d.agreement_id
                          from (select agreement_id
                                  from sharing.workspace_purpose
                                 where workspace_id = :workspace
                                 order by version desc limit 1) d) r
                  join sharing.in_force f on f.agreement_id = r.agreement_id
                  join sharing.agreement_version v
                    on v.agreement_id = f.agreement_id and v.version = f.version
                 where :today between v.from_on and coalesce(v.until_on, :today)
                """)
            .param("workspace", workspace.value())
            .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
            .query((row, n) -> Lists.split(row.getString(1), Purpose.class))
            .list();
    var all = EnumSet.noneOf(Purpose.class);
    found.forEach(all::addAll);
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static Set<OpeningPurpose> opening(Purpose purpose) {
    return switch (purpose) {
      case EARLY_IDENTIFICATION, PROFILING -> Set.of(OpeningPurpose.IDENTIFY);
      case ASSESSMENT_ON_REQUEST -> Set.of(OpeningPurpose.ASSESS);
      case CASE_MANAGEMENT -> Set.of(OpeningPurpose.ASSESS, OpeningPurpose.PLAN);
      case SAFER_PLACES -> Set.of(OpeningPurpose.PLAN);
      case DISRUPTION -> Set.of(OpeningPurpose.DISRUPT);
      case AUDIT -> Set.of(OpeningPurpose.AUDIT);
    };
  }
}
