package org.sightline.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.sightline.kernel.Role;

/// What lies in the tables of mapping exercises, rounds, packs, shares and concerns in a generated
/// world, who may see each row and who may do what beside it, in plain Java: the oracle of
/// [FeaturesMatrixTest]. It is worked out from the roles people hold, as the documents tell it, and
/// knows nothing of policies.
final class FeatureRows {

  /// @param key the column its id stands in
  record Row(
      String table, String key, UUID id, Map<String, Object> values, Predicate<UUID> readers) {}

  /// @param values of a row that somebody tries to add
  record Addition(String table, Map<String, Object> values, Predicate<UUID> writers) {}

  /// @param assignments what somebody tries to set, `:user` being themselves; none to delete
  record Change(Row row, String assignments, Predicate<UUID> writers) {}

  private static final Set<Role> DECIDERS =
      Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD);
  private static final Set<Role> SHARERS =
      Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD, Role.CHAIR);
  private static final String TAKEN_BACK = "taken_back_by = :user, taken_back_at = now()";

  final List<Row> rows = new ArrayList<>();
  /// What those rest on, about which nobody is asked.
  final List<Row> ground = new ArrayList<>();
  final List<Addition> additions = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();
  private final NeedToKnow world;
  private final Random random;

  FeatureRows(NeedToKnow world, long seed) {
    this.world = world;
    this.random = new Random(seed);
    for (var place : world.places) {
      switch (place.kind()) {
        case "CASEWORK" -> exercise(place.id());
        case "ROUND" -> round(place.id(), above(place));
        case "SCHOOL" -> concerns(place.id());
        default -> {}
      }
      for (int n = 0; n < 2; n++) {
        share(place.id(), above(place));
      }
    }
  }

  private void exercise(UUID place) {
    Predicate<UUID> members = user -> world.open(user).contains(place);
    Predicate<UUID> workers = as(place, NeedToKnow.WORKERS);
    Predicate<UUID> chairs = as(place, Set.of(Role.CHAIR));
    var terms =
        Map.<String, Object>of("framework", "a", "unit", "a", "source", "a", "agreement", "NONE");
    row("network.exercise", "workspace_id", place, place, members, terms);
    row("network.map", "workspace_id", place, place, members, Map.of("last", 1));
    row("network.exercise_text", place, members, Map.of("version", 1));
    add("network.exercise_text", place, chairs, Map.of("version", 2, "because", "\\x01"));
    var edit = row("network.edit", place, members, Map.of("number", 1));
    row("network.said", place, members, Map.of("edit_id", edit.id()));
    var gone = row("network.gone_copy", place, workers, Map.of("kind", "network.lines"));
    add("network.gone_copy", place, workers, Map.of("kind", "network.lines"));
    row("network.gone_copy_told", place, workers, Map.of("copy_id", gone.id()));
    add("network.edit", place, workers, Map.of("number", 2));
    var event = row("network.review_event", place, members, Map.of("kind", "INCIDENT"));
    add("network.review_event", place, workers, Map.of("kind", "INCIDENT"));
    changes.add(new Change(event, TAKEN_BACK, workers));
    row("network.exercise_end", place, members, Map.of());
    add("network.exercise_end", place, chairs, Map.of());
    sessions(place, members, workers);
    var decision = Map.<String, Object>of("question", "PEER");
    row("network.threshold_decision", place, members, decision);
    add("network.threshold_decision", place, workers, decision);
    row("network.threshold_document", place, workers, Map.of("kind", "PDF"));
    row("network.letter", "element_id", UUID.randomUUID(), place, workers, Map.of("letter", "A"));
    subjects(place, members, workers);
    var agreement = Map.<String, Object>of("agreement_id", ground("sharing.agreement"));
    var reliance = row("sharing.relied_on", place, members, agreement);
    changes.add(new Change(reliance, "ended_by = :user, ended_at = now()", chairs));
  }

  private void sessions(UUID place, Predicate<UUID> members, Predicate<UUID> workers) {
    var terms = Map.<String, Object>of("kind", "INTERNAL", "slot", "");
    var session = row("network.session", place, members, terms);
    add("network.session", place, workers, terms);
    changes.add(new Change(session, TAKEN_BACK, workers));
    var of = Map.<String, Object>of("session_id", session.id());
    row("network.session_day", place, members, of);
    var note = row("network.session_note", place, members, with(of, "kind", "RISK"));
    changes.add(new Change(note, TAKEN_BACK, workers));
    var invited = row("network.invitation", place, members, with(of, "partner", "a"));
    row(
        "network.attendance",
        place,
        members,
        Map.of("invitation_id", invited.id(), "said", "CAME"));
    row("network.minutes", place, workers, with(of, "pattern", "a"));
    row("network.sealed_version", place, workers, of);
    guests(place, session.id());
    var pack =
        row(
            "network.guest_pack",
            "pack_id",
            session.id(),
            place,
            workers.or(user -> world.isGuest(user, session.id())),
            Map.of());
    changes.add(new Change(pack, "by_user = :user, at = now()", workers));
  }

  /// A subject is as closed as the record of the person it is.
  private void subjects(UUID place, Predicate<UUID> members, Predicate<UUID> workers) {
    var all = new ArrayList<UUID>();
    for (int n = 0; n < 3; n++) {
      UUID person = world.persons.get(random.nextInt(world.persons.size()));
      all.add(person);
      Predicate<UUID> theirs = user -> !world.isClosed(user, person);
      var known = members.and(theirs);
      var worked = workers.and(theirs);
      var subject =
          row("network.subject", place, known, Map.of("kind", "ADULT", "person_id", person));
      var of = Map.<String, Object>of("subject_id", subject.id());
      row("network.subject_decision", place, known, with(of, "decision", "PART"));
      add("network.subject_decision", place, worked, with(of, "decision", "NO_PART"));
      var note = row("network.cell_note", place, known, with(of, "cell", "CONCERNS"));
      add("network.cell_note", place, worked, with(of, "cell", "CONCERNS"));
      changes.add(new Change(note, TAKEN_BACK, worked));
      row("network.known_check", place, known, of);
      add("network.known_check", place, worked, of);
      var question = row("network.key_question", place, known, of);
      add("network.key_question", place, worked, of);
      row("network.key_answer", place, known, Map.of("question_id", question.id()));
      add("network.key_answer", place, worked, Map.of("question_id", question.id()));
      var status = with(with(of, "said", "DONE"), "day", "today");
      row("network.own_status", place, worked, status);
      add("network.own_status", place, worked, status);
      var map = row("network.own_map", place, worked, of);
      var ofMap = Map.<String, Object>of("map_id", map.id(), "before", 0);
      row("network.own_step", place, worked, with(ofMap, "number", 1));
      add("network.own_step", place, worked, with(ofMap, "number", 2));
      changes.add(new Change(map, "now = 1", worked));
    }
    add("network.subject", place, workers, Map.of("kind", "GROUP"));
    row(
        "network.photo",
        place,
        workers.and(user -> all.stream().noneMatch(person -> world.isClosed(user, person))),
        Map.of());
  }

  private void round(UUID place, UUID school) {
    Predicate<UUID> members = user -> world.open(user).contains(place);
    Predicate<UUID> owners = as(place, Set.of(Role.ROUND_OWNER));
    Predicate<UUID> runners = as(place, Set.of(Role.ROUND_OWNER, Role.FACILITATOR));
    Predicate<UUID> deciders = as(place, DECIDERS);
    Predicate<UUID> guests = user -> world.isGuest(user, place);
    guests(place, place);
    var plan = ground("contexts.plan_version");
    var from = Map.<String, Object>of("school", school, "plan_version", plan);
    var round = row("engagement.round", "workspace_id", place, place, members, from);
    changes.add(new Change(round, "title = 'b'", owners));
    var terms =
        Map.<String, Object>of(
            "sitting", "ONE_LESSON", "group_gender", "MIXED", "tag", UUID.randomUUID());
    var session = row("engagement.session", place, members, terms);
    changes.add(new Change(session, "group_size = 5", runners));
    session(place, members, runners, Map.of("session_id", session.id()));
    row("engagement.question", place, members, Map.of("kind", "DISCUSSION"));
    add("engagement.question", place, runners, Map.of("kind", "DISCUSSION"));
    var telling = Map.<String, Object>of("audience", "EVERYBODY", "ways", "{POSTER}");
    var told = row("engagement.told", place, members, telling);
    changes.add(new Change(told, TAKEN_BACK, owners));
    add("engagement.told", place, owners, telling);
    var results = Map.<String, Object>of("number", 1, "detail", "BANDS", "small_number", 5);
    row("engagement.publication", "workspace_id", place, place, members.or(guests), results);
    row(
        "engagement.publication_inward",
        "workspace_id",
        place,
        place,
        as(place, Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD)),
        Map.of());
    var pack = row("engagement.guest_pack", "pack_id", place, place, members.or(guests), Map.of());
    changes.add(new Change(pack, "title = 'b'", deciders));
    row("engagement.guest_place", "pack_id", place, place, members.or(guests), Map.of());
    for (boolean sensitive : new boolean[] {true, false}) {
      var issue = Map.<String, Object>of("source", "MARKS", "sensitive", sensitive);
      var facilitators = as(place, Set.of(Role.FACILITATOR));
      var one = row("plans.issue", place, sensitive ? deciders : deciders.or(facilitators), issue);
      changes.add(new Change(one, "sensitive = true", deciders));
      add("plans.issue", place, deciders, issue);
    }
  }

  private void session(
      UUID place, Predicate<UUID> members, Predicate<UUID> runners, Map<String, Object> of) {
    answers(place, members, of);
    row("consent.invitation", place, runners, of);
    add("consent.invitation", place, runners, of);
    var note = row("engagement.note", place, members, with(of, "content", "\\x01"));
    changes.add(
        new Change(note, "struck_by = :user, struck_on = current_date, content = null", runners));
    add("engagement.note", place, runners, with(of, "content", "\\x01"));
  }

  /// What a lead has to know (A18) is read by whoever wrote it, the owner and the leads.
  private void answers(UUID place, Predicate<UUID> members, Map<String, Object> of) {
    Predicate<UUID> leads =
        as(place, Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD));
    for (boolean forLeads : new boolean[] {true, false}) {
      UUID author = anybody();
      row(
          "engagement.session_answer",
          place,
          forLeads ? members.and(leads.or(author::equals)) : members,
          with(with(of, "for_leads", forLeads), "answered_by", author));
    }
  }

  /// About nobody who works there, the lead, the head.
  private void concerns(UUID school) {
    concern(school, Set.of(Role.SAFEGUARDING_LEAD), Set.of(Role.DEPUTY_LEAD), Set.of());
    concern(school, Set.of(Role.DEPUTY_LEAD, Role.HEAD), Set.of(), Set.of(Role.SAFEGUARDING_LEAD));
    concern(school, Set.of(Role.SAFEGUARDING_LEAD), Set.of(Role.DEPUTY_LEAD), Set.of(Role.HEAD));
    Predicate<UUID> members = user -> world.open(user).contains(school);
    var measure = Map.<String, Object>of("school_id", school);
    rows.add(new Row("plans.measure_version", "id", UUID.randomUUID(), measure, members));
  }

  private void concern(UUID school, Set<Role> first, Set<Role> next, Set<Role> barred) {
    boolean late = random.nextBoolean();
    var onceBarred = barred.isEmpty() ? Set.<UUID>of() : Set.of(anybody());
    UUID raiser = anybody();
    UUID id = UUID.randomUUID();
    closeSometimes(school, id);
    Predicate<UUID> readers =
        user ->
            (holds(user, school, first) || late && holds(user, school, next))
                && !holds(user, school, barred)
                && !onceBarred.contains(user)
                && !world.isClosed(user, id);
    var values = new HashMap<String, Object>();
    values.put("first_readers", Filling.array(first));
    values.put("next_readers", Filling.array(next));
    values.put("barred", Filling.array(barred));
    values.put("way", "FORM");
    values.put("stage", "FEEDBACK");
    add("concerns.concern", school, user -> world.open(user).contains(school), values);
    values.put("raised_by", raiser);
    values.put("barred_users", Filling.array(onceBarred));
    if (late) {
      values.put("passed_on", "now");
    }
    row("concerns.concern", "id", id, school, readers, values);
    var of = Map.<String, Object>of("concern_id", id, "kind", "NOTED", "words", "\\x01");
    rows.add(
        new Row("concerns.step", "id", UUID.randomUUID(), with(of, "by_user", raiser), readers));
    additions.add(new Addition("concerns.step", with(of, "number", 2), readers));
    rows.add(
        new Row(
            "concerns.receipt",
            "id",
            id,
            Map.of("raised_by", raiser, "readers", Filling.array(first)),
            raiser::equals));
  }

  /// Seen by its author and those who share there; a risk of harm by the leads of the school or the
  /// chairs; that there was one, by governance. By nobody who is kept away or works there no more.
  private void share(UUID place, UUID school) {
    String kind = List.of("SHARE", "RISK_OF_HARM", "NOT_SHARED").get(random.nextInt(3));
    boolean risk = kind.equals("RISK_OF_HARM");
    boolean aboutStaff = random.nextInt(3) == 0;
    UUID author = anybody();
    Predicate<UUID> sharers = as(place, SHARERS);
    Predicate<UUID> there =
        user ->
            !world.isBlocked(user, place)
                && (world.open(user).contains(place) || world.open(user).contains(school));
    Predicate<UUID> leads =
        as(school, Set.of(Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.CHAIR))
            .or(as(place, Set.of(Role.CHAIR)));
    Predicate<UUID> words =
        there.and(
            Predicate.<UUID>isEqual(author).or(risk ? leads.and(user -> !aboutStaff) : sharers));
    var readers = words.or(there.and(as(school, Set.of(Role.GOVERNANCE))));
    var share =
        row(
            "sharing.share",
            place,
            readers,
            Map.of(
                "school_id", school, "kind", kind, "about_staff", aboutStaff, "by_user", author));
    var of = Map.<String, Object>of("share_id", share.id(), "by_user", author);
    var version = row("sharing.share_version", place, readers, with(of, "version", 1));
    row("sharing.share_words", "version_id", version.id(), place, words, of);
    var item = Map.<String, Object>of("share_id", share.id(), "version_id", version.id());
    row("sharing.share_item", place, readers, item);
    row("sharing.share_recipient", place, readers, item);
    row("sharing.share_step", place, readers, with(with(of, "number", 1), "kind", "ARRIVED"));
    add(
        "sharing.share_step",
        place,
        readers.and(sharers.or(author::equals)),
        Map.of("share_id", share.id(), "number", 2, "kind", "UNDONE"));
    for (String added : List.of("SHARE", "RISK_OF_HARM")) {
      add(
          "sharing.share",
          place,
          added.equals("SHARE") ? sharers : user -> world.open(user).contains(place),
          Map.of("school_id", school, "kind", added));
    }
  }

  /// Some are asked to read what a session or a round came to; for one it is closed all the same.
  private void guests(UUID place, UUID pack) {
    for (int n = 0; n < 4; n++) {
      boolean now = random.nextInt(4) > 0;
      boolean ended = random.nextInt(5) == 0;
      world.passes.add(
          new NeedToKnow.Pass(anybody(), place, pack, now ? -1 : 3, now ? 2 : 9, ended));
    }
    world.blocks.add(
        new NeedToKnow.Block(world.passes.getLast().user(), place, pack, random.nextBoolean()));
  }

  private void closeSometimes(UUID place, UUID record) {
    for (UUID user : new LinkedHashSet<>(Arrays.asList(anybody(), anybody(), anybody()))) {
      world.blocks.add(new NeedToKnow.Block(user, place, record, random.nextInt(4) == 0));
    }
    if (random.nextInt(3) == 0) {
      var readers = new LinkedHashSet<>(List.of(anybody()));
      readers.add(anybody());
      world.seals.add(new NeedToKnow.Seal(record, place, readers));
    }
  }

  private UUID ground(String table) {
    var row = new Row(table, "id", UUID.randomUUID(), Map.of(), user -> false);
    ground.add(row);
    return row.id();
  }

  private Row row(String table, UUID place, Predicate<UUID> readers, Map<String, Object> values) {
    return row(table, "id", UUID.randomUUID(), place, readers, values);
  }

  private Row row(
      String table,
      String key,
      UUID id,
      UUID place,
      Predicate<UUID> readers,
      Map<String, Object> values) {
    boolean ofPlace = !key.equals("workspace_id") && !table.startsWith("engagement.guest_");
    var row =
        new Row(table, key, id, ofPlace ? with(values, "workspace_id", place) : values, readers);
    rows.add(row);
    return row;
  }

  private void add(String table, UUID place, Predicate<UUID> writers, Map<String, Object> values) {
    additions.add(new Addition(table, with(values, "workspace_id", place), writers));
  }

  private Predicate<UUID> as(UUID place, Set<Role> roles) {
    return user -> holds(user, place, roles);
  }

  private boolean holds(UUID user, UUID place, Set<Role> roles) {
    return !roles.isEmpty() && world.as(user, roles).contains(place);
  }

  private UUID anybody() {
    return world.users.get(random.nextInt(world.users.size()));
  }

  private static UUID above(NeedToKnow.Place place) {
    UUID parent = place.parent();
    return parent == null ? place.id() : parent;
  }

  private static Map<String, Object> with(Map<String, Object> of, String name, Object value) {
    var all = new HashMap<>(of);
    all.put(name, value);
    return all;
  }
}
