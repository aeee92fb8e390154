package org.sightline.bench.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/// Invented names with other ways to write them, none of them from a table of anybody's: a short
/// form, a spelling by ear, an initial.
final class OtherNames {

  private static final String[] FIRST = {
    "Ab", "Be", "Chi", "Da", "Em", "Fi", "Ga", "Ho", "Iv", "Ja", "Ke", "Lu", "Mo", "Ni", "Ol",
    "Pha", "Ru", "Sha", "Ty", "Va", "Wi", "Ya", "Ze", "Cy", "Thi", "Ro", "Sy", "Mi", "Ka", "Da"
  };
  private static final String[] MIDDLE = {
    "", "ra", "li", "ni", "bee", "sso", "ko", "du", "phi", "me"
  };
  private static final String[] LAST = {
    "na", "ck", "s", "lle", "th", "ram", "dy", "ya", "x", "nce", "l", "mie", "ffrey", "zah", "que"
  };
  private static final String[] LANDS = {
    "Wend", "Thar", "Ock", "Brem", "Quill", "Hass", "Njo", "Petr", "Sand", "Vask", "Adey", "Mool",
    "Ferr", "Grish", "Kow", "Litt", "Rahm", "Chow", "Osel", "Dunk"
  };
  private static final String[] PLACES = {
    "ler", "ani", "over", "stone", "ski", "ez", "idge", "ant", "emi", "ova", "y", "an", "ster",
    "wick", "oku", "dar", "ison", "elli", "ham", "inen", "ado", "i", "er", "mann", "kar"
  };
  private static final String[][] BY_EAR = {
    {"ph", "f"},
    {"ck", "k"},
    {"y", "ie"},
    {"que", "ke"},
    {"sh", "sch"},
    {"ee", "i"},
    {"th", "t"},
    {"c", "s"},
    {"z", "s"},
    {"ss", "s"},
    {"ll", "l"},
    {"ah", "a"}
  };
  private static final double DOUBLE_SURNAME = 0.05;

  private final List<String> forenames = new ArrayList<>();
  private final List<String> surnames = new ArrayList<>();

  OtherNames() {
    var all = new LinkedHashSet<String>();
    var surnamesOfAll = new LinkedHashSet<String>();
    var dice = new SplittableRandom(101);
    while (all.size() < 1800) {
      all.add(of(FIRST, dice) + of(MIDDLE, dice) + of(LAST, dice));
    }
    while (surnamesOfAll.size() < 9000) {
      var land = of(LANDS, dice);
      surnamesOfAll.add(
          dice.nextInt(3) == 0
              ? land + of(PLACES, dice)
              : land + (char) ('a' + dice.nextInt(26)) + of(MIDDLE, dice) + of(PLACES, dice));
    }
    forenames.addAll(all);
    surnames.addAll(surnamesOfAll);
  }

  /// The lower its number, the more frequent a name is.
  int forename(SplittableRandom dice) {
    return (int) (Math.pow(dice.nextDouble(), 2.2) * forenames.size());
  }

  int otherThan(int forename) {
    return (forename + 1) % forenames.size();
  }

  String surname(SplittableRandom dice) {
    var one = oneSurname(dice);
    return dice.nextDouble() < DOUBLE_SURNAME ? one + "-" + oneSurname(dice) : one;
  }

  private String oneSurname(SplittableRandom dice) {
    return surnames.get((int) (Math.pow(dice.nextDouble(), 1.8) * surnames.size()));
  }

  /// @param otherwise whether it is to be written in another way
  String written(int forename, boolean otherwise, SplittableRandom dice) {
    var name = forenames.get(forename);
    if (!otherwise) {
      return name;
    }
    int way = dice.nextInt(10);
    if (way == 0) {
      return name.substring(0, 1);
    }
    if (way <= 4 && name.length() > 4) {
      return name.substring(0, 3) + (way <= 2 ? "" : "y");
    }
    for (var heard : BY_EAR) {
      if (name.contains(heard[0])) {
        return name.replace(heard[0], heard[1]);
      }
    }
    return name + "h";
  }

  private static String of(String[] parts, SplittableRandom dice) {
    return parts[dice.nextInt(parts.length)];
  }
}
