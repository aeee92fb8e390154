package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.SetUpSteps;
import org.sightline.engagement.results.Band;
import org.sightline.engagement.results.CrossTable;
import org.sightline.web.Words;

/// One picture or list of the presenter view.
///
/// @param svg or `null`
/// @param note a sentence under it, or `null`
public record Slide(
    String heading, @Nullable String svg, List<String> lines, @Nullable String note) {

  private static final int FITTING = 8;

  public Slide {
    lines = List.copyOf(lines);
  }

  /// Every slide of a sheet that holds outward numbers only.
  static List<Slide> of(ScoreSheet sheet, Words words) {
    if (sheet.inward()) {
      throw new IllegalArgumentException("Exact small counts are never shown to a room");
    }
    return new Deck(sheet, words).slides();
  }

  private record Deck(ScoreSheet sheet, Words words) {

    List<Slide> slides() {
      var slides = new ArrayList<Slide>();
      slides.add(
          list(
              sheet.round(),
              List.of(words.say("engagement.results.made-from", sheet.day(), sheet.maps())),
              say("thanks")));
      add(slides, "aims", aims(), null);
      add(slides, "heard", sheet.heard().sentences(words), null);
      for (var floor : sheet.floors()) {
        slides.add(new Slide(floor.name(), floor.svg(), List.of(), null));
      }
      add(slides, "hottest", ranked(sheet.hottest(), "red-of"), say("hottest.note"));
      add(slides, "coolest", ranked(sheet.coolest(), "green-of"), null);
      if (!sheet.counts()) {
        add(slides, "hot", names(sheet.in(Band.HOT)), null);
        add(slides, "cool", names(sheet.in(Band.COOL)), null);
      }
      add(slides, "mixed", names(sheet.mixedViews()), say("mixed.note"));
      add(slides, "adults", lines(sheet.adults()), null);
      add(slides, "watched", lines(sheet.watched()), null);
      add(slides, "years", lines(sheet.otherYears()), null);
      add(slides, "ideas-students", sheet.ideas(true), null);
      add(slides, "ideas-staff", sheet.ideas(false), null);
      slides.add(list(say("next.heading"), List.of(say("next.one"), say("next.two")), null));
      return slides;
    }

    private void add(List<Slide> slides, String key, List<String> lines, @Nullable String note) {
      if (!lines.isEmpty()) {
        var some = new ArrayList<>(lines.subList(0, Math.min(FITTING, lines.size())));
        if (lines.size() > FITTING) {
          some.add(words.count("engagement.results.presenting.more", lines.size() - FITTING));
        }
        slides.add(list(say(key + ".heading"), some, note));
      }
    }

    private static List<String> aims() {
      return SetUpSteps.shipped().aims().stream().map(SetUpSteps.Aim::text).toList();
    }

    private List<String> ranked(List<ScoreSheet.Ranked> places, String key) {
      Function<ScoreSheet.Ranked, String> line =
          each ->
              words.say(
                  "engagement.results." + key, each.rank(), each.zone(), each.count(), each.maps());
      return places.stream().map(line).toList();
    }

    private static List<String> names(List<ZoneScore> zones) {
      return zones.stream().map(ZoneScore::name).toList();
    }

    private static List<String> lines(List<CrossTable.Line> lines) {
      return lines.stream().map(CrossTable.Line::sentence).toList();
    }

    private static Slide list(String heading, List<String> lines, @Nullable String note) {
      return new Slide(heading, null, lines, note);
    }

    private String say(String key) {
      return words.say("engagement.results.presenting." + key);
    }
  }
}
