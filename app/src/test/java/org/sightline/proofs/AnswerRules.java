package org.sightline.proofs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sightline.testing.Visitor.Arrived;

/// What every answer keeps to, whatever was sent (WB-05, WB-08, R-12).
final class AnswerRules {

  private static final List<String> INSIDES =
      List.of(
          "java.lang",
          "org.spring",
          "org.sightline",
          "org.postgresql",
          "sqlstate",
          "gg.jte",
          "tomcat",
          "jackson",
          "nullpointer",
          "\tat ");

  private static final int SHORTEST_SENTENCE = 20;

  private AnswerRules() {}

  /// What is wrong with an answer; empty when it is fit to be seen.
  static List<String> broken(Arrived arrived) {
    var wrong = new ArrayList<String>();
    if (arrived.status() >= 500) {
      wrong.add("blames the server: " + arrived.status());
    }
    String body = new String(arrived.response().body(), StandardCharsets.UTF_8);
    String low = body.toLowerCase(Locale.ROOT);
    INSIDES.stream().filter(low::contains).forEach(i -> wrong.add("shows its insides: " + i));
    if (body.contains("<" + Naughty.ELEMENT)
        || !arrived.page().select(Naughty.ELEMENT + ", [" + Naughty.ATTRIBUTE + "]").isEmpty()
        || arrived.page().select("script").stream()
            .anyMatch(script -> script.data().contains(Naughty.ELEMENT))) {
      wrong.add("is not escaped");
    }
    if (body.contains(Naughty.WORKED_OUT)) {
      wrong.add("worked an expression out");
    }
    boolean headerAdded =
        arrived.response().headers().firstValue("X-Planted").isPresent()
            || arrived
                .response()
                .previousResponse()
                .flatMap(redirect -> redirect.headers().firstValue("X-Planted"))
                .isPresent();
    if (headerAdded) {
      wrong.add("took a line for a header");
    }
    if (arrived.status() >= 400 && !saysWhy(arrived)) {
      wrong.add("refuses without a sentence: " + arrived.status() + " " + arrived.page().text());
    }
    return wrong;
  }

  private static boolean saysWhy(Arrived arrived) {
    String sentence =
        arrived
            .page()
            .select(".govuk-error-summary, .govuk-error-message, main p, [role=alert]")
            .text();
    return arrived.page().select("h1").size() == 1 && sentence.length() >= SHORTEST_SENTENCE;
  }
}
