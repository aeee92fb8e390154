package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Signing in with a council's own directory (AN-13). It leads to the directory's page and takes
/// what comes back: to sign in, to show again who one is, to link one's account here with the one
/// there, or to choose it by a one-time link. What was asked is good for one answer, in this
/// browser.
@Component
public class DirectoryDesk {

  private static final Logger log = LoggerFactory.getLogger(DirectoryDesk.class);
  private static final String ASKED = DirectoryDesk.class.getName();
  private static final int RANDOM_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Directory directory;
  private final DirectoryIdentities identities;
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Entrance entrance;
  private final FirstSteps steps;
  private final Warnings warnings;
  private final StrangersSession strangers;
  private final SystemProcesses processes;
  private final Words words;
  private final Clock clock;

  DirectoryDesk(
      Directory directory,
      DirectoryIdentities identities,
      Accounts accounts,
      Passkeys passkeys,
      Entrance entrance,
      FirstSteps steps,
      Warnings warnings,
      StrangersSession strangers,
      SystemProcesses processes,
      Words words,
      Clock clock) {
    this.directory = directory;
    this.identities = identities;
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.entrance = entrance;
    this.steps = steps;
    this.warnings = warnings;
    this.strangers = strangers;
    this.processes = processes;
    this.words = words;
    this.clock = clock;
  }

  private enum Purpose {
    SIGN_IN,
    AGAIN,
    LINK,
    FIRST
  }

  /// An identity in the directory that is linked to an account here.
  public record Linked(UUID id, String issuer, java.time.LocalDate added) {}

  /// Whether there is a directory at all.
  public boolean isOffered() {
    return directory.isGiven();
  }

  /// The directory's address for somebody who wants to sign in.
  ///
  /// @throws Refused when the directory cannot be reached
  public String toSignIn(HttpServletRequest request) {
    return ask(request, Purpose.SIGN_IN, "");
  }

  /// The same for somebody who is to show again who they are.
  public String toShowAgain(HttpServletRequest request) {
    return ask(request, Purpose.AGAIN, "");
  }

  /// The same for somebody who wants to link their account.
  public String toLink(HttpServletRequest request) {
    return ask(request, Purpose.LINK, "");
  }

  /// The same for somebody with a one-time link.
  ///
  /// @throws NotThere when the link does not work any more
  public String toChoose(HttpServletRequest request, String secret) {
    if (steps.open(secret).map(FirstSteps.Opened::user).isEmpty()) {
      throw new NotThere();
    }
    return ask(request, Purpose.FIRST, secret);
  }

  /// Takes the directory's answer.
  ///
  /// @param state what the question carried
  /// @param code for which the directory tells us who it is; empty when it refused
  /// @param issuer who says to have answered, when the directory says so
  /// @return where to go on
  /// @throws Refused with a sentence when nobody is let in
  public String answered(
      HttpServletRequest request,
      HttpServletResponse response,
      String state,
      String code,
      @Nullable String issuer) {
    var asked = asked(request);
    if (asked == null || !same(asked.state(), state)) {
      throw refused("asked by nobody here", "access.directory.again", null);
    }
    try {
      if (code.isEmpty()) {
        throw DirectoryRefused.because("the directory said no");
      }
      var identity = directory.identity(code, asked.verifier(), asked.nonce());
      if (issuer != null && !issuer.equals(identity.issuer())) {
        throw DirectoryRefused.because("another directory answered");
      }
      return switch (asked.purpose()) {
        case SIGN_IN -> signIn(request, response, identity);
        case AGAIN -> again(request, response, identity);
        case LINK -> link(request, identity);
        case FIRST -> choose(request, response, asked.secret(), identity);
      };
    } catch (DirectoryRefused no) {
      throw refused(
          String.valueOf(no.getMessage()),
          no.isAway() ? "access.directory.away" : "access.directory.refused",
          null);
    }
  }

  /// What is linked to somebody's account.
  public List<Linked> of(UserId user) {
    return processes.look(
        () ->
            identities.of(user).stream()
                .map(one -> new Linked(one.id(), one.issuer(), one.added()))
                .toList());
  }

  /// @throws Refused when nothing else is left to sign in with
  public void unlink(SignedIn who, UUID id) {
    processes.change(
        who,
        Act.of("access.directory-unlinked", who.user().value()),
        () -> {
          if (passkeys.of(who.user()).isEmpty() && accounts.codeKey(who.user()) == null) {
            throw new Refused(words.say("access.account.last-passkey"));
          }
          if (!identities.unlink(who.user(), id)) {
            throw new NotThere();
          }
          warnings.give(who.user(), Warnings.Kind.FACTORS_CHANGED);
          return true;
        });
  }

  private String signIn(
      HttpServletRequest request, HttpServletResponse response, DirectoryTokens.Identity identity) {
    var user = processes.look(() -> identities.user(identity));
    if (user.isEmpty()) {
      throw refused("linked to nobody", "access.directory.not-linked", null);
    }
    if (identity.strong()) {
      entrance.byDirectory(request, response, user.get());
      return entrance.wayBack(request, response);
    }
    if (accounts.codeKey(user.get()) == null) {
      throw refused("one factor only", "access.directory.weak", user.get());
    }
    entrance.halfWayByDirectory(request, response, user.get());
    return "/signing-in/code";
  }

  private String again(
      HttpServletRequest request, HttpServletResponse response, DirectoryTokens.Identity identity)
      throws DirectoryRefused {
    var who = Present.at(request).orElseThrow(NotThere::new);
    var user = processes.look(() -> identities.user(identity));
    var shownAt = identity.shownAt();
    if (user.isEmpty() || !user.get().equals(who.user())) {
      throw DirectoryRefused.because("somebody else");
    }
    boolean justNow = shownAt != null && shownAt.plus(Freshness.WITHIN).isAfter(clock.instant());
    if (!identity.strong() || !justNow) {
      throw DirectoryRefused.because("not shown again there");
    }
    entrance.byDirectory(request, response, who.user());
    return entrance.wayBack(request, response);
  }

  private String link(HttpServletRequest request, DirectoryTokens.Identity identity) {
    var who = Present.at(request).orElseThrow(NotThere::new);
    processes.change(
        who,
        Act.of("access.directory-linked", who.user().value()),
        () -> {
          if (!identities.link(who.user(), identity)) {
            throw new Refused(words.say("access.directory.taken"));
          }
          warnings.give(who.user(), Warnings.Kind.FACTORS_CHANGED);
          return true;
        });
    return "/your-sign-in";
  }

  /// Only when the directory asks for two factors itself: nothing else is set up yet.
  private String choose(
      HttpServletRequest request,
      HttpServletResponse response,
      String secret,
      DirectoryTokens.Identity identity) {
    if (!identity.strong()) {
      throw refused("one factor only", "access.directory.weak", null);
    }
    steps.chooseDirectory(
        request,
        response,
        secret,
        user -> {
          if (!identities.link(user, identity)) {
            throw new Refused(words.say("access.directory.taken"));
          }
          warnings.give(user, Warnings.Kind.FACTORS_CHANGED);
        });
    return "/your-sign-in/recovery-codes";
  }

  private record Asked(
      Purpose purpose, String state, String nonce, String verifier, String secret) {}

  private String ask(HttpServletRequest request, Purpose purpose, String secret) {
    if (!isOffered()) {
      throw new NotThere();
    }
    var asked = new Asked(purpose, newSecret(), newSecret(), newSecret(), secret);
    try {
      String to =
          directory.address(
              asked.state(), asked.nonce(), hash(asked.verifier()), purpose == Purpose.AGAIN);
      strangers.begin(request);
      request
          .getSession()
          .setAttribute(
              ASKED,
              String.join(
                  " ", purpose.name(), asked.state(), asked.nonce(), asked.verifier(), secret));
      return to;
    } catch (DirectoryRefused away) {
      throw refused(String.valueOf(away.getMessage()), "access.directory.away", null);
    }
  }

  private static @Nullable Asked asked(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ASKED) instanceof String kept)) {
      return null;
    }
    session.removeAttribute(ASKED);
    var parts = List.of(kept.split(" ", -1));
    return new Asked(
        Purpose.valueOf(parts.get(0)), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
  }

  private Refused refused(String reason, String sentence, @Nullable UserId user) {
    log.info("The directory's answer was not taken: {}", reason);
    var act =
        new Act("access.sign-in-refused", null, user == null ? null : user.value(), "directory");
    processes.change(act, () -> true);
    return new Refused(words.say(sentence));
  }

  private String newSecret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
