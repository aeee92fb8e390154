package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Somebody who lays sentences such as "Of 3 zones without surveillance, 2 are hot, 0 mixed and 1
/// cool." beside the rows of the places, knows which places each sentence is about, and knows that
/// a place is counted for certain when its own row settles its band. Of a place whose row does not,
/// it may have been counted or not. Tries every way to count, and keeps what fits.
record CrossReading(JointAttack attack) {

  private static final Pattern SENTENCE =
      Pattern.compile(
          "Of \\d+ zones? (.*), (\\d+) (?:is|are) hot, (\\d+) mixed and (\\d+) cool\\.");
  private static final List<String> COUNTED = List.of("hot", "mixed", "cool");

  /// One place.
  ///
  /// @param printed its row, as in [JointAttack.Seen]
  /// @param labels of the sentences that speak of it, if it is counted
  record Place(List<String> printed, int maps, Set<String> labels) {}

  private record Said(String label, String band, int count) {}

  private record Choice(String band, boolean counted) {}

  /// For each place, the bands its marks can have: "hot", "mixed", "cool" and "none".
  List<Set<String>> read(List<Place> places, List<String> sentences) {
    var choices = places.stream().map(this::choices).toList();
    var said = said(places, sentences);
    var left = new ArrayList<Set<String>>();
    places.forEach(_ -> left.add(new TreeSet<>()));
    tryAll(places, choices, said, new ArrayList<>(), left);
    if (left.getFirst().isEmpty()) {
      throw new IllegalStateException("No way to count fits: the reader is wrong");
    }
    return left;
  }

  private List<Choice> choices(Place place) {
    var bands = new TreeSet<String>();
    for (var cells : JointAttack.tables(place.maps())) {
      if (attack.fits(place.printed(), cells)) {
        bands.add(attack.band(cells));
      }
    }
    var choices = new ArrayList<Choice>();
    for (var band : bands) {
      boolean settled = bands.size() == 1;
      if (COUNTED.contains(band)) {
        choices.add(new Choice(band, true));
      }
      if (!settled || !COUNTED.contains(band)) {
        choices.add(new Choice(band, false));
      }
    }
    return choices;
  }

  /// A label without a sentence counts nothing.
  private static List<Said> said(List<Place> places, List<String> sentences) {
    var said = new ArrayList<Said>();
    var silent = new TreeSet<String>();
    places.forEach(place -> silent.addAll(place.labels()));
    for (var sentence : sentences) {
      var read = SENTENCE.matcher(sentence);
      if (!read.matches()) {
        throw new IllegalArgumentException("Cannot be read: " + sentence);
      }
      silent.remove(read.group(1));
      for (int at = 0; at < COUNTED.size(); at++) {
        said.add(new Said(read.group(1), COUNTED.get(at), Integer.parseInt(read.group(at + 2))));
      }
    }
    silent.forEach(label -> COUNTED.forEach(band -> said.add(new Said(label, band, 0))));
    return said;
  }

  private static void tryAll(
      List<Place> places,
      List<List<Choice>> choices,
      List<Said> said,
      List<Choice> chosen,
      List<Set<String>> left) {
    if (chosen.size() == places.size()) {
      if (said.stream().allMatch(each -> counted(places, chosen, each) == each.count())) {
        for (int at = 0; at < chosen.size(); at++) {
          left.get(at).add(chosen.get(at).band());
        }
      }
      return;
    }
    for (var choice : choices.get(chosen.size())) {
      chosen.add(choice);
      tryAll(places, choices, said, chosen, left);
      chosen.removeLast();
    }
  }

  private static int counted(List<Place> places, List<Choice> chosen, Said said) {
    int counted = 0;
    for (int at = 0; at < chosen.size(); at++) {
      var choice = chosen.get(at);
      boolean meant = places.get(at).labels().contains(said.label());
      counted += meant && choice.counted() && choice.band().equals(said.band()) ? 1 : 0;
    }
    return counted;
  }
}
