package org.sightline.linkage.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// Two lists of invented people with slips, one person many times over, and rows that are refused.
final class InventedLists {

  private static final String[] FORENAMES = {
    "Ann", "Anna", "William", "Bill", "Zoe", "Ida", "Mohammed", "Muhammad", "Jasmine", "Oskar"
  };

  private InventedLists() {}

  static List<Path> in(Path directory, int rows) throws IOException {
    var dice = new SplittableRandom(5);
    var police = new StringBuilder("forename,surname,dob,postcode,school\n");
    var health = new StringBuilder("forename,surname,dob,postcode,school\n");
    for (int i = 0; i < rows; i++) {
      var surname = "S" + word(dice, 4);
      int day = 1 + dice.nextInt(28);
      int month = 1 + dice.nextInt(12);
      var home =
          "LU%d %dA%c".formatted(1 + dice.nextInt(9), dice.nextInt(9), 'B' + dice.nextInt(8));
      var forename = FORENAMES[dice.nextInt(FORENAMES.length)];
      police.append(row(forename, surname, day, month, home, dice));
      if (dice.nextInt(3) > 0) {
        health.append(row(forename, surname, day, month, home, dice));
      }
      if (i % 10 == 0) {
        health.append("Kim,Often,04/05/2010,LU1 1AA,Hill\n");
      }
    }
    health.append("Zoe,one cell too few\n");
    return List.of(
        Files.writeString(directory.resolve("police.csv"), police),
        Files.writeString(directory.resolve("health.csv"), health));
  }

  private static String row(
      String forename, String surname, int day, int month, String home, SplittableRandom dice) {
    var changed = dice.nextInt(6) == 0 ? surname.substring(0, 3) + word(dice, 1) : surname;
    return "%s,%s,%02d/%02d/2010,%s,%s%n"
        .formatted(
            forename,
            changed,
            dice.nextInt(20) == 0 ? month : day,
            dice.nextInt(20) == 0 ? 1 + day % 12 : month,
            dice.nextInt(7) == 0 ? "" : home,
            dice.nextInt(2) == 0 ? "" : "Hill " + month);
  }

  private static String word(SplittableRandom dice, int letters) {
    var word = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      word.append((char) ('a' + dice.nextInt(12)));
    }
    return word.toString();
  }
}
