package org.sightline.access.auditing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.access.Agencies;
import org.sightline.access.Oversight;
import org.sightline.audit.Act;
import org.sightline.audit.ActWords;
import org.sightline.audit.AuditTrail;
import org.sightline.audit.Entry;
import org.sightline.audit.Ground;
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

  /// Records that can be chosen without their number.
  private static final int OFFERED = 60;

  /// What a spreadsheet and a reader can still take.
  private static final int TABLE = 50_000;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Oversight oversight;
  private final AuditTrail trail;
  private final SystemProcesses processes;
  private final Agencies agencies;
  private final AuditTable table;
  private final ActWords acts;
  private final Codes codes;
  private final Words words;

  Auditing(
      Oversight oversight,
      AuditTrail trail,
      SystemProcesses processes,
      Agencies agencies,
      AuditTable table,
      ActWords acts,
      Codes codes,
      Words words) {
    this.oversight = oversight;
    this.trail = trail;
    this.processes = processes;
    this.agencies = agencies;
    this.table = table;
    this.acts = acts;
    this.codes = codes;
    this.words = words;
  }

  /// The latest entries that answer the filter.
  AuditingPage latest(SignedIn who, Filter filter) {
    var scope = scope(who);
    var act = new Act("access.audit-read", null, filter.person(), filter.detail());
    record Found(List<Entry> entries, List<Entry> opened) {}
    var found =
        processes.change(
            who,
            act,
            () ->
                new Found(
                    trail.answer(scope, filter.question(), PAGE + 1),
                    trail.opened(scope, OFFERED)));
    var entries = found.entries();
    var people = new LinkedHashMap<String, String>();
    oversight.people(scope).forEach((name, user) -> people.put(user.toString(), name));
    return new AuditingPage(
        lines(who, scope, page(entries)),
        entries.size() > PAGE ? filter.next(entries.get(PAGE - 1).number()) : "",
        filter.form(),
        opened(scope, found.opened()),
        people,
        subjects(),
        acts(filter.form().value("about")));
  }

  /// Nothing of what a record says stands in its name: what was done last with it, where, when and
  /// by whom.
  private Map<String, String> opened(AuditTrail.Scope scope, List<Entry> opened) {
    var places = oversight.places(scope);
    var offered = new LinkedHashMap<String, String>();
    var names = new HashMap<UUID, String>();
    for (var entry : opened) {
      UUID user = entry.user();
      offered.put(
          String.valueOf(entry.object()),
          words.say(
              "access.auditing.opened",
              acts.of(entry.act()),
              places.getOrDefault(String.valueOf(entry.workspace()), words.say("access.workspace")),
              Dates.moment(entry.at()),
              user == null
                  ? words.say("access.auditing.system")
                  : names.computeIfAbsent(user, this::name)));
    }
    return offered;
  }

  private Map<String, String> subjects() {
    var subjects = new TreeMap<String, String>();
    for (String act : acts.all().keySet()) {
      String module = act.replaceFirst("\\..*", "");
      subjects.put(words.say("access.auditing.about." + module), module + ".");
    }
    var named = new LinkedHashMap<String, String>();
    subjects.forEach((said, subject) -> named.put(subject, said));
    return named;
  }

  private Map<String, String> acts(String subject) {
    return subject.isEmpty()
        ? Map.of()
        : acts.all().entrySet().stream()
            .filter(act -> act.getKey().startsWith(subject))
            .sorted(Map.Entry.comparingByValue())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one,
                    LinkedHashMap::new));
  }

  /// Who did what with a record. What nobody did anything with looks like what was never there.
  RecordPage record(SignedIn who, UUID record, long before) {
    var scope = scope(who);
    record Found(
        List<AuditTrail.Dealing> dealings, List<AuditTrail.Dealing> around, List<Entry> entries) {}
    var question = new AuditTrail.Question(record, null, null, null, before < 0 ? null : before);
    var found =
        processes.change(
            who,
            Act.of("access.record-audit-read", record),
            () ->
                new Found(
                    trail.dealings(scope, record),
                    trail.around(scope, record),
                    trail.answer(scope, question, PAGE + 1)));
    var entries = found.entries();
    var names = names(who);
    return new RecordPage(
        record.toString(),
        people(scope, found.dealings(), names),
        people(scope, found.around(), names),
        lines(who, scope, page(entries)),
        entries.size() > PAGE
            ? "/auditing/records/%s?before=%d".formatted(record, entries.get(PAGE - 1).number())
            : "");
  }

  private List<RecordPage.Person> people(
      AuditTrail.Scope scope, List<AuditTrail.Dealing> dealings, Map<UUID, String> names) {
    var roles = oversight.roles(scope, dealings.stream().map(AuditTrail.Dealing::user).toList());
    return dealings.stream()
        .map(
            one ->
                new RecordPage.Person(
                    name(one.user()),
                    one.roles().isEmpty()
                        ? said(roles.of(one.user(), day(one.last())))
                        : saidAll(one.roles(), "access.role."),
                    one.agencies().isEmpty()
                        ? words.say("access.auditing.no-agency")
                        : one.agencies().stream()
                            .map(agency -> agency(names, agency))
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    saidAll(one.purposes(), "access.opening.purpose."),
                    one.times(),
                    Dates.moment(one.first()),
                    Dates.moment(one.last()),
                    one.onlyDenied()))
        .toList();
  }

  /// Who did what with a record, as a file: an export, and written down as one.
  byte[] table(SignedIn who, UUID record) {
    var scope = scope(who);
    var question = new AuditTrail.Question(record, null, null, null, null);
    var found =
        processes.change(
            who,
            Act.of("access.record-audit-exported", record),
            () -> trail.answer(scope, question, TABLE + 1));
    boolean more = found.size() > TABLE;
    var entries = more ? found.subList(0, TABLE) : found;
    return table.of(who, oversight.school(who), record, lines(who, scope, entries), more);
  }

  /// @throws NotThere for whoever is no governance reader today
  private AuditTrail.Scope scope(SignedIn who) {
    var scope = oversight.scope(who);
    if (scope.workspaces().isEmpty()) {
      throw new NotThere();
    }
    return scope;
  }

  private static List<Entry> page(List<Entry> found) {
    return found.subList(0, Math.min(PAGE, found.size()));
  }

  private List<EntryLine> lines(SignedIn who, AuditTrail.Scope scope, List<Entry> entries) {
    var roles =
        oversight.roles(scope, entries.stream().map(Entry::user).filter(Objects::nonNull).toList());
    var names = names(who);
    return entries.stream().map(entry -> line(entry, roles, names, scope.users())).toList();
  }

  private EntryLine line(
      Entry entry, Oversight.Roles roles, Map<UUID, String> agencies, Set<UUID> people) {
    UUID user = entry.user();
    String detail = entry.detail();
    var ground = entry.ground();
    return new EntryLine(
        entry.number(),
        entry.at(),
        Dates.moment(entry.at()),
        user == null ? "" : name(user),
        user == null ? "" : roles(ground, roles.of(user, day(entry.at()))),
        ground.agency() == null ? "" : agency(agencies, ground.agency()),
        ground.purpose() == null ? "" : words.say("access.opening.purpose." + ground.purpose()),
        ground.way() == null ? "" : words.say("access.auditing.way." + ground.way()),
        acts.of(entry.act()),
        detail == null ? "" : more(detail, people, agencies),
        entry.denied(),
        entry.object() == null ? "" : entry.object().toString(),
        entry.request());
  }

  /// What was written down with the act; entries from before it was are told from the memberships
  /// of that day.
  private String roles(Ground ground, Set<Role> thatDay) {
    String role = ground.role();
    return role == null
        ? said(thatDay)
        : saidAll(new TreeSet<>(List.of(role.split(" "))), "access.role.");
  }

  private String saidAll(Set<String> names, String key) {
    return names.stream().map(name -> words.say(key + name)).collect(Collectors.joining(", "));
  }

  private Map<UUID, String> names(SignedIn who) {
    return agencies.all(who).stream()
        .collect(Collectors.toMap(Agencies.Agency::id, Agencies.Agency::name));
  }

  private String agency(Map<UUID, String> names, UUID agency) {
    return names.getOrDefault(agency, words.say("access.auditing.unknown-agency"));
  }

  /// People by name, codes in words, counts as they are; a search as a short mark by which the same
  /// search is known.
  private String more(String detail, Set<UUID> people, Map<UUID, String> agencies) {
    return detail.matches("terms [0-9a-f]{64}")
        ? words.say("access.auditing.terms", detail.substring(6, 14))
        : codes.said(
            detail,
            id -> people.contains(id) ? name(id) : agencies.getOrDefault(id, id.toString()));
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
