package org.sightline.network.together;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Sheet;
import org.sightline.documents.Stamp;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Plan;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// The rings on paper (B95): empty, with the questions and what could help on a second page, or as
/// a young person drew them. In black and white.
@Component
class OwnSheets {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final RingsWords rings;
  private final Words words;
  private final Clock clock;

  OwnSheets(RingsWords rings, Words words, Clock clock) {
    this.rings = rings;
    this.words = words;
    this.clock = clock;
  }

  /// Nothing on it is about anybody; it goes into a young person's hands without a stamp.
  byte[] empty(boolean large) {
    var page = begin(large);
    page.append("<ul>");
    for (String part : List.of("what", "who", "friends", "stop")) {
      item(page, words.say("network.own.telling." + part));
    }
    item(page, words.say("web.promise.passOn"));
    page.append("</ul>").append(rings.picture(OwnMap.empty(), null));
    paragraph(page, "signs", words.say("network.own.paper.signs"));
    page.append("<p class=\"day\">").append(say("network.own.paper.day"));
    page.append(" <span class=\"write-here\"></span></p>");
    heading(page, " class=\"new-sheet\"", words.say("network.own.paper.questions"));
    paragraph(page, "", words.say("network.own.paper.skip"));
    page.append("<ol class=\"questions\">");
    for (int number = 1; number <= OwnMap.QUESTIONS; number++) {
      page.append("<li>").append(plain(rings.question(number)));
      page.append("<div class=\"write-some\"></div></li>");
    }
    page.append("</ol>");
    heading(page, "", words.say("network.own.paper.plans"));
    page.append("<table class=\"plan\"><thead><tr>");
    page.append("<th>").append(say("network.own.plan.STRENGTHS")).append("</th>");
    page.append("<th>").append(say("network.own.plan.HARM")).append("</th></tr></thead>");
    page.append("<tbody><tr><td></td><td></td></tr></tbody></table>");
    page.append("<table class=\"plan\"><caption>").append(say("network.own.plan.AGREED"));
    page.append("</caption><thead><tr>");
    for (String column : List.of("with", "what", "from", "looked")) {
      page.append("<th>").append(say("network.own.paper.agreed." + column)).append("</th>");
    }
    page.append(
        "</tr></thead><tbody><tr><td></td><td></td><td></td><td></td></tr></tbody></table>");
    return print(page, large, null);
  }

  /// For the young person to take. Without their answers.
  byte[] drawn(OwnMap map, boolean large, Stamp stamp) {
    var page = begin(large);
    page.append(rings.picture(map, null));
    paragraph(page, "signs", words.say("network.own.signs"));
    heading(page, " class=\"new-sheet\"", words.say("network.own.paper.list"));
    for (var ring : rings.rings(map)) {
      if (!ring.lines().isEmpty()) {
        page.append("<h3>").append(plain(ring.name())).append("</h3><ul>");
        ring.lines().forEach(line -> item(page, line.name() + ": " + line.said()));
        page.append("</ul>");
      }
    }
    for (var what : Plan.For.values()) {
      var plans = map.plans(what);
      if (!plans.isEmpty()) {
        heading(page, "", words.say("network.own.plan." + what));
        page.append("<ul>");
        plans.forEach(plan -> item(page, rings.plan(plan)));
        page.append("</ul>");
      }
    }
    return print(page, large, stamp);
  }

  private StringBuilder begin(boolean large) {
    return new StringBuilder("<html lang=\"en-GB\"><head><title>")
        .append(say("network.own.paper.heading"))
        .append("</title></head><body class=\"own-sheet")
        .append(large ? " own-sheet-large" : "")
        .append("\"><h1>")
        .append(say("network.own.paper.heading"))
        .append("</h1>");
  }

  private byte[] print(StringBuilder page, boolean large, @Nullable Stamp stamp) {
    return Pdf.of(
        page.append("</body></html>").toString(),
        large ? Sheet.A3_PORTRAIT : Sheet.A4_PORTRAIT,
        new PrintHeading(
            words.say("network.own.paper.heading"), LocalDate.now(clock.withZone(LONDON)), stamp));
  }

  private static void item(StringBuilder page, String text) {
    page.append("<li>").append(plain(text)).append("</li>");
  }

  private static void heading(StringBuilder page, String more, String text) {
    page.append("<h2").append(more).append('>').append(plain(text)).append("</h2>");
  }

  private static void paragraph(StringBuilder page, String look, String text) {
    page.append("<p class=\"").append(look).append("\">").append(plain(text)).append("</p>");
  }

  private String say(String key) {
    return plain(words.say(key));
  }

  private static String plain(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
