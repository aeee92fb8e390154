package org.sightline.access;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Directions;
import org.sightline.kernel.HashingCost;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// The people of an installation, for an administrator at the command line: when the staff site is
/// down, or nobody can sign in. Roles are not given here: whoever holds one gives it on the staff
/// site (AC-11).
@Component
public class PeopleByCommand {

  private static final int LONGEST = 100;

  /// Whoever is switched on again starts anew to be dormant.
  static final String SWITCHED =
      """
      update access.user_account
         set disabled_on = :off, suspended_on = null, warned_on = null,
             counted_from = case when :off::date is null then :today else counted_from end
       where id = :id
      """;

  private final SystemStore store;
  private final Sealing sealing;
  private final Accounts accounts;
  private final SetUpLinks links;
  private final Alerts alerts;
  private final SystemProcesses processes;
  private final Clock clock;

  PeopleByCommand(
      SystemStore store, Sealing sealing, Alerts alerts, SystemProcesses processes, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.accounts = new Accounts(store, sealing);
    this.links = new SetUpLinks(store, clock);
    this.alerts = alerts;
    this.processes = processes;
    this.clock = clock;
  }

  /// @param on `false` when switched off
  /// @param roles today, anywhere
  public record Person(UserId id, String username, String name, boolean on, int roles) {}

  /// Everybody, by name.
  public List<Person> list(SignedIn who) {
    return processes.change(
        who,
        new Act("access.people-listed", null, null, "command line"),
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select u.id, u.username, u.name, u.disabled_on is null as on,
                           (select count(*) from access.membership m
                             where m.user_id = u.id and m.from_date <= :today
                               and (m.until_date is null or m.until_date >= :today)) as roles
                      from access.user_account u
                    """)
                .param("today", today())
                .query(
                    (row, n) -> {
                      UUID id = row.getObject("id", UUID.class);
                      return new Person(
                          new UserId(id),
                          sealing.open(Users.USERNAME, id, row.getBytes("username")),
                          sealing.open(Users.NAME, id, row.getBytes("name")),
                          row.getBoolean("on"),
                          row.getInt("roles"));
                    })
                .list()
                .stream()
                .sorted(Comparator.comparing(Person::name))
                .toList());
  }

  /// Adds somebody who has no role yet.
  ///
  /// @return the path of a one-time link for them
  /// @throws IllegalStateException with a sentence when that cannot be
  public String add(SignedIn who, String typedUsername, String typedName) {
    String username = Directions.taken(typedUsername).strip();
    String name = Directions.taken(typedName).strip();
    if (username.isEmpty() || name.isEmpty()) {
      throw new IllegalStateException("A person needs a sign-in name and a name.");
    }
    if (username.length() > LONGEST || name.length() > LONGEST) {
      throw new IllegalStateException("Names have %d letters at most.".formatted(LONGEST));
    }
    var user = UserId.random();
    return processes.change(
        who,
        Act.of("access.colleague-added", user.value()).with("command line"),
        () -> {
          if (accounts.isTaken(username)) {
            throw new IllegalStateException("Somebody has this sign-in name. Choose another.");
          }
          new SettingUp(processes, store, sealing, new PasswordHashing(HashingCost.USUAL))
              .personWithoutPassword(user, username, name);
          return link(user);
        });
  }

  /// Switches somebody off, on every browser at once, or on again (AN-11).
  public void switchTo(SignedIn who, UserId user, boolean on) {
    if (user.equals(who.user())) {
      throw new IllegalStateException(
          "Nobody switches themselves off: another administrator does.");
    }
    done(
        who,
        user,
        on ? "access.colleague-switched-on" : "access.colleague-switched-off",
        () -> {
          store
              .jdbc()
              .sql(SWITCHED)
              .param("off", on ? null : today(), Types.DATE)
              .param("today", today())
              .param("id", user.value())
              .update();
          return on ? 0 : endBrowsers(user);
        });
  }

  /// Signs somebody out everywhere.
  ///
  /// @return of how many browsers
  public int lostDevice(SignedIn who, UserId user) {
    return done(who, user, "access.device-lost", () -> endBrowsers(user));
  }

  /// Signs somebody out everywhere and makes a one-time link with which they choose anew how to
  /// sign in (AN-08). Whoever hands it over has made sure, in person, who it is; those who watch
  /// over sign-ins are alerted, as when it is done on the staff site.
  ///
  /// @return its path
  public String reset(SignedIn who, UserId user) {
    return done(
        who,
        user,
        "access.set-up-link-made",
        () -> {
          endBrowsers(user);
          alerts.raise("sign-in-replaced", who.user().value(), null);
          return link(user);
        });
  }

  private String link(UserId user) {
    return "/setting-up/" + links.make(user);
  }

  private <T> T done(SignedIn who, UserId user, String act, Supplier<T> work) {
    return processes.change(
        who,
        Act.of(act, user.value()).with("command line"),
        () -> {
          if (!isThere(user)) {
            throw new IllegalStateException(
                "There is nobody with the number %s. \"user list\" shows who there is."
                    .formatted(user));
          }
          return work.get();
        });
  }

  private boolean isThere(UserId user) {
    return store
            .jdbc()
            .sql("select count(*) from access.user_account where id = :id")
            .param("id", user.value())
            .query(Integer.class)
            .single()
        == 1;
  }

  private int endBrowsers(UserId user) {
    return store
        .jdbc()
        .sql("delete from access.sign_in where principal_name in (:whole, :half)")
        .param("whole", user.toString())
        .param("half", new Factors.HalfWay(user).toString())
        .update();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
