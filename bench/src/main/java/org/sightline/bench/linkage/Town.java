package org.sightline.bench.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// An invented borough: families with brothers, sisters and twins, their homes and schools.
final class Town {

  private static final double ANOTHER_CHILD = 0.35;
  private static final double TWINS = 0.015;
  private static final int CHILDREN_OF_A_SCHOOL = 600;
  private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
  private static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

  private final SplittableRandom dice;
  private final InventedNames forenames;
  private final InventedNames surnames;
  private final int schools;
  private final int postcodes;
  private final List<Child> children = new ArrayList<>();

  Town(long seed, int size, InventedNames forenames, InventedNames surnames) {
    this.dice = new SplittableRandom(seed);
    this.forenames = forenames;
    this.surnames = surnames;
    schools = Math.max(2, size / CHILDREN_OF_A_SCHOOL);
    postcodes = Math.max(20, size / 4);
    while (children.size() < size) {
      addFamily();
    }
  }

  List<Child> children() {
    return children;
  }

  String postcode(SplittableRandom with) {
    int n = with.nextInt(postcodes);
    int l = POSTCODE_LETTERS.length();
    return "%c%c%d %d%c%c"
        .formatted(
            'Z',
            POSTCODE_LETTERS.charAt(n / (l * l * 100) % l),
            n / (l * l * 10) % 10 + 1,
            n / (l * l) % 10,
            POSTCODE_LETTERS.charAt(n / l % l),
            POSTCODE_LETTERS.charAt(n % l));
  }

  private void addFamily() {
    var surname = surnames.draw(dice);
    var home = postcode(dice);
    do {
      int days = birthDay();
      int school = dice.nextInt(schools);
      children.add(child(surname, home, days, school));
      if (dice.nextDouble() < TWINS) {
        children.add(child(surname, home, days, school));
      }
    } while (dice.nextDouble() < ANOTHER_CHILD);
  }

  private Child child(String surname, String home, int days, int school) {
    return new Child(forenames.draw(dice), surname, days, home, school, upn());
  }

  private int birthDay() {
    int first = (int) LocalDate.of(2007, 9, 1).toEpochDay();
    int end = (int) LocalDate.of(2015, 9, 1).toEpochDay();
    return first + dice.nextInt(end - first);
  }

  private String upn() {
    var digits =
        String.format(Locale.ROOT, "%011d", dice.nextLong(100_000_000_000L)) + dice.nextInt(10);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (digits.charAt(i) - '0') * (i + 2);
    }
    return UPN_LETTERS.charAt(sum % 23) + digits;
  }
}
