package org.sightline.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The address to which somebody wants mail that something waits, in their own hands. It is used
/// once they have typed the code that was sent there, so that no mail goes to somebody else.
@Component
public class OwnMail {

  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^<>@,;:\"\\\\]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int LONGEST = 200;
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Duration GOOD_FOR = Duration.ofHours(24);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SystemStore store;
  private final SystemProcesses processes;
  private final Sealing sealing;
  private final ApplicationEventPublisher events;
  private final Words words;
  private final Clock clock;

  OwnMail(
      SystemStore store,
      SystemProcesses processes,
      Sealing sealing,
      ApplicationEventPublisher events,
      Words words,
      Clock clock) {
    this.store = store;
    this.processes = processes;
    this.sealing = sealing;
    this.events = events;
    this.words = words;
    this.clock = clock;
  }

  /// @param confirmed whether mail goes there yet
  public record Address(String address, boolean confirmed) {}

  /// A code has to be sent to an address, to see whether it is theirs. Published inside the
  /// process; whoever sends mail listens.
  public record CodeToSend(String address, String code) {}

  public Optional<Address> of(UserId user) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql("select address, confirmed_on from access.mail_address where user_id = :user")
                .param("user", user.value())
                .query(
                    (row, n) ->
                        new Address(
                            sealing.open(MailOfPeople.ADDRESS, user.value(), row.getBytes(1)),
                            row.getDate(2) != null))
                .optional());
  }

  public boolean isAddress(String typed) {
    return typed.strip().length() <= LONGEST && ADDRESS.matcher(typed.strip()).matches();
  }

  /// Keeps an address and sends a code there. What was confirmed before is no longer used.
  public void give(SignedIn who, String typed) {
    if (!isAddress(typed)) {
      throw new IllegalArgumentException("Not an address");
    }
    String code = randomCode();
    processes.change(
        who,
        Act.of("access.mail-address-given", who.user().value()),
        () -> {
          store
              .jdbc()
              .sql(
                  """
                  insert into access.mail_address (user_id, address, token_hash, token_until)
                  values (:user, :address, :hash, :until)
                      on conflict (user_id) do update
                     set address = excluded.address, token_hash = excluded.token_hash,
                         token_until = excluded.token_until, confirmed_on = null
                  """)
              .param("user", who.user().value())
              .param(
                  "address", sealing.seal(MailOfPeople.ADDRESS, who.user().value(), typed.strip()))
              .param("hash", hash(code))
              .param("until", clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
              .update();
          events.publishEvent(new CodeToSend(typed.strip(), code));
          return true;
        });
  }

  /// @throws Refused when the code is not the one that was sent, or has run out
  public void confirm(SignedIn who, String typed) {
    processes.change(
        who,
        Act.of("access.mail-address-confirmed", who.user().value()),
        () -> {
          int confirmed =
              store
                  .jdbc()
                  .sql(
                      """
                      update access.mail_address
                         set confirmed_on = :today, token_hash = null, token_until = null
                       where user_id = :user and token_hash = :hash and token_until > :now
                      """)
                  .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
                  .param("user", who.user().value())
                  .param("hash", hash(plain(typed)))
                  .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                  .update();
          if (confirmed == 0) {
            throw new Refused(words.say("access.mail.wrong-code"));
          }
          return true;
        });
  }

  /// Mail goes to the role's address again.
  public void remove(SignedIn who) {
    processes.change(
        who,
        Act.of("access.mail-address-removed", who.user().value()),
        () ->
            store
                .jdbc()
                .sql("delete from access.mail_address where user_id = :user")
                .param("user", who.user().value())
                .update());
  }

  private static String randomCode() {
    var code = new StringBuilder();
    for (int n = 0; n < 8; n++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  private static String plain(@Nullable String typed) {
    return typed == null
        ? ""
        : typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
  }

  private static byte[] hash(String code) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
