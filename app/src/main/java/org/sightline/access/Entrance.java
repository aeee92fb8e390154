package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The way in. A passkey, or a password and a one-time code; no path without a second factor but in
/// a demonstration, where everything is invented (AN-01, AN-02).
///
/// Whatever is wrong, a stranger gets one and the same answer in the same time: nobody finds out
/// here who has an account, whether it is switched off, or whether passwords are just now being
/// slowed (AN-05).
@Component
public class Entrance {

  private final Accounts accounts;
  private final PasswordHashing passwords;
  private final WrongPasswords wrongPasswords;
  private final OneTimeCodes codes;
  private final RecoveryCodes recoveryCodes;
  private final PasskeyDesk passkeys;
  private final KnownDevices devices;
  private final OpenBrowsers browsers;
  private final PlaceAskedFor place;
  private final Warnings warnings;
  private final SystemProcesses processes;
  private final Clock clock;
  private final boolean passwordAlone;
  private final String nobody;

  Entrance(
      Accounts accounts,
      PasswordHashing passwords,
      WrongPasswords wrongPasswords,
      OneTimeCodes codes,
      RecoveryCodes recoveryCodes,
      PasskeyDesk passkeys,
      KnownDevices devices,
      OpenBrowsers browsers,
      PlaceAskedFor place,
      Warnings warnings,
      SystemProcesses processes,
      Clock clock,
      ObjectProvider<PasswordAlone> passwordAlone) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.wrongPasswords = wrongPasswords;
    this.codes = codes;
    this.recoveryCodes = recoveryCodes;
    this.passkeys = passkeys;
    this.devices = devices;
    this.browsers = browsers;
    this.place = place;
    this.warnings = warnings;
    this.processes = processes;
    this.clock = clock;
    this.passwordAlone = passwordAlone.getIfAvailable() != null;
    this.nobody = String.valueOf(passwords.encode("nobody has this password"));
  }

  /// Where somebody stands after they have shown something.
  public enum Step {
    IN,
    CODE_WANTED,
    REFUSED,
    /// Too many wrong codes: the password has to be shown again, after a while.
    OVER
  }

  /// Takes a sign-in name and a password.
  public Step password(
      HttpServletRequest request, HttpServletResponse response, String typedName, String password) {
    String username = typedName.strip();
    var account = accounts.byUsername(username);
    Optional<String> device = account.flatMap(known -> devices.of(request, known.id()));
    var network = device.isPresent() ? Optional.<String>empty() : Networks.of(request);
    boolean held =
        wrongPasswords.isHeld(username, device, network)
            || network.filter(wrongPasswords::isNetworkHeld).isPresent();
    String hash = account.map(Accounts.Account::passwordHash).orElse(nobody);
    // Looked at again: of many guesses at the same moment none was held when it came.
    boolean right =
        passwords.matches(password, hash)
            && account.isPresent()
            && !held
            && !wrongPasswords.isHeld(username, device, network);
    if (!right) {
      if (!held) {
        wrongPasswords.wrong(username, device, network);
        network.ifPresent(wrongPasswords::wrongFrom);
        refused(account.map(Accounts.Account::id).orElse(null), "password");
      }
      return Step.REFUSED;
    }
    wrongPasswords.right(username, device, network);
    var user = account.orElseThrow().id();
    if (passwords.upgradeEncoding(hash)) {
      accounts.setPassword(user, String.valueOf(passwords.encode(password)));
    }
    if (passwordAlone) {
      return in(request, response, user, Factors.PASSWORD);
    }
    browsers.enter(request, response, Factors.halfWay(user));
    processes.change(SignedIn.as(user), Act.of("access.password-shown", user.value()), () -> true);
    return Step.CODE_WANTED;
  }

  /// Whether a password was right on this browser and the code is still to come.
  public boolean isCodeWanted() {
    return halfWay() != null;
  }

  /// Takes a code from the authenticator app, or one of the recovery codes.
  public Step code(HttpServletRequest request, HttpServletResponse response, String typed) {
    var user = halfWay();
    if (user == null) {
      refused(null, "code");
      return Step.OVER;
    }
    boolean recovery = RecoveryCodes.looksLikeOne(typed);
    var outcome = recovery ? recoveryCode(user, typed) : codes.check(user, typed);
    return switch (outcome) {
      case RIGHT -> {
        if (recovery) {
          // The phone is gone, and with it perhaps a browser that is signed in (AN-08).
          var here = request.getSession(false);
          browsers.endAllBut(user, here == null ? "" : here.getId());
        }
        yield in(request, response, user, Factors.PASSWORD, Factors.CODE);
      }
      case WRONG -> {
        refused(user, "code");
        yield Step.REFUSED;
      }
      case OVER -> {
        refused(user, "codes");
        warnings.give(user, Warnings.Kind.WRONG_CODES);
        browsers.endAllHalfWay(user);
        yield Step.OVER;
      }
    };
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

  /// What a device is asked to sign, as JSON.
  public String passkeyOptions(HttpServletRequest request, HttpServletResponse response) {
    return passkeys.requestOptions(request, response);
  }

  /// Takes what a device signed.
  ///
  /// @param json as the browser gives it
  public Step passkey(HttpServletRequest request, HttpServletResponse response, String json) {
    var user = passkeys.whoSigned(request, response, json);
    if (user.isEmpty()) {
      refused(null, "passkey");
      return Step.REFUSED;
    }
    return in(request, response, user.get(), Factors.PASSKEY);
  }

  /// Lets somebody in whose council's directory was shown two factors (AN-13).
  void byDirectory(HttpServletRequest request, HttpServletResponse response, UserId user) {
    in(request, response, user, Factors.DIRECTORY);
  }

  /// Somebody whose council's directory was shown one factor: the other is still to come.
  void halfWayByDirectory(HttpServletRequest request, HttpServletResponse response, UserId user) {
    browsers.enter(request, response, Factors.halfWay(user));
    processes.change(SignedIn.as(user), Act.of("access.directory-shown", user.value()), () -> true);
  }

  /// Takes what somebody who is signed in shows again (AN-12): a code, or in a demonstration the
  /// password.
  public Step again(
      HttpServletRequest request, HttpServletResponse response, SignedIn who, String typed) {
    var user = who.user();
    if (passwordAlone) {
      var account = accounts.byUsername(accounts.username(user)).orElseThrow(NotThere::new);
      return passwords.matches(typed, account.passwordHash())
          ? in(request, response, user, Factors.PASSWORD)
          : Step.REFUSED;
    }
    return switch (codes.check(user, typed)) {
      case RIGHT -> in(request, response, user, Factors.PASSWORD, Factors.CODE);
      case WRONG -> {
        refused(user, "code");
        yield Step.REFUSED;
      }
      case OVER -> {
        refused(user, "codes");
        warnings.give(user, Warnings.Kind.WRONG_CODES);
        yield Step.OVER;
      }
    };
  }

  /// Takes what the device of somebody who is signed in signed again.
  public Step passkeyAgain(
      HttpServletRequest request, HttpServletResponse response, SignedIn who, String json) {
    var user = passkeys.whoSigned(request, response, json);
    if (user.isEmpty() || !user.get().equals(who.user())) {
      refused(who.user(), "passkey");
      return Step.REFUSED;
    }
    return in(request, response, user.get(), Factors.PASSKEY);
  }

  /// Where to go once somebody is in: the page they asked for, or the first one.
  public String wayBack(HttpServletRequest request, HttpServletResponse response) {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(Freshness.BACK) instanceof String back) {
      session.removeAttribute(Freshness.BACK);
      return back;
    }
    if (session != null) {
      session.removeAttribute(LateForms.KEPT);
    }
    var asked = place.getRequest(request, response);
    place.removeRequest(request, response);
    return asked == null ? "/" : asked.getRedirectUrl();
  }

  /// Whether a form came too late on this browser and waits until somebody has signed in.
  public boolean isFormWaiting(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(LateForms.KEPT) != null;
  }

  /// Whether a password is enough, because everything here is invented.
  public boolean isPasswordEnough() {
    return passwordAlone;
  }

  private Step in(
      HttpServletRequest request, HttpServletResponse response, UserId user, String... shown) {
    browsers.enter(request, response, Factors.signedIn(user, clock.instant(), shown));
    HandedOverTablets.handedBack(request);
    devices.remember(request, response, user);
    processes.change(SignedIn.as(user), Act.of("access.signed-in", user.value()), () -> true);
    return Step.IN;
  }

  private void refused(@Nullable UserId user, String what) {
    var act = new Act("access.sign-in-refused", null, user == null ? null : user.value(), what);
    processes.change(act, () -> true);
  }

  private static @Nullable UserId halfWay() {
    var someone = SecurityContextHolder.getContext().getAuthentication();
    return someone != null && someone.getPrincipal() instanceof Factors.HalfWay(UserId user)
        ? user
        : null;
  }
}
