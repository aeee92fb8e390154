package org.sightline.access.auditing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.access.Oversight;
import org.sightline.audit.Act;
import org.sightline.audit.ActWords;
import org.sightline.audit.AuditTrail;
import org.sightline.audit.Entry;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Reads the audit for a governance reader, and writes down that it was read (AU-06).
@Component
class Auditing {

  private static final int PAGE = 50;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Oversight oversight;
  private final AuditTrail trail;
  private final SystemProcesses processes;
  private final ActWords acts;
  private final Words words;

  Auditing(
      Oversight oversight,
      AuditTrail trail,
      SystemProcesses processes,
      ActWords acts,
      Words words) {
    this.oversight = oversight;
    this.trail = trail;
    this.processes = processes;
    this.acts = acts;
    this.words = words;
  }

  /// The latest entries that answer the filter.
  AuditingPage latest(SignedIn who, Filter filter, boolean badRecord) {
    var scope = scope(who);
    var act = new Act("access.audit-read", null, filter.person(), filter.detail());
    var found = processes.change(who, act, () -> trail.answer(scope, filter.question(), PAGE + 1));
    return new AuditingPage(
        lines(scope, found),
        found.size() > PAGE ? filter.next(found.get(PAGE - 1).number()) : "",
        filter,
        oversight.people(scope),
        acts.all(),
        badRecord);
  }

  /// Who did what with a record. What nobody did anything with looks like what was never there.
  RecordPage record(SignedIn who, UUID record, long before) {
    var scope = scope(who);
    record Found(List<AuditTrail.Dealing> dealings, List<Entry> entries) {}
    var question = new AuditTrail.Question(record, null, null, null, before < 0 ? null : before);
    var found =
        processes.change(
            who,
            Act.of("access.record-audit-read", record),
            () ->
                new Found(trail.dealings(scope, record), trail.answer(scope, question, PAGE + 1)));
    var roles =
        oversight.roles(scope, found.dealings().stream().map(AuditTrail.Dealing::user).toList());
    var entries = found.entries();
    return new RecordPage(
        record.toString(),
        found.dealings().stream()
            .map(
                one ->
                    new RecordPage.Person(
                        name(one.user()),
                        said(roles.of(one.user(), day(one.last()))),
                        one.times(),
                        Dates.moment(one.first()),
                        Dates.moment(one.last()),
                        one.onlyDenied()))
            .toList(),
        lines(scope, entries),
        entries.size() > PAGE
            ? "/auditing/records/%s?before=%d".formatted(record, entries.get(PAGE - 1).number())
            : "");
  }

  /// @throws NotThere for whoever is no governance reader today
  private AuditTrail.Scope scope(SignedIn who) {
    var scope = oversight.scope(who);
    if (scope.workspaces().isEmpty()) {
      throw new NotThere();
    }
    return scope;
  }

  private List<EntryLine> lines(AuditTrail.Scope scope, List<Entry> entries) {
    var roles =
        oversight.roles(scope, entries.stream().map(Entry::user).filter(Objects::nonNull).toList());
    return entries.stream().limit(PAGE).map(entry -> line(entry, roles)).toList();
  }

  private EntryLine line(Entry entry, Oversight.Roles roles) {
    UUID user = entry.user();
    String detail = entry.detail();
    return new EntryLine(
        entry.number(),
        Dates.moment(entry.at()),
        user == null ? "" : name(user),
        user == null ? "" : said(roles.of(user, day(entry.at()))),
        acts.of(entry.act()),
        detail == null ? "" : more(detail),
        entry.denied(),
        entry.object() == null ? "" : entry.object().toString());
  }

  /// Ids and counts as they are; a search as a short mark by which the same search is known.
  private String more(String detail) {
    return detail.matches("terms [0-9a-f]{64}")
        ? words.say("access.auditing.terms", detail.substring(6, 14))
        : detail;
  }

  private String name(UUID user) {
    return oversight.name(user).stream()
        .findFirst()
        .orElseGet(() -> words.say("access.auditing.unknown-person"));
  }

  private String said(Set<Role> roles) {
    return roles.stream()
        .map(role -> words.say("access.role." + role.name()))
        .collect(Collectors.joining(", "));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, LONDON);
  }
}
