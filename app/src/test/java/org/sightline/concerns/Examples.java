package org.sightline.concerns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The module as a test needs it: at a moment of its choosing, and with direct ways to the
/// database.
final class Examples {

  /// Occurs nowhere else, so that a test can plant it and look for it.
  static final String PLANTED = "Zephyrine Quagmarsh said the corridor frightens her";

  private final TestPeople people;
  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcConcerns concerns;
  private final JdbcReceipts receipts;
  private final ConcernNotices notices;
  private final RoundTimes roundTimes;
  private final ConcernRules rules;
  private final SystemStore store;

  Examples(
      TestPeople people,
      Processes processes,
      Workspaces workspaces,
      JdbcConcerns concerns,
      JdbcReceipts receipts,
      ConcernNotices notices,
      RoundTimes roundTimes,
      ConcernRules rules,
      SystemStore store) {
    this.people = people;
    this.processes = processes;
    this.workspaces = workspaces;
    this.concerns = concerns;
    this.receipts = receipts;
    this.notices = notices;
    this.roundTimes = roundTimes;
    this.rules = rules;
    this.store = store;
  }

  static Instant london(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/London")).toInstant();
  }

  Concerns concernsAt(Instant now) {
    return new Concerns(
        processes, workspaces, concerns, receipts, notices, roundTimes, none(), fixed(now));
  }

  Concerns concernsAt(Instant now, RoundEndings endings) {
    return new Concerns(
        processes, workspaces, concerns, receipts, notices, roundTimes, only(endings), fixed(now));
  }

  Following followingAt(Instant now) {
    return new Following(processes, workspaces, concerns, rules, notices, fixed(now));
  }

  /// A round of its own, owned by the cast's round owner, with the facilitator as a member.
  WorkspaceId round() {
    var owner = people.as(Role.ROUND_OWNER);
    var round = WorkspaceId.random();
    processes.change(
        owner,
        Act.in(round, "concerns.test-round-opened", round.value()),
        () -> {
          workspaces.openRound(round, people.school(), LocalDate.of(2026, 1, 6));
          workspaces.grant(
              round,
              people.cast().the(Role.FACILITATOR).id(),
              Role.FACILITATOR,
              LocalDate.of(2026, 1, 6));
        });
    return round;
  }

  RaisedConcern concern(Instant at, About... about) {
    return concern(null, at, about);
  }

  RaisedConcern concern(WorkspaceId round, Instant at, About... about) {
    return new RaisedConcern(
        ConcernId.random(),
        people.school(),
        round,
        null,
        Way.FORM,
        Stage.IN_SESSION,
        Set.of(about),
        Map.of("what", PLANTED, "immediate-risk", "no", "known", "no"),
        at);
  }

  /// Raised by the facilitator at this moment.
  ConcernId raised(Instant at, About... about) {
    return concernsAt(at).raise(people.as(Role.FACILITATOR), concern(at, about)).id();
  }

  boolean isOpenTo(Role role, ConcernId id, Instant now) {
    return followingAt(now).queue(people.as(role)).stream()
        .anyMatch(queued -> queued.concern().id().equals(id));
  }

  List<String> acts(ConcernId id, String outcome) {
    return store
        .jdbc()
        .sql("select act from audit.entry where object = :id and outcome = :outcome order by seq")
        .param("id", id.value())
        .param("outcome", outcome)
        .query(String.class)
        .list();
  }

  long count(String sql) {
    return store.jdbc().sql(sql).query(Long.class).single();
  }

  SignedIn facilitator() {
    return people.as(Role.FACILITATOR);
  }

  private static Clock fixed(Instant now) {
    return Clock.fixed(now, ZoneId.of("UTC"));
  }

  private static ObjectProvider<RoundEndings> none() {
    return new StaticListableBeanFactory().getBeanProvider(RoundEndings.class);
  }

  private static ObjectProvider<RoundEndings> only(RoundEndings endings) {
    return new StaticListableBeanFactory(Map.of("endings", endings))
        .getBeanProvider(RoundEndings.class);
  }

  static RoundEndings ended(WorkspaceId round, LocalDate on) {
    return asked -> asked.equals(round) ? Optional.of(on) : Optional.empty();
  }
}
