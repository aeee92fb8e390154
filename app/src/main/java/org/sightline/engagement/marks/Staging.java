package org.sightline.engagement.marks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.store.SessionKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The student site's door: an open session's sheet, and the maps that wait for its end. Nothing
/// here is audited and nothing keeps a time or an order (practice.md, Anonymity against the spine).
@Component
public class Staging {

  private final JdbcStudentSite site;
  private final SessionKeys keys;
  private final int most;
  private final SecureRandom random = new SecureRandom();

  /// @param most maps one class code takes before it is refused (WB-11); counted by class code,
  ///     never by address, because a whole school shares one
  Staging(
      JdbcStudentSite site,
      SessionKeys keys,
      @Value("${sightline.maps-per-class-code:400}") int most) {
    this.site = site;
    this.keys = keys;
    this.most = most;
  }

  /// What a class code leads to.
  public sealed interface Door {

    record Open(OpenSheet sheet) implements Door {}

    record NotOpenYet() implements Door {}

    record Closed() implements Door {}

    record Unknown() implements Door {}
  }

  public Door behind(ClassCode code) {
    return site.sheet(code)
        .<Door>map(Door.Open::new)
        .orElseGet(
            () ->
                switch (site.state(code).orElse("")) {
                  case "PLANNED" -> new Door.NotOpenYet();
                  case "OPEN", "CLOSED" -> new Door.Closed();
                  default -> new Door.Unknown();
                });
  }

  /// The picture of a floor as PNG, while the session is open.
  public Optional<byte[]> picture(ClassCode code, int floor) {
    return site.picture(code, floor);
  }

  /// What became of a map that was sent.
  public sealed interface Sending {

    /// It is in, once.
    record Sent(SentMap map) implements Sending {}

    /// This seat or slip had sent one: that one is in, and this one is not.
    ///
    /// @param map the first
    /// @param different whether the first says something else, or was sent from another seat: who
    ///     holds somebody's slip must not try out what is on their map (ST-06)
    record Already(SentMap map, boolean different) implements Sending {}

    /// The first was taken out again by its slip; it stays out.
    record TakenOut() implements Sending {}

    /// The session closed before this map came in.
    record Closed() implements Sending {}

    /// This class code has sent as many maps as it may.
    record Full() implements Sending {}
  }

  /// Puts a map into staging. When this returns [Sending.Sent], the map is committed.
  ///
  /// @param slip made on the device, or `null` to have one made here
  public Sending send(Seat seat, OpenSheet sheet, UnslippedMap map, @Nullable SlipCode slip) {
    var own = slip == null ? SlipCode.random(random, sheet.tag()) : slip;
    if (!own.tag().equals(sheet.tag())) {
      throw new IllegalArgumentException("This slip is from another session");
    }
    var sent = map.with(own);
    try {
      byte[] slipPrint = slipPrint(sheet.session().value(), own);
      byte[] seatPrint = seatPrint(sheet, seat);
      byte[] sealed = seal(sheet, sent);
      return switch (site.stage(seat.classCode(), slipPrint, seatPrint, sealed, most)) {
        case "STAGED" -> new Sending.Sent(sent);
        case "HAVE" -> earlier(seat, sheet, sent, slipPrint, seatPrint);
        case "FULL" -> new Sending.Full();
        default -> new Sending.Closed();
      };
    } catch (SessionKeyGone closed) {
      return new Sending.Closed();
    }
  }

  /// The map this seat has sent, while the session is open and the map has not been taken out.
  public Optional<SentMap> sentFrom(Seat seat, OpenSheet sheet) {
    try {
      byte[] print = seatPrint(sheet, seat);
      return site.stagedBy(seat.classCode(), print, print)
          .map(JdbcStudentSite.Found::content)
          .map(content -> open(sheet, content));
    } catch (SessionKeyGone closed) {
      return Optional.empty();
    }
  }

  /// A staged map as it was sent. Its key is gone once the session has closed.
  SentMap open(OpenSheet sheet, byte[] sealed) {
    var text = new String(keys.open(sheet.session().value(), sealed), StandardCharsets.UTF_8);
    return SentMap.read(text, sheet);
  }

  byte[] slipPrint(UUID session, SlipCode slip) {
    return print(session, "slip:" + slip.printed());
  }

  private byte[] seatPrint(OpenSheet sheet, Seat seat) {
    return print(sheet.session().value(), "seat:" + seat.secret());
  }

  private Sending earlier(
      Seat seat, OpenSheet sheet, SentMap sent, byte[] slipPrint, byte[] seatPrint) {
    var found = site.stagedBy(seat.classCode(), slipPrint, seatPrint);
    if (found.isEmpty()) {
      return new Sending.Closed();
    }
    var content = found.get().content();
    if (content == null) {
      return new Sending.TakenOut();
    }
    var first = open(sheet, content);
    boolean theirOwn = site.stagedBy(seat.classCode(), seatPrint, seatPrint).isPresent();
    return new Sending.Already(first, !theirOwn || !first.saysTheSameAs(sent));
  }

  private byte[] seal(OpenSheet sheet, SentMap map) {
    try {
      return keys.seal(sheet.session().value(), map.print(sheet).getBytes(StandardCharsets.UTF_8));
    } catch (IllegalStateException gone) {
      throw new SessionKeyGone();
    }
  }

  private byte[] print(UUID session, String text) {
    try {
      return keys.fingerprint(session, text);
    } catch (IllegalStateException gone) {
      throw new SessionKeyGone();
    }
  }

  /// The session closed while a request was under way.
  static final class SessionKeyGone extends RuntimeException {
    SessionKeyGone() {
      super("The session has closed", null, false, false);
    }
  }
}
