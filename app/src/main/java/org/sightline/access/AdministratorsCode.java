package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.HashingCost;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Who stands at the command line (AN-02): an administrator who shows a one-time code, of the app
/// or of the list. Wrong ones count and pause like those on the staff site (AN-06). It needs no
/// more than the database and the audit.
@Component
public class AdministratorsCode {

  private final Accounts accounts;
  private final OneTimeCodes codes;
  private final RecoveryCodes recoveryCodes;
  private final Warnings warnings;
  private final PasswordHashing passwords = new PasswordHashing(HashingCost.USUAL);
  private final SystemStore store;
  private final SystemProcesses processes;
  private final Clock clock;

  AdministratorsCode(SystemStore store, Sealing sealing, SystemProcesses processes, Clock clock) {
    this.accounts = new Accounts(store, sealing);
    this.codes = new OneTimeCodes(accounts, store, clock);
    this.recoveryCodes = new RecoveryCodes(store, sealing);
    // Beside the sites nobody listens: the page about it tells it.
    this.warnings = new Warnings(store, event -> {}, clock);
    this.store = store;
    this.processes = processes;
    this.clock = clock;
  }

  /// Whether any administrator of today could show a code here.
  ///
  /// @param invented for a demonstration, where it is a password
  public boolean isThereAnybody(boolean invented) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select exists (
                      select 1
                        from access.membership m
                        join access.user_account u on u.id = m.user_id and u.disabled_on is null
                       where m.role = 'ADMINISTRATOR'
                         and m.from_date <= :today and (m.until_date is null or m.until_date >= :today)
                         and (u.code_key is not null
                              or (:invented and u.password_hash is not null)
                              or exists (select 1 from access.recovery_code c where c.user_id = u.id)))
                    """)
                .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
                .param("invented", invented)
                .query(Boolean.class)
                .single());
  }

  /// The administrator with this sign-in name, if the code is theirs; used up and recorded.
  public Optional<SignedIn> check(String username, String typed) {
    var user = accounts.byUsername(username.strip()).map(Accounts.Account::id).orElse(null);
    return shown(user, user != null && isRight(user, typed.strip()));
  }

  /// For a demonstration only, where nobody has an app: an administrator's password.
  public Optional<SignedIn> checkPassword(String username, String password) {
    var account = accounts.byUsername(username.strip());
    boolean right =
        account.filter(known -> passwords.matches(password, known.passwordHash())).isPresent();
    return shown(account.map(Accounts.Account::id).orElse(null), right);
  }

  private Optional<SignedIn> shown(@Nullable UserId user, boolean right) {
    if (user == null || !right || !isAdministrator(user)) {
      processes.change(
          new Act(
              "access.sign-in-refused", null, user == null ? null : user.value(), "command line"),
          () -> true);
      return Optional.empty();
    }
    var who = SignedIn.as(user);
    processes.change(who, Act.of("access.code-shown", user.value()), () -> true);
    return Optional.of(who);
  }

  private boolean isRight(UserId user, String typed) {
    var outcome =
        RecoveryCodes.looksLikeOne(typed) ? recoveryCode(user, typed) : codes.check(user, typed);
    if (outcome == OneTimeCodes.Outcome.OVER) {
      warnings.give(user, Warnings.Kind.WRONG_CODES);
    }
    return outcome == OneTimeCodes.Outcome.RIGHT;
  }

  private OneTimeCodes.Outcome recoveryCode(UserId user, String typed) {
    if (codes.isPaused(user)) {
      return OneTimeCodes.Outcome.OVER;
    }
    if (!recoveryCodes.use(user, typed)) {
      return codes.wrong(user);
    }
    codes.right(user);
    warnings.give(user, Warnings.Kind.RECOVERY_CODE_USED);
    return OneTimeCodes.Outcome.RIGHT;
  }

  private boolean isAdministrator(UserId user) {
    return store
            .jdbc()
            .sql(
                """
                select count(*)
                  from access.membership
                 where user_id = :user and role = 'ADMINISTRATOR'
                   and from_date <= :today and (until_date is null or until_date >= :today)
                """)
            .param("user", user.value())
            .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
            .query(Integer.class)
            .single()
        > 0;
  }
}
