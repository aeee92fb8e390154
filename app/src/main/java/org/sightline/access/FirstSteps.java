package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// One-time links, from the other side: who opens one chooses how to sign in from then on. The very
/// first link, made when there is nobody yet, sets up the school and its administrator (AN-09).
@Component
public class FirstSteps {

  private final SetUpLinks links;
  private final SettingUp settingUp;
  private final Passkeys passkeys;
  private final RecoveryCodes recoveryCodes;
  private final OpenBrowsers browsers;
  private final Accounts accounts;
  private final DirectoryIdentities identities;
  private final OwnSignIn own;
  private final Alerts alerts;
  private final SystemProcesses processes;
  private final Clock clock;

  FirstSteps(
      SetUpLinks links,
      SettingUp settingUp,
      Passkeys passkeys,
      RecoveryCodes recoveryCodes,
      OpenBrowsers browsers,
      Accounts accounts,
      DirectoryIdentities identities,
      OwnSignIn own,
      Alerts alerts,
      SystemProcesses processes,
      Clock clock) {
    this.links = links;
    this.settingUp = settingUp;
    this.passkeys = passkeys;
    this.recoveryCodes = recoveryCodes;
    this.browsers = browsers;
    this.accounts = accounts;
    this.identities = identities;
    this.own = own;
    this.alerts = alerts;
    this.processes = processes;
    this.clock = clock;
  }

  /// Whom an open link is for.
  ///
  /// @param user `null` when nobody has been set up yet
  public record Opened(@Nullable UserId user) {}

  /// A link for somebody who is to choose, or choose anew, how to sign in.
  ///
  /// @return the path of the page, good for thirty minutes
  public String linkFor(SignedIn who, UserId user) {
    return processes.change(
        who,
        Act.of("access.set-up-link-made", user.value()),
        () -> {
          if (accounts.hasPassword(user) || !passkeys.of(user).isEmpty()) {
            alerts.raise("sign-in-replaced", who.user().value(), null);
          }
          return "/setting-up/" + links.make(user);
        });
  }

  /// The link with this secret, while it works.
  public Optional<Opened> open(String secret) {
    return processes.look(() -> links.find(secret)).map(link -> new Opened(link.user()));
  }

  /// Sets up the school and its administrator; the link is theirs from now on.
  public UserId firstAdministrator(String secret, String school, String username, String name) {
    var user = UserId.random();
    var workspace = new WorkspaceId(UUID.randomUUID());
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return processes.change(
        Act.in(workspace, "access.first-administrator-set-up", user.value()),
        () -> {
          if (!settingUp.isEmpty() || links.find(secret).isEmpty()) {
            throw new NotThere();
          }
          settingUp.school(workspace, school, today);
          settingUp.personWithoutPassword(user, username, name);
          settingUp.member(workspace, user, Role.ADMINISTRATOR, today);
          links.give(secret, user);
          return user;
        });
  }

  /// What a device is asked for, as JSON.
  ///
  /// @throws NotThere when the link does not work any more
  public String offerPasskey(
      HttpServletRequest request, HttpServletResponse response, String secret) {
    return own.offerPasskey(request, response, whose(secret));
  }

  /// Signs somebody in with a new passkey; what they signed in with before is gone (AN-08).
  ///
  /// @param json the device's answer
  /// @throws NotThere when the link does not work any more
  public void choosePasskey(
      HttpServletRequest request,
      HttpServletResponse response,
      String secret,
      String json,
      String label) {
    var user = whose(secret);
    chosen(
        secret,
        user,
        () -> {
          accounts.forgetPasswordAndApp(user);
          own.addPasskey(SignedIn.as(user), request, response, json, label);
        });
    browsers.enter(request, response, signedIn(user, Factors.PASSKEY));
  }

  /// Signs somebody in with a new password and authenticator app in which [OwnSignIn#problems]
  /// found none; what they signed in with before is gone.
  ///
  /// @throws NotThere when the link does not work any more
  public void choosePasswordAndApp(
      HttpServletRequest request,
      HttpServletResponse response,
      String secret,
      String password,
      String appKey) {
    var user = whose(secret);
    chosen(secret, user, () -> own.setPasswordAndApp(SignedIn.as(user), password, appKey));
    browsers.enter(request, response, signedIn(user, Factors.PASSWORD, Factors.CODE));
  }

  /// Signs somebody in with their identity in a council's directory; what they signed in with
  /// before is gone.
  ///
  /// @param link links the identity to this person
  /// @throws NotThere when the one-time link does not work any more
  void chooseDirectory(
      HttpServletRequest request,
      HttpServletResponse response,
      String secret,
      Consumer<UserId> link) {
    var user = whose(secret);
    chosen(
        secret,
        user,
        () -> {
          accounts.forgetPasswordAndApp(user);
          link.accept(user);
        });
    browsers.enter(request, response, signedIn(user, Factors.DIRECTORY));
  }

  private Authentication signedIn(UserId user, String... shown) {
    return Factors.signedIn(user, clock.instant(), shown);
  }

  private UserId whose(String secret) {
    return processes
        .look(() -> links.find(secret))
        .map(SetUpLinks.Link::user)
        .orElseThrow(NotThere::new);
  }

  private void chosen(String secret, UserId user, Runnable choice) {
    processes.change(
        SignedIn.as(user),
        Act.of("access.set-up-link-used", user.value()),
        () -> {
          if (!links.use(secret)) {
            throw new NotThere();
          }
          passkeys.removeAll(user);
          recoveryCodes.forget(user);
          identities.unlinkAll(user);
          choice.run();
          links.end(user);
          return true;
        });
    browsers.endAll(user);
  }
}
