package org.sightline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sightline.web.Words;

/// What stands in pages: our words from their files, nothing inline, nothing from elsewhere (WB-01,
/// WB-03).
final class PageRules {

  private static final String PAGES = "app/src/main/jte/.*\\.jte";
  private static final String PLANTED = "app/src/main/jte/web/planted.jte";

  /// Templates that put finished markup into a page, and why it is safe.
  private static final Map<String, String> UNSAFE =
      Map.of(
          "access/app-form.jte",
          "the QR code's own SVG",
          "planning/parts/joining.jte",
          "the QR code's own SVG",
          "network/filing/body.jte",
          "the map's own SVG, escaped where it is drawn",
          "results/presenting.jte",
          "the score map's own SVG, escaped where it is drawn",
          "consent/print-form.jte",
          "our own drawings beside the statements, whole files of ours",
          "results/print.jte",
          "the score map's own SVG, escaped where it is drawn",
          "results/scores.jte",
          "the score map's own SVG, escaped where it is drawn",
          "engagement/pack/sheet.jte",
          "SVG of PlanDrawing and Qr, which escape every name",
          "network/together/picture.jte",
          "SVG of RingsPicture, which escapes every name");

  private static final Pattern KEY =
      Pattern.compile(
          "\\bwords\\s*(?:\\(\\))?\\s*\\.(say|fill|count)\\(\\s*\"([^\"]+)\"\\s*([,)])");
  private static final Pattern NAV = Pattern.compile("new Nav\\(\\s*\\d+\\s*,\\s*\"([^\"]+)\"");

  private PageRules() {}

  static List<LayoutRule> all() {
    return List.of(
        new LayoutRule(
            "every key has its words",
            Map.of(
                "consent/PrintController.java",
                "asks the text of a consent form, which has keys of its own"),
            PageRules::keysWithoutWords,
            PLANTED,
            "${words.say(\"web.planted.no-such-key\")}"),
        CodeRules.none(
            "nothing goes into a page unescaped",
            UNSAFE,
            PAGES,
            "\\$unsafe",
            PLANTED,
            "$unsafe{text}"),
        CodeRules.none(
            "no page holds a style, a script or a handler inline",
            Map.of("consent/print-form.jte", "a page for the printer, never for a browser"),
            PAGES,
            "(?i)\\sstyle\\s*=|<style\\b|<script(?![^>]*\\bsrc=)[^>]*>|\\son[a-z]+\\s*=\\s*[\"'$]|javascript:",
            PLANTED,
            "<p style=\"color: red\">planted</p>"),
        CodeRules.none(
            "no page, script or style names another host",
            Map.of(),
            "app/src/main/(jte|resources/static)/.*\\.(jte|js|mjs|css|svg|html)",
            "(?:https?:)?//(?!www\\.w3\\.org/)[a-z0-9-]+\\.[a-z]{2,}[^\\s\"']*",
            "app/src/main/resources/static/web/planted.css",
            "@import url(https://fonts.example.com/planted.css);"),
        CodeRules.none(
            "links to other sites tell them nothing",
            Map.of(),
            PAGES,
            "target=\"_blank\"(?![^>]*noreferrer)",
            PLANTED,
            "<a href=\"/a\" target=\"_blank\">planted</a>"),
        CodeRules.none(
            "a page names our styles and scripts by StaticFiles: after an update none of before is used",
            Map.of(),
            PAGES,
            "(href|src)=\"/static/",
            PLANTED,
            "<img src=\"/static/web/planted.svg\" alt=\"\">"),
        CodeRules.none(
            "every form is sent by post or asks for something",
            Map.of(),
            PAGES,
            "<form(?![^>]*\\bmethod=\"(post|get)\")[^>]*>",
            PLANTED,
            "<form action=\"/planted\">"),
        CodeRules.none(
            "the promises about confidence are written once (practice.md 5)",
            Map.of("messages/web.properties", "where they stand"),
            "app/src/main/(jte|java|resources)/.*\\.(jte|java|yaml|properties)",
            "(?i)must pass it on|said stays here|we will strike it out",
            "app/src/main/resources/engagement/planted.yaml",
            "planted: \"I must pass it on.\""),
        new LayoutRule(
            "no form puts typed words into an address (WB-06)",
            Map.of(),
            PageRules::typedIntoAddresses,
            PLANTED,
            "<form method=\"get\" action=\"/planted\"><textarea name=\"words\"></textarea></form>"));
  }

  private static final Pattern ASKING =
      Pattern.compile("(?s)<form\\b[^>]*\\bmethod=\"get\".*?</form>");

  /// A text field of only digits, and choices, are no words.
  private static final Pattern WORDS =
      Pattern.compile(
          "<textarea\\b[^>]*>|parts\\.(line|area)\\(|<option value=\"\\$\\{\\w+\\.name\\(\\)}|<input\\b(?=[^>]*\\btype=\"(text|search|email|tel)\")(?![^>]*\\binputmode=\"numeric\")[^>]*>");

  private static List<String> typedIntoAddresses(SourceTree tree) {
    var found = new ArrayList<String>();
    tree.each(
        PAGES,
        (path, text) ->
            ASKING
                .matcher(text)
                .results()
                .forEach(
                    form ->
                        WORDS
                            .matcher(form.group())
                            .results()
                            .forEach(field -> found.add(path + ": " + field.group()))));
    return found;
  }

  private static List<String> keysWithoutWords(SourceTree tree) {
    var words = new Words();
    var found = new ArrayList<String>();
    tree.each(
        "app/src/main/(jte|java)/.*\\.(jte|java)",
        (path, text) -> {
          KEY.matcher(text)
              .results()
              .forEach(
                  hit -> {
                    var keys =
                        hit.group(1).equals("count")
                            ? List.of(hit.group(2) + ".one", hit.group(2) + ".many")
                            : List.of(hit.group(2));
                    keys.stream()
                        .filter(key -> !words.has(key))
                        .forEach(key -> found.add(path + ": " + key));
                  });
          NAV.matcher(text)
              .results()
              .map(hit -> hit.group(1))
              .filter(key -> !words.has(key))
              .forEach(key -> found.add(path + ": " + key));
        });
    return found;
  }
}
