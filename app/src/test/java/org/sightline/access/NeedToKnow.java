package org.sightline.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Role;

/// Who may see what in a generated world, in plain Java: the oracle of [NeedToKnowMatrixTest]
/// and, with [FeatureRows], of [FeaturesMatrixTest].
final class NeedToKnow {

  record Place(UUID id, @Nullable UUID parent, String kind) {}

  record Member(UUID place, UUID user, Role role, LocalDate from, @Nullable LocalDate until) {}

  record Block(UUID user, UUID place, @Nullable UUID record, boolean lifted) {}

  record Thing(UUID id, UUID place, UUID pack) {}

  record Seal(UUID record, UUID place, Set<UUID> readers) {}

  /// @param minutesAgo when it was broken; the hour is over after 60
  record Glass(UUID user, UUID place, int minutesAgo, boolean givenBack) {}

  /// @param hours before and after now
  record Pass(UUID user, UUID place, UUID pack, int fromHours, int untilHours, boolean ended) {}

  /// A piece of work holds, or held, somebody's record.
  record Held(UUID person, UUID place, boolean ended) {}

  /// Something said about somebody, in one piece of work.
  record Said(UUID id, UUID person, UUID place) {}

  static final Set<Role> WRITERS = Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD);
  static final Set<Role> WORKERS = Set.of(Role.CHAIR, Role.PRACTITIONER, Role.ANALYST);

  private final Random random;
  private final LocalDate today;
  final List<UUID> users = ids(14);
  final List<Place> places = new ArrayList<>();
  final List<Member> members = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();
  final List<Thing> things = new ArrayList<>();
  final List<Seal> seals = new ArrayList<>();
  final List<Glass> glasses = new ArrayList<>();
  final List<Pass> passes = new ArrayList<>();
  final List<UUID> persons = ids(12);
  final List<Held> holdings = new ArrayList<>();
  final List<Said> statements = new ArrayList<>();

  NeedToKnow(long seed, LocalDate today) {
    this.random = new Random(seed);
    this.today = today;
    for (String kind : List.of("SCHOOL", "SCHOOL", "TEAM")) {
      var parent = new Place(id(), null, kind);
      places.add(parent);
      places.add(new Place(id(), parent.id(), kind.equals("TEAM") ? "CASEWORK" : "ROUND"));
      places.add(new Place(id(), parent.id(), "CASEWORK"));
      places.add(new Place(id(), parent.id(), "CASEWORK"));
    }
    var packs = ids(5);
    places.forEach(
        place -> ids(3).forEach(thing -> things.add(new Thing(thing, place.id(), any(packs)))));
    IntStream.range(0, 55).forEach(n -> addMember());
    persons.forEach(this::hold);
    IntStream.range(0, 12).forEach(n -> addBlock());
    IntStream.range(0, 10).forEach(n -> closeSomethingOfAPerson());
    things.stream()
        .filter(thing -> random.nextInt(4) == 0)
        .forEach(thing -> seals.add(new Seal(thing.id(), thing.place(), some(users, 4))));
    IntStream.range(0, 10)
        .forEach(
            n ->
                glasses.add(
                    new Glass(any(users), place(), random.nextInt(90), random.nextInt(4) == 0)));
    IntStream.range(0, 10)
        .forEach(
            n -> {
              int from = random.nextInt(-48, 24);
              int until = from + 1 + random.nextInt(72);
              boolean ended = random.nextInt(5) == 0;
              passes.add(new Pass(any(users), place(), any(packs), from, until, ended));
            });
  }

  boolean reads(UUID user, Thing thing) {
    return !isClosed(user, thing.id())
        && (open(user).contains(thing.place()) || packs(user).contains(thing.pack()));
  }

  /// Writes what it reads, in a role that writes.
  boolean writes(UUID user, Thing thing) {
    return as(user, WRITERS).contains(thing.place()) && !isClosed(user, thing.id());
  }

  /// Somebody's record is seen through every piece of work that holds it today.
  boolean opens(UUID user, UUID person) {
    var open = open(user);
    return !isClosed(user, person)
        && holdings.stream()
            .anyMatch(h -> h.person().equals(person) && !h.ended() && open.contains(h.place()));
  }

  boolean sees(UUID user, Held held) {
    return open(user).contains(held.place()) && !isClosed(user, held.person());
  }

  boolean sees(UUID user, Said said) {
    return opens(user, said.person())
        && open(user).contains(said.place())
        && !isClosed(user, said.id());
  }

  /// Writes about somebody from a piece of work that holds them, in a role that works there.
  boolean writesAbout(UUID user, Held held) {
    return !held.ended() && opens(user, held.person()) && as(user, WORKERS).contains(held.place());
  }

  Set<UUID> open(UUID user) {
    var opened =
        glasses.stream()
            .filter(g -> g.user().equals(user) && !g.givenBack() && g.minutesAgo() < 60)
            .filter(g -> worksWithYoungPeople(user))
            .map(Glass::place)
            .collect(Collectors.toSet());
    return Stream.concat(
            as(user, Set.of(Role.values())).stream(),
            places.stream()
                .filter(
                    p ->
                        opened.contains(p.id())
                            || p.kind().equals("ROUND") && opened.contains(p.parent()))
                .map(Place::id)
                .filter(p -> !isBlocked(user, p)))
        .collect(Collectors.toSet());
  }

  /// An emergency ends with the last role that says so, wherever that was (AC-09).
  private boolean worksWithYoungPeople(UUID user) {
    return held(user).anyMatch(m -> m.role() != Role.ADMINISTRATOR && m.role() != Role.GOVERNANCE);
  }

  private Stream<Member> held(UUID user) {
    return members.stream()
        .filter(m -> m.user().equals(user))
        .filter(m -> !m.from().isAfter(today))
        .filter(m -> m.until() == null || !m.until().isBefore(today));
  }

  Set<UUID> as(UUID user, Set<Role> roles) {
    return held(user)
        .filter(m -> roles.contains(m.role()))
        .map(Member::place)
        .filter(place -> !isBlocked(user, place))
        .collect(Collectors.toSet());
  }

  /// The places somebody looks after.
  Set<UUID> kept(UUID user) {
    var own =
        as(
            user,
            Set.of(
                Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.GOVERNANCE, Role.CHAIR));
    var above = as(user, Set.of(Role.SAFEGUARDING_LEAD, Role.HEAD, Role.GOVERNANCE));
    return places.stream()
        .filter(p -> own.contains(p.id()) || above.contains(p.parent()) && !isBlocked(user, p.id()))
        .map(Place::id)
        .collect(Collectors.toSet());
  }

  boolean isGuest(UUID user, UUID pack) {
    return packs(user).contains(pack);
  }

  private Set<UUID> packs(UUID user) {
    return passes.stream()
        .filter(p -> p.user().equals(user) && !p.ended())
        .filter(p -> p.fromHours() <= 0 && p.untilHours() > 0)
        .filter(p -> !isBlocked(user, p.place()))
        .map(Pass::pack)
        .filter(pack -> !isClosed(user, pack))
        .collect(Collectors.toSet());
  }

  boolean isBlocked(UUID user, UUID place) {
    var parent =
        places.stream().filter(p -> p.id().equals(place)).map(Place::parent).toList().getFirst();
    return blocks.stream()
        .filter(b -> b.user().equals(user) && !b.lifted() && b.record() == null)
        .anyMatch(b -> b.place().equals(place) || b.place().equals(parent));
  }

  boolean isClosed(UUID user, UUID record) {
    return blocks.stream()
            .anyMatch(b -> b.user().equals(user) && !b.lifted() && record.equals(b.record()))
        || seals.stream().anyMatch(s -> s.record().equals(record) && !s.readers().contains(user));
  }

  private void addMember() {
    var from = today.plusDays(random.nextInt(-20, 3));
    var until = random.nextInt(3) == 0 ? from.plusDays(random.nextInt(25) - 1) : null;
    var member = new Member(place(), any(users), any(List.of(Role.values())), from, until);
    boolean there =
        members.stream()
            .anyMatch(
                m ->
                    m.place().equals(member.place())
                        && m.user().equals(member.user())
                        && m.role() == member.role()
                        && m.from().equals(from));
    if (!there) {
      members.add(member);
    }
  }

  private void addBlock() {
    boolean whole = random.nextBoolean();
    var thing = any(things);
    blocks.add(
        new Block(
            any(users),
            whole ? place() : thing.place(),
            whole ? null : thing.id(),
            random.nextInt(4) == 0));
  }

  /// In one or two pieces of work, or in one no more.
  private void hold(UUID person) {
    var pieces = places.stream().filter(p -> p.kind().equals("CASEWORK")).map(Place::id).toList();
    for (UUID piece : some(pieces, 2)) {
      holdings.add(new Held(person, piece, random.nextInt(5) == 0));
      ids(2).forEach(statement -> statements.add(new Said(statement, person, piece)));
    }
  }

  private void closeSomethingOfAPerson() {
    var said = any(statements);
    UUID record = random.nextBoolean() ? said.person() : said.id();
    if (random.nextInt(3) > 0) {
      blocks.add(new Block(any(users), said.place(), record, random.nextInt(4) == 0));
    } else if (seals.stream().noneMatch(seal -> seal.record().equals(record))) {
      seals.add(new Seal(record, said.place(), some(users, 4)));
    }
  }

  private UUID place() {
    return any(places).id();
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Set<UUID> some(List<UUID> all, int most) {
    var some = new HashSet<UUID>();
    IntStream.range(0, 1 + random.nextInt(most)).forEach(n -> some.add(any(all)));
    return some;
  }

  private static UUID id() {
    return UUID.randomUUID();
  }

  private static List<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }
}
