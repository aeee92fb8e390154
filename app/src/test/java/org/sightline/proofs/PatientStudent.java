package org.sightline.proofs;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// A student at a tablet whose application may go away at any moment: sits down, sends a map, and
/// when no answer comes sends the same again from the same seat.
final class PatientStudent {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern SLIP =
      Pattern.compile("\\b[0-9A-Z]{4}( [0-9A-Z]{4}){3} [0-9A-Z]\\b");

  private final Visitor visitor;
  private final SecureRandom random = new SecureRandom();
  private String[] form = {};
  private @Nullable String own;
  private @Nullable String shown;

  PatientStudent(Visitor visitor) {
    this.visitor = visitor;
  }

  /// Takes a new seat and fills in a sheet.
  ///
  /// @param number even: the tablet makes the slip code; odd: it has no scripts and the server does
  void sitDown(String classCode, int number) {
    shown = null;
    visitor.cookies().getCookieStore().removeAll();
    patiently(() -> visitor.post("/joining", "code", classCode));
    var sheet = patiently(() -> visitor.get("/marking")).page();
    var tag = new SessionTag(sheet.select("form[data-tag]").attr("data-tag"));
    own = number % 2 == 0 ? SlipCode.random(random, tag).printed() : null;
    var fields = new ArrayList<>(List.of("slip", own == null ? "" : own));
    var places = sheet.select("input[type=radio]").stream().map(r -> r.attr("name")).distinct();
    places.forEach(
        place -> {
          fields.add(place);
          fields.add(List.of("R", "Y", "G").get(random.nextInt(3)));
        });
    form = fields.toArray(String[]::new);
  }

  /// Sends once.
  ///
  /// @return the slip that was shown; nothing when no answer came, or one that asks for patience
  Optional<String> send() {
    try {
      var arrived = visitor.post("/slip", form);
      if (arrived.status() != 503) {
        shown = slip(arrived);
        return Optional.of(shown);
      }
    } catch (UncheckedIOException gone) {
      // As when the connection is lost: whether the map is in is not known here.
    }
    return Optional.empty();
  }

  /// Sends again what was sent, until there is an answer.
  String sendAgain() {
    return slip(patiently(() -> visitor.post("/slip", form)));
  }

  /// What was shown when the map was first sent, or the code the tablet had made.
  Optional<String> known() {
    return Optional.ofNullable(shown == null ? own : shown);
  }

  boolean isAcknowledged() {
    return shown != null;
  }

  /// Repeats a request while nothing or only "unavailable" comes back.
  private static Arrived patiently(Supplier<Arrived> request) {
    for (long began = System.nanoTime(); ; ) {
      try {
        var arrived = request.get();
        if (arrived.status() != 503) {
          return arrived;
        }
      } catch (UncheckedIOException gone) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
          throw gone;
        }
      }
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new AssertionError("Unavailable for " + PATIENCE);
      }
      Pauses.of(Duration.ofMillis(300));
    }
  }

  private static String slip(Arrived arrived) {
    var found = SLIP.matcher(arrived.page().text());
    if (!found.find()) {
      throw new AssertionError(
          "No slip, but %d %s".formatted(arrived.status(), arrived.page().text()));
    }
    return found.group().replace(' ', '-');
  }
}
