package org.sightline.documents;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.sightline.access.Emergencies;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.springframework.stereotype.Component;

/// Copies that leave by being picked up (EX-06, EX-07): kept sealed at an address of 256 random
/// bits, for seven days at most, for one person who is signed in and has just shown who they are,
/// once. Whoever has left one sees that it was fetched. What has run out, was fetched, or is
/// somebody else's is not there.
///
/// For somebody who does not sign in here the copy is a file that opens with a passphrase. Whoever
/// makes it picks it up themselves and is shown the words once; they are kept nowhere.
@Component
public class PickUps {

  static final Duration LONGEST = Duration.ofDays(7);

  /// Tells the receiver that something waits, and the sender that it was fetched.
  private static final String WAITS = "documents.pick-up";

  private static final String FETCHED = "documents.picked-up";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ADDRESS_BYTES = 32;

  /// As many as a list shows.
  private static final int MOST = 200;

  private final JdbcPickUps pickUps;
  private final Copies copies;
  private final Processes processes;
  private final Notices notices;
  private final Emergencies emergencies;
  private final Clock clock;

  PickUps(
      JdbcPickUps pickUps,
      Copies copies,
      Processes processes,
      Notices notices,
      Emergencies emergencies,
      Clock clock) {
    this.pickUps = pickUps;
    this.copies = copies;
    this.processes = processes;
    this.notices = notices;
    this.emergencies = emergencies;
    this.clock = clock;
  }

  /// What a copy says, before it is stamped.
  ///
  /// @param title of the document; names nobody
  /// @param xhtml a whole page for [Pdf], on A4
  public record Document(String title, String xhtml) {}

  /// A file to be handed over, and the words that open it, which are shown once.
  public record Locked(String address, String passphrase) {}

  /// A copy that was left, with where it stands.
  ///
  /// @param address of the page it is fetched from; empty unless it is the reader's to fetch
  public record Left(
      UUID id,
      Original of,
      Occasion why,
      String title,
      boolean ready,
      UserId by,
      String sender,
      String receiver,
      Instant at,
      Instant until,
      boolean fetched,
      String address) {}

  /// Leaves a copy for a colleague, who is told that something waits. The caller has asked already
  /// whether they may have what it says.
  ///
  /// @throws org.sightline.kernel.Refused while they have something open in an emergency
  public void leave(SignedIn who, Original of, Occasion why, UserId receiver, Document document) {
    emergencies.requireNone(who);
    var id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(of.workspace(), "documents.copy-left", of.object()),
        () -> {
          var parcel =
              new JdbcPickUps.Parcel(receiver, false, document.title(), address(), bytes(document));
          pickUps.add(who, id, of, why, parcel);
          notices.tell(receiver, WAITS, "/picking-up", id);
        });
  }

  /// Makes an encrypted PDF of a copy, for somebody who does not sign in here.
  public Locked lock(SignedIn who, Original of, Occasion why, Document document) {
    String passphrase = Passphrase.random();
    byte[] file =
        copies.take(who, of, why, stamp -> LockedFile.pdf(print(document, stamp), passphrase));
    return new Locked(ready(who, of, why, document.title(), file), passphrase);
  }

  /// The same of a table: a CSV in an encrypted archive.
  ///
  /// @param title of the table; names nobody
  public Locked lockTable(
      SignedIn who,
      Original of,
      Occasion why,
      String title,
      List<String> header,
      List<List<Object>> rows) {
    String passphrase = Passphrase.random();
    byte[] file =
        copies.take(
            who,
            of,
            why,
            stamp -> LockedFile.zip("table.csv", SafeCsv.of(header, rows, stamp), passphrase));
    return new Locked(ready(who, of, why, title, file), passphrase);
  }

  private String ready(SignedIn who, Original of, Occasion why, String title, byte[] file) {
    String address = address();
    processes.change(
        who,
        Act.in(of.workspace(), "documents.copy-locked", of.object()),
        () ->
            pickUps.add(
                who,
                UUID.randomUUID(),
                of,
                why,
                new JdbcPickUps.Parcel(who.user(), true, title, address, file)));
    return address;
  }

  /// What waits for the reader, the last first.
  public List<Left> waiting(SignedIn who) {
    return processes.look(who, () -> pickUps.waitingFor(who, clock.instant()));
  }

  /// What was left of a record, the last first, before those who see its copies.
  public List<Left> of(SignedIn who, UUID object) {
    return processes.look(who, () -> pickUps.of(who, object));
  }

  /// What the reader has left for others, the last first.
  public List<Left> leftBy(SignedIn who) {
    return processes.look(who, () -> pickUps.leftBy(who, MOST));
  }

  /// @throws NotThere when there is none, it was fetched or has run out, or it is another's
  public Left find(SignedIn who, String address) {
    return processes.look(who, () -> at(who, address));
  }

  /// Hands a copy over, stamped with who fetched it. It is gone from there.
  ///
  /// @throws NotThere as [#find] does
  public byte[] fetch(SignedIn who, String address) {
    return processes.change(
        who,
        Act.of("documents.copy-fetched", find(who, address).id()),
        () -> {
          var left = at(who, address);
          byte[] content = pickUps.content(left.id()).orElseThrow(NotThere::new);
          byte[] file =
              left.ready()
                  ? content
                  : copies.take(
                      who, left.of(), left.why(), stamp -> print(document(left, content), stamp));
          if (!pickUps.fetched(left.id(), clock.instant())) {
            throw new NotThere();
          }
          notices.settled(WAITS, left.id());
          if (!left.by().equals(who.user())) {
            notices.tell(left.by(), FETCHED, "/copies-taken", left.id());
          }
          return file;
        });
  }

  private Left at(SignedIn who, String address) {
    return pickUps
        .at(who, Copies.hash(address.getBytes(StandardCharsets.US_ASCII)), clock.instant())
        .orElseThrow(NotThere::new);
  }

  private byte[] print(Document document, Stamp stamp) {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return Pdf.of(
        document.xhtml(), Sheet.A4_PORTRAIT, new PrintHeading(document.title(), today, stamp));
  }

  private static byte[] bytes(Document document) {
    return document.xhtml().getBytes(StandardCharsets.UTF_8);
  }

  private static Document document(Left left, byte[] content) {
    return new Document(left.title(), new String(content, StandardCharsets.UTF_8));
  }

  private static String address() {
    byte[] random = new byte[ADDRESS_BYTES];
    RANDOM.nextBytes(random);
    return Objects.requireNonNull(HexFormat.of().formatHex(random));
  }
}
