package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.web.Words;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/// What somebody signs in with, in their own hands: passkeys, password with authenticator app,
/// recovery codes, and the browsers they are signed in on (AN-08, AN-11). Every change is audited
/// under their name, and they are told of it.
@Component
public class OwnSignIn {

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final PasskeyDesk desk;
  private final PasswordHashing passwords;
  private final PasswordRules rules;
  private final OneTimeCodes codes;
  private final RecoveryCodes recoveryCodes;
  private final OpenBrowsers browsers;
  private final Warnings warnings;
  private final SystemProcesses processes;
  private final SchoolNames schools;
  private final Words words;

  OwnSignIn(
      Accounts accounts,
      Passkeys passkeys,
      PasskeyDesk desk,
      PasswordHashing passwords,
      PasswordRules rules,
      OneTimeCodes codes,
      RecoveryCodes recoveryCodes,
      OpenBrowsers browsers,
      Warnings warnings,
      SystemProcesses processes,
      SchoolNames schools,
      Words words) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.desk = desk;
    this.passwords = passwords;
    this.rules = rules;
    this.codes = codes;
    this.recoveryCodes = recoveryCodes;
    this.browsers = browsers;
    this.warnings = warnings;
    this.processes = processes;
    this.schools = schools;
    this.words = words;
  }

  /// What somebody has set up.
  ///
  /// @param hasApp whether a password with an authenticator app is set up
  /// @param recoveryCodes how many are left
  public record Overview(
      String username,
      boolean hasApp,
      int recoveryCodes,
      List<Passkey> passkeys,
      List<Browser> browsers,
      List<Warned> warnings) {

    public Overview {
      passkeys = List.copyOf(passkeys);
      browsers = List.copyOf(browsers);
      warnings = List.copyOf(warnings);
    }
  }

  public record Passkey(UUID id, String label, LocalDate added, @Nullable LocalDate lastUsed) {}

  /// @param number names the browser in a form; its session's id is never shown
  public record Browser(String number, Instant since, Instant lastUsed, boolean thisOne) {}

  /// @param sentence what happened
  public record Warned(String sentence, Instant at) {}

  public Overview overview(UserId user, HttpServletRequest request) {
    return processes.look(
        () ->
            new Overview(
                accounts.username(user),
                accounts.codeKey(user) != null && accounts.hasPassword(user),
                recoveryCodes.left(user),
                passkeys.of(user).stream()
                    .map(p -> new Passkey(p.id(), p.label(), p.added(), p.lastUsed()))
                    .toList(),
                browsers.of(user, request).stream()
                    .map(b -> new Browser(b.number(), b.since(), b.lastUsed(), b.thisOne()))
                    .toList(),
                warnings.of(user).stream().map(w -> new Warned(said(w.kind()), w.at())).toList()));
  }

  public String name(UserId user) {
    return processes.look(() -> accounts.name(user));
  }

  public String username(UserId user) {
    return processes.look(() -> accounts.username(user));
  }

  /// What a device is asked for when a passkey is added, as JSON.
  public String offerPasskey(
      HttpServletRequest request, HttpServletResponse response, UserId user) {
    return desk.creationOptions(
        request,
        response,
        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
  }

  /// @param json the device's answer
  /// @param label what its owner calls it
  /// @throws Refused when the answer does not hold
  public void addPasskey(
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      String json,
      String label) {
    processes.change(
        who,
        Act.of("access.passkey-added", who.user().value()),
        () -> {
          if (!desk.add(request, response, json, label)) {
            throw new Refused(words.say("access.account.passkey-refused"));
          }
          warnings.give(who.user(), Warnings.Kind.FACTORS_CHANGED);
          return true;
        });
  }

  /// @throws Refused when nothing else is left to sign in with
  public void removePasskey(SignedIn who, UUID passkey) {
    processes.change(
        who,
        Act.of("access.passkey-removed", who.user().value()),
        () -> {
          if (passkeys.of(who.user()).size() == 1 && accounts.codeKey(who.user()) == null) {
            throw new Refused(words.say("access.account.last-passkey"));
          }
          if (!passkeys.remove(who.user(), passkey)) {
            throw new NotThere();
          }
          warnings.give(who.user(), Warnings.Kind.FACTORS_CHANGED);
          return true;
        });
  }

  /// A new key for an authenticator app, in the letters apps take.
  public String newAppKey() {
    return new Base32().encodeAsString(codes.newKey());
  }

  /// What is wrong with a password and an app somebody chose; empty when they can be kept.
  ///
  /// @return keys of sentences
  public List<String> problems(UserId user, String password, String appKey, String code) {
    var found = new ArrayList<String>();
    rules
        .weakness(password, guessedFirst(user))
        .map(weakness -> "access.password." + weakness.name().toLowerCase(Locale.ROOT))
        .ifPresent(found::add);
    if (!new Base32().isInAlphabet(appKey)
        || appKey.length() != 32
        || !codes.matches(new Base32().decode(appKey), code)) {
      found.add("access.app.wrong-code");
    }
    return found;
  }

  private List<String> guessedFirst(UserId user) {
    var guessed = new ArrayList<>(List.of(username(user), name(user)));
    guessed.addAll(processes.look(schools::all));
    return guessed;
  }

  /// Keeps a password and an app in which [#problems] found none.
  public void setPasswordAndApp(SignedIn who, String password, String appKey) {
    String hash = String.valueOf(passwords.encode(password));
    processes.change(
        who,
        Act.of("access.password-and-app-set", who.user().value()),
        () -> {
          accounts.setPassword(who.user(), hash);
          accounts.setCodeKey(who.user(), new Base32().decode(appKey));
          warnings.give(who.user(), Warnings.Kind.FACTORS_CHANGED);
          return true;
        });
  }

  /// Ten new recovery codes, shown this once; the old ones stop working.
  public List<String> renewRecoveryCodes(SignedIn who) {
    return processes.change(
        who,
        Act.of("access.recovery-codes-renewed", who.user().value()),
        () -> {
          warnings.give(who.user(), Warnings.Kind.FACTORS_CHANGED);
          return recoveryCodes.renew(who.user());
        });
  }

  /// Ends one of this person's browsers.
  public void endBrowser(SignedIn who, String number) {
    processes.change(
        who,
        Act.of("access.browser-ended", who.user().value()),
        () -> {
          browsers.end(who.user(), number);
          return true;
        });
  }

  /// "I have lost a device": every other browser is signed out at once (AN-11).
  public void endOtherBrowsers(SignedIn who, HttpServletRequest request) {
    var here = request.getSession(false);
    processes.change(
        who,
        Act.of("access.browser-ended", who.user().value()).with("all others"),
        () -> {
          browsers.endAllBut(who.user(), here == null ? "" : here.getId());
          return true;
        });
  }

  /// The address an authenticator app reads from a QR code.
  public String appAddress(UserId user, String appKey) {
    return "otpauth://totp/Sightline:%s?secret=%s&issuer=Sightline"
        .formatted(
            URLEncoder.encode(username(user), StandardCharsets.UTF_8).replace("+", "%20"), appKey);
  }

  /// What the QR code is, for somebody who cannot see it.
  public String qrAlt() {
    return words.say("access.app.qr");
  }

  private String said(Warnings.Kind kind) {
    return words.say("access.warning." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
