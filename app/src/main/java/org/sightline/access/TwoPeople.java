package org.sightline.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.Waiting;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What one person alone does not do (AC-12): one asks, another of those who answer for the work
/// agrees within [#GOOD_FOR], and until then it can go. The others are told that somebody asks,
/// never what or about whom. The database holds to it.
@Component
public class TwoPeople {

  /// From asking to the thing itself.
  public static final Duration GOOD_FOR = Duration.ofDays(7);

  /// Who asks and who agrees, as the policies of `access.second_person` say too.
  static final List<Role> WHO =
      List.of(
          Role.ROUND_OWNER,
          Role.SAFEGUARDING_LEAD,
          Role.DEPUTY_LEAD,
          Role.HEAD,
          Role.CHAIR,
          Role.PRACTITIONER,
          Role.ANALYST);

  private static final String WAITS = "access.second-person";
  private static final String AGREED = "access.two-agreed";

  private final JdbcTwoPeople rows;
  private final Processes processes;
  private final Workspaces workspaces;
  private final ApplicationEventPublisher events;
  private final Words words;

  TwoPeople(
      JdbcTwoPeople rows,
      Processes processes,
      Workspaces workspaces,
      ApplicationEventPublisher events,
      Words words) {
    this.rows = rows;
    this.processes = processes;
    this.workspaces = workspaces;
    this.events = events;
    this.words = words;
  }

  /// What takes two.
  ///
  /// @param kind its words are `module.two.the-rest`
  /// @param object what it is done to
  /// @param version of the object; agreeing to one is not agreeing to the next
  public record Matter(String kind, WorkspaceId workspace, UUID object, int version) {}

  /// That somebody asked.
  ///
  /// @param path where what it is about is read
  /// @param about the same in words, which name nobody, or empty
  /// @param forWhom who is to get it, where that matters, or empty
  /// @param asker by name
  /// @param agreer by name, or empty
  /// @param inTime whether it has not run out
  public record Asked(
      UUID id,
      Matter matter,
      String path,
      String about,
      String reason,
      String forWhom,
      UserId by,
      String asker,
      Instant at,
      String agreer,
      boolean used,
      boolean inTime) {

    public boolean isAgreed() {
      return !agreer.isEmpty();
    }

    /// Whether it can still be agreed to.
    public boolean isOpen() {
      return agreer.isEmpty() && inTime;
    }

    public Instant until() {
      return at.plus(GOOD_FOR);
    }
  }

  /// Asks the others.
  ///
  /// @param path where they read what it is about; ids only
  /// @throws InTheWay when it was asked already
  /// @throws Refused when there is nobody else
  public UUID ask(
      SignedIn who, Matter matter, String path, String reason, @Nullable String forWhom) {
    return ask(who, matter, path, null, reason, forWhom);
  }

  /// The same, with what it is about in words: the others read it before they are asked what they
  /// have the piece of work open for.
  ///
  /// @param about names nobody
  public UUID askAbout(SignedIn who, Matter matter, String path, String about, String reason) {
    return ask(who, matter, path, about, reason, null);
  }

  private UUID ask(
      SignedIn who,
      Matter matter,
      String path,
      @Nullable String about,
      String reason,
      @Nullable String forWhom) {
    var id = UUID.randomUUID();
    return processes.change(
        who,
        Act.in(matter.workspace(), "access.second-person-asked", id).with(matter.kind()),
        () -> {
          workspaces.require(who, matter.workspace(), WHO.toArray(Role[]::new));
          if (rows.last(matter).filter(asked -> asked.inTime() && !asked.used()).isPresent()) {
            throw new InTheWay(words.say("access.two.asked-already"));
          }
          var others = others(who, matter.workspace());
          if (others.isEmpty()) {
            throw new Refused(words.say("access.two.nobody-else"));
          }
          rows.insert(who, id, matter, path, about, reason, forWhom);
          others.forEach(
              other ->
                  events.publishEvent(Waiting.forPerson(other, WAITS, "/second-person/" + id, id)));
          return id;
        });
  }

  /// Agrees, as the second of two.
  ///
  /// @throws InTheWay when it is the same person, somebody has agreed, or it has run out
  public void agree(SignedIn who, UUID id) {
    var asked = find(who, id);
    processes.change(
        who,
        Act.in(asked.matter().workspace(), "access.second-person-agreed", id)
            .with(asked.matter().kind()),
        () -> {
          workspaces.require(who, asked.matter().workspace(), WHO.toArray(Role[]::new));
          if (asked.by().equals(who.user())) {
            throw new InTheWay(words.say("access.two.same-person"));
          }
          if (!rows.agree(who, id)) {
            throw new InTheWay(words.say("access.two.too-late"));
          }
          events.publishEvent(new Waiting.Settled(WAITS, id));
          events.publishEvent(Waiting.forPerson(asked.by(), AGREED, "/second-person/" + id, id));
        });
  }

  /// Goes on only when somebody other than the person who acts has agreed, and it has not run out.
  /// Runs inside a process.
  ///
  /// @throws InTheWay otherwise
  public void require(SignedIn who, Matter matter) {
    var asked = rows.last(matter).filter(Asked::isAgreed);
    if (asked.isEmpty()) {
      throw new InTheWay(words.say("access.two.nobody-agreed"));
    }
    if (!asked.get().inTime()) {
      throw new InTheWay(words.say("access.two.too-late"));
    }
    if (rows.isAgreedBy(asked.get().id(), who)) {
      throw new InTheWay(words.say("access.two.same-person"));
    }
  }

  /// Uses up what another agreed to, for whoever asked. Runs inside a process.
  ///
  /// @throws InTheWay when nobody agreed, it has run out, or was used
  public Asked use(SignedIn who, Matter matter) {
    require(who, matter);
    var asked = rows.last(matter).orElseThrow(NotThere::new);
    if (!rows.use(who, asked.id())) {
      throw new InTheWay(words.say("access.two.used"));
    }
    events.publishEvent(new Waiting.Settled(AGREED, asked.id()));
    return asked;
  }

  /// The last time this was asked, if it was.
  public Optional<Asked> of(SignedIn who, Matter matter) {
    return processes.look(who, () -> rows.last(matter));
  }

  /// What the reader asked or is asked, the last first.
  public List<Asked> all(SignedIn who) {
    return processes.look(who, rows::all);
  }

  /// What somebody asked, with its reason. Reading it is recorded.
  ///
  /// @throws NotThere when it is none of the reader's
  public Asked find(SignedIn who, UUID id) {
    return processes.read(
        who,
        Act.of("access.second-person-read", id),
        () -> rows.find(id).orElseThrow(NotThere::new));
  }

  private List<UserId> others(SignedIn who, WorkspaceId workspace) {
    return workspaces.members(workspace).stream()
        .filter(one -> one.roles().stream().anyMatch(WHO::contains))
        .map(Colleague::id)
        .filter(one -> !one.equals(who.user()))
        .toList();
  }
}
