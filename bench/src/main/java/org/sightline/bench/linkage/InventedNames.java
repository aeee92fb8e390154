package org.sightline.bench.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/// Names made of syllables, a few of them frequent and most of them rare, as real ones are.
/// Forenames begin with the names of the table of nicknames, so that forms of them come up.
final class InventedNames {

  private static final String[] BEGINNINGS = {
    "Bar", "Cal", "Dor", "El", "Fen", "Gar", "Hal", "Is", "Jor", "Kel", "Lor", "Mar", "Nor", "Os",
    "Pel", "Quin", "Ros", "Sel", "Tor", "Ul", "Ver", "Wil", "Yar", "Zan", "Ash", "Brin", "Cor",
    "Dun", "Ed", "Far"
  };
  private static final String[] MIDDLES = {
    "a", "e", "i", "o", "u", "ba", "de", "gi", "lo", "mu", "na", "re", "si", "to", "ve", "wy", "an",
    "en", "in", "on", "ar", "er", "il", "or", "as"
  };
  private static final String[] ENDINGS = {
    "by", "cote", "dale", "den", "ford", "gate", "ham", "ick", "kirk", "ley", "man", "ner", "ock",
    "port", "quist", "ridge", "shaw", "ton", "ule", "vane", "well", "worth", "yard", "zell", "more"
  };
  private static final String[] SOFT_ENDINGS = {
    "a", "ah", "an", "el", "en", "ette", "ia", "in", "is", "la", "lin", "na", "on", "or", "ra",
    "rin", "son", "us", "wen", "yn"
  };

  private final List<String> names;
  private final double[] upTo;

  private InventedNames(List<String> names, int flatness, double steepness) {
    this.names = names;
    upTo = new double[names.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += Math.pow(i + flatness, -steepness);
      upTo[i] = sum;
    }
  }

  static InventedNames forenames(List<String> frequent, int count) {
    var names = new LinkedHashSet<>(frequent);
    addMade(names, count, SOFT_ENDINGS, 11);
    return new InventedNames(new ArrayList<>(names), 10, 0.9);
  }

  static InventedNames surnames(int count) {
    var names = new LinkedHashSet<String>();
    addMade(names, count, ENDINGS, 13);
    return new InventedNames(new ArrayList<>(names), 15, 0.85);
  }

  String draw(SplittableRandom dice) {
    int at = Arrays.binarySearch(upTo, dice.nextDouble() * upTo[upTo.length - 1]);
    return names.get(Math.min(at < 0 ? -at - 1 : at, names.size() - 1));
  }

  private static void addMade(LinkedHashSet<String> names, int count, String[] endings, long seed) {
    var dice = new SplittableRandom(seed);
    while (names.size() < count) {
      var name = new StringBuilder(of(BEGINNINGS, dice));
      for (int i = dice.nextInt(names.size() < count / 4 ? 2 : 3); i > 0; i--) {
        name.append(of(MIDDLES, dice));
      }
      names.add(name.append(of(endings, dice)).toString());
    }
  }

  private static String of(String[] parts, SplittableRandom dice) {
    return parts[dice.nextInt(parts.length)];
  }
}
