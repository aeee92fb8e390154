package org.sightline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.Waiting;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks guests to a pack (AC-19). Who has no account gets one without any role, and a one-time link
/// that the inviter hands over; an account that was there before gets no link from here, or asking
/// somebody would be a way to become them.
@Component
public class GuestDesk {

  /// How long a pass lasts at most, in days.
  public static final int LONGEST = 89;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String ASKED = "access.pack-waits";

  private final ObjectProvider<Packs> kinds;
  private final GuestPasses passes;
  private final Accounts accounts;
  private final SettingUp settingUp;
  private final FirstSteps firstSteps;
  private final Users users;
  private final JdbcClient jdbc;
  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final SystemStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Words words;

  GuestDesk(
      ObjectProvider<Packs> kinds,
      GuestPasses passes,
      Accounts accounts,
      SettingUp settingUp,
      FirstSteps firstSteps,
      Users users,
      JdbcClient jdbc,
      Processes processes,
      SystemProcesses systemProcesses,
      SystemStore store,
      ApplicationEventPublisher events,
      Clock clock,
      Words words) {
    this.kinds = kinds;
    this.passes = passes;
    this.accounts = accounts;
    this.settingUp = settingUp;
    this.firstSteps = firstSteps;
    this.users = users;
    this.jdbc = jdbc;
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.store = store;
    this.events = events;
    this.clock = clock;
    this.words = words;
  }

  /// A pass that was given for a pack.
  ///
  /// @param over ended, or its time is over
  /// @param mayLink whether its guest has yet to choose how to sign in
  public record Given(
      UUID id, String name, Instant from, Instant until, boolean over, boolean mayLink) {}

  /// A pack a guest may look at now.
  public record Mine(String title, String href, Instant until) {}

  /// The packs to which the reader may ask guests.
  public List<Packs.Pack> packs(SignedIn who) {
    return kinds.stream().flatMap(kind -> kind.mine(who).stream()).toList();
  }

  /// @throws NotThere when the reader may ask nobody to it
  public Packs.Pack pack(SignedIn who, UUID id) {
    return packs(who).stream()
        .filter(pack -> pack.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// What guests of it do not see, for whoever asks them.
  public Optional<Packs.Without> without(SignedIn who, Packs.Pack pack) {
    return kinds.stream()
        .filter(kind -> kind.mine(who).contains(pack))
        .flatMap(kind -> kind.without(who, pack).stream())
        .findFirst();
  }

  /// Who was asked to it, those whose pass is good first.
  public List<Given> given(SignedIn who, Packs.Pack pack) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select id, user_id, from_at, until,
                           ended_at is not null or until <= now() as over
                      from access.guest_pass
                     where workspace_id = :workspace and pack_id = :pack
                     order by over, until desc, id
                    """)
                .param("workspace", pack.workspace().value())
                .param("pack", pack.id())
                .query(
                    (row, n) -> {
                      var guest = new UserId(row.getObject("user_id", UUID.class));
                      boolean over = row.getBoolean("over");
                      return new Given(
                          row.getObject("id", UUID.class),
                          users.nameOf(guest),
                          row.getObject("from_at", OffsetDateTime.class).toInstant(),
                          row.getObject("until", OffsetDateTime.class).toInstant(),
                          over,
                          !over && isNew(guest));
                    })
                .list());
  }

  /// Asks somebody, from now to the end of a day.
  ///
  /// @param name of a guest who is not known here yet
  /// @return the path of a one-time link for a guest who is new
  /// @throws Refused when they have a pass already, or are switched off
  public Optional<String> ask(
      SignedIn who, Packs.Pack pack, @Nullable String name, String username, LocalDate last) {
    var known = systemProcesses.look(() -> accounts.byUsername(username)).map(Accounts.Account::id);
    if (known.isEmpty() && systemProcesses.look(() -> accounts.isTaken(username))) {
      throw new Refused(words.say("access.guests.switched-off"));
    }
    if (known.isPresent() && hasPass(who, pack, known.get())) {
      throw new Refused(words.say("access.guests.already"));
    }
    if (known.isPresent() && known.get().equals(who.user())) {
      throw new Refused(words.say("access.guests.yourself"));
    }
    var held = kinds.stream().filter(kind -> kind.mine(who).contains(pack)).toList();
    held.forEach(kind -> kind.prepare(who, pack));
    var guest = known.orElseGet(() -> newcomer(String.valueOf(name), username));
    var pass =
        passes.invite(
            who,
            pack.workspace(),
            pack.id(),
            guest,
            clock.instant(),
            last.plusDays(1).atStartOfDay(LONDON).toInstant());
    held.forEach(kind -> kind.asked(who, pack, guest));
    tell(guest, pass);
    return isNew(guest) && known.isEmpty()
        ? Optional.of(firstSteps.linkFor(who, guest))
        : Optional.empty();
  }

  /// Whether nobody here has this sign-in name yet, so that a name is needed.
  public boolean isNewcomer(String username) {
    return !systemProcesses.look(() -> accounts.isTaken(username));
  }

  /// Another one-time link for a guest who has never signed in.
  ///
  /// @throws NotThere when the pass is over, or its guest has more than passes
  public String link(SignedIn who, Packs.Pack pack, UUID pass) {
    boolean may =
        given(who, pack).stream().anyMatch(each -> each.id().equals(pass) && each.mayLink());
    if (!may) {
      throw new NotThere();
    }
    return firstSteps.linkFor(who, guestOf(who, pass));
  }

  /// Ends a pass from now on.
  public void end(SignedIn who, Packs.Pack pack, UUID pass) {
    passes.end(who, pack.workspace(), pass);
    settled(pass);
  }

  /// The packs a guest may look at now.
  public List<Mine> mine(SignedIn guest) {
    return passes.mine(guest).stream()
        .flatMap(
            pass ->
                kinds.stream()
                    .flatMap(kind -> kind.shown(guest, pass.pack()).stream())
                    .map(shown -> new Mine(shown.title(), shown.href(), pass.until())))
        .toList();
  }

  private UserId newcomer(String name, String username) {
    var user = UserId.random();
    settingUp.personWithoutPassword(user, username, name);
    return user;
  }

  private void tell(UserId guest, UUID pass) {
    systemProcesses.look(
        () -> {
          events.publishEvent(Waiting.forPerson(guest, ASKED, "/packs", pass));
          return true;
        });
  }

  private void settled(UUID pass) {
    systemProcesses.look(
        () -> {
          events.publishEvent(new Waiting.Settled(ASKED, pass));
          return true;
        });
  }

  private boolean hasPass(SignedIn who, Packs.Pack pack, UserId guest) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select exists (select 1 from access.guest_pass
                       where workspace_id = :workspace and pack_id = :pack and user_id = :guest
                         and ended_at is null and until > now())
                    """)
                .param("workspace", pack.workspace().value())
                .param("pack", pack.id())
                .param("guest", guest.value())
                .query(Boolean.class)
                .single());
  }

  private UserId guestOf(SignedIn who, UUID pass) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select user_id from access.guest_pass where id = :id")
                .param("id", pass)
                .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(NotThere::new));
  }

  /// Whether they have never signed in, nor anything to sign in with, nor ever had a role.
  private boolean isNew(UserId guest) {
    return systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select signed_in_on is null and password_hash is null and disabled_on is null
                           and not exists (select 1 from access.passkey p where p.user_id = u.id)
                           and not exists (
                             select 1 from access.directory_identity d where d.user_id = u.id)
                           and not exists (select 1 from access.membership m where m.user_id = u.id)
                      from access.user_account u
                     where u.id = :id
                    """)
                .param("id", guest.value())
                .query(Boolean.class)
                .single());
  }
}
