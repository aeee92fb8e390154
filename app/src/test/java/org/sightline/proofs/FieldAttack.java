package org.sightline.proofs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// Sends forms as their pages show them, one field at a time filled with what nobody expects there.
final class FieldAttack {

  /// WB-12 says a second; printing a pack takes some, on a machine that tests other things too.
  private static final Duration TOO_LONG = Duration.ofSeconds(15);

  private final Rows rows;
  private final int strings;
  private final int mostFields;
  private final Map<String, String> wrong = new TreeMap<>();
  private final Set<String> routes = new TreeSet<>();
  private List<String> before;
  private @Nullable FoundForm last;
  private List<String> lastFilledIn = List.of();

  /// @param strings how many of [Naughty#ALL] each field gets, always the same ones
  /// @param mostFields how many fields of a form are tried: some have a hundred alike
  FieldAttack(Rows rows, int strings, int mostFields) {
    this.rows = rows;
    this.strings = strings;
    this.mostFields = mostFields;
    this.before = rows.now();
  }

  /// What broke [AnswerRules], or was refused and kept all the same: by route, field and string.
  Map<String, String> wrong() {
    return wrong;
  }

  /// The routes something was sent to.
  Set<String> routes() {
    return routes;
  }

  /// @param examples the same form on several pages, in case that one of them goes away
  void on(List<FoundForm> examples) {
    String kind = examples.getFirst().kind();
    var random = new Random(kind.replaceAll("[0-9a-f-]{36}", "").hashCode());
    for (String field : someOf(examples.getFirst().names(), random)) {
      for (var naughty : Naughty.some(strings, random)) {
        examples.stream()
            .filter(form -> !filledIn(form).isEmpty())
            .findFirst()
            .ifPresent(form -> send(form, filledIn(form), field, naughty));
      }
    }
  }

  /// A form no page shows now: these fields to this address.
  void blindly(Visitor visitor, String address, String route, List<String> fields) {
    var form = new FoundForm(visitor, "/", address, route, fields);
    var random = new Random(route.hashCode());
    var values = fields.stream().flatMap(name -> List.of(name, "1").stream()).toList();
    for (String field : fields) {
      Naughty.some(1, random).forEach(naughty -> send(form, values, field, naughty));
    }
  }

  private List<String> someOf(List<String> names, Random random) {
    var shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(mostFields, names.size()));
  }

  /// As the page shows the form now; what was refused has changed nothing on it.
  private List<String> filledIn(FoundForm form) {
    if (!form.equals(last)) {
      last = form;
      lastFilledIn = form.filledInNow().orElse(List.of());
      before = rows.now();
    }
    return lastFilledIn;
  }

  private void send(FoundForm form, List<String> fields, String field, Naughty naughty) {
    long start = System.nanoTime();
    var arrived =
        form.visitor()
            .body(
                form.action(),
                "application/x-www-form-urlencoded",
                body(fields, field, naughty).getBytes(StandardCharsets.US_ASCII));
    routes.add(form.route());
    if (System.nanoTime() - start > TOO_LONG.toNanos()) {
      wrong.put("%s %s | %s takes long".formatted(form.route(), field, naughty.name()), "");
    }
    if (arrived.status() < 400) {
      last = null;
    }
    for (String broken : broken(form, naughty, arrived)) {
      wrong.put("%s %s | %s | %s".formatted(form.route(), field, naughty.name(), broken), "");
    }
  }

  private List<String> broken(FoundForm form, Naughty naughty, Arrived arrived) {
    var broken = AnswerRules.broken(arrived);
    var after = rows.now();
    if (arrived.status() >= 400 && !after.equals(before)) {
      broken.add(
          "was refused and half kept: " + after.stream().filter(t -> !before.contains(t)).toList());
    }
    before = after;
    if (naughty.name().equals(Naughty.VERY_MUCH) && arrived.status() < 400 && isShownAt(form)) {
      broken.add("is kept however much it is");
    }
    return broken;
  }

  private static boolean isShownAt(FoundForm form) {
    byte[] page = form.visitor().get(form.page()).response().body();
    return new String(page, StandardCharsets.UTF_8).contains(Naughty.MUCH_OF_IT);
  }

  private static String body(List<String> fields, String field, Naughty naughty) {
    var body = new ArrayList<String>();
    for (int i = 0; i < fields.size(); i += 2) {
      if (!fields.get(i).equals(field)) {
        body.add(Naughty.encode(fields.get(i)) + "=" + Naughty.encode(fields.get(i + 1)));
      }
    }
    body.add(Naughty.encode(field) + "=" + naughty.encoded());
    return String.join("&", body);
  }
}
