package org.sightline.bench.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A borough made in another way, which knows nothing of the engine: not its table of nicknames,
/// not its levels, not its shares of errors. Names and their variants are its own ([OtherNames]);
/// slips fall on neighbouring keys, are heard wrongly or doubled; families are larger, and some
/// homes hold two of them. The same seed makes the same lists.
public final class OtherBorough {

  private static final String[] ROWS_OF_KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  private static final double SLIP = 0.05;
  private static final double OTHER_FORM = 0.12;
  private static final double SECOND_FORENAME = 0.06;
  private static final double OTHER_SURNAME = 0.03;
  private static final double HALF_OF_A_DOUBLE_SURNAME = 0.5;
  private static final double SWAPPED_NAMES = 0.01;
  private static final double NO_BIRTH_DATE = 0.05;
  private static final double SLIP_IN_DATE = 0.03;
  private static final double NO_POSTCODE = 0.15;
  private static final double MOVED = 0.10;
  private static final double NO_SCHOOL = 0.40;
  private static final double[] CHILDREN_OF_A_FAMILY = {0.42, 0.80, 0.93, 0.98, 1};
  private static final double TWINS = 0.016;

  private record Person(
      int forename, String surname, int year, int month, int day, String home, String school) {}

  private final SplittableRandom dice;
  private final OtherNames names;
  private final List<Person> people = new ArrayList<>();
  private final int homes;
  private final int schools;

  public OtherBorough(long seed, int children) {
    dice = new SplittableRandom(seed * 7919 + 3);
    names = new OtherNames();
    homes = Math.max(30, children / 3);
    schools = Math.max(2, children / 450);
    while (people.size() < children) {
      addFamily();
    }
  }

  /// One list, as [Borough#write] makes it.
  public int[] write(Path file, double share, double again) {
    var truth = new ArrayList<Integer>();
    try (var out = Files.newBufferedWriter(file)) {
      out.write("First name(s),Family name,Date of birth (dd/mm/yyyy),Post code,School\n");
      for (int row : order(share, again)) {
        write(out, people.get(row));
        truth.add(row);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return truth.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<Integer> order(double share, double again) {
    var rows = new ArrayList<Integer>();
    for (int person = 0; person < people.size(); person++) {
      if (chance(share)) {
        do {
          rows.add(dice.nextInt(rows.size() + 1), person);
        } while (chance(again));
      }
    }
    return rows;
  }

  private void addFamily() {
    var surname = names.surname(dice);
    var home = home();
    double size = dice.nextDouble();
    int children = 1;
    while (size > CHILDREN_OF_A_FAMILY[children - 1]) {
      children++;
    }
    int year = 2006 + dice.nextInt(5);
    for (int child = 0; child < children; child++) {
      int month = 1 + dice.nextInt(12);
      int day = 1 + dice.nextInt(month == 2 ? 28 : 30);
      var school = "Other School " + (char) ('A' + dice.nextInt(schools) % 26) + dice.nextInt(3);
      int forename = names.forename(dice);
      people.add(new Person(forename, surname, year, month, day, home, school));
      if (chance(TWINS)) {
        int other = names.forename(dice);
        people.add(
            new Person(
                other == forename ? names.otherThan(forename) : other,
                surname,
                year,
                month,
                day,
                home,
                school));
      }
      year += 1 + dice.nextInt(3);
    }
  }

  private String home() {
    int n = dice.nextInt(homes);
    return "QQ%d %d%c%c".formatted(1 + n / 4000, n / 400 % 10, 'A' + n / 20 % 20, 'D' + n % 20);
  }

  private void write(BufferedWriter out, Person of) throws IOException {
    var forename = names.written(of.forename(), chance(OTHER_FORM), dice);
    if (chance(SECOND_FORENAME)) {
      forename += " " + names.written(names.forename(dice), false, dice);
    }
    var surname = chance(OTHER_SURNAME) ? names.surname(dice) : of.surname();
    int dash = surname.indexOf('-');
    if (dash > 0 && chance(HALF_OF_A_DOUBLE_SURNAME)) {
      surname = dice.nextBoolean() ? surname.substring(0, dash) : surname.substring(dash + 1);
    }
    forename = chance(SLIP) ? slip(forename) : forename;
    surname = chance(SLIP) ? slip(surname) : surname;
    boolean swapped = chance(SWAPPED_NAMES);
    var postcode = chance(NO_POSTCODE) ? "" : chance(MOVED) ? home() : of.home();
    out.write(
        String.join(
            ",",
            swapped ? surname : forename,
            swapped ? forename : surname,
            chance(NO_BIRTH_DATE) ? "" : date(of),
            dice.nextInt(8) == 0 ? postcode.toLowerCase(Locale.ROOT).replace(" ", "") : postcode,
            chance(NO_SCHOOL) ? "" : of.school()));
    out.write('\n');
  }

  private String date(Person of) {
    int[] parts = {of.day(), of.month(), of.year()};
    if (chance(SLIP_IN_DATE)) {
      switch (dice.nextInt(4)) {
        case 0 -> parts[0] = Math.clamp(parts[0] + (dice.nextBoolean() ? 1 : -1), 1, 28);
        case 1 -> parts[1] = 1 + (parts[1] + 5) % 12;
        case 2 -> parts[2] = parts[2] + (dice.nextBoolean() ? 1 : -1);
        default -> {
          if (parts[0] <= 12) {
            int held = parts[0];
            parts[0] = parts[1];
            parts[1] = held;
          }
        }
      }
    }
    return "%02d/%02d/%d".formatted(parts[0], parts[1], parts[2]);
  }

  /// A neighbouring key, a letter twice or not at all, or two letters in the wrong order.
  private String slip(String word) {
    int at = dice.nextInt(word.length());
    char c = Character.toLowerCase(word.charAt(at));
    return switch (dice.nextInt(5)) {
      case 0, 1 -> word.substring(0, at) + neighbour(c) + word.substring(at + 1);
      case 2 -> word.substring(0, at) + c + word.substring(at);
      case 3 -> word.length() > 2 ? word.substring(0, at) + word.substring(at + 1) : word;
      default ->
          at + 1 < word.length()
              ? word.substring(0, at) + word.charAt(at + 1) + c + word.substring(at + 2)
              : word;
    };
  }

  private char neighbour(char c) {
    for (var row : ROWS_OF_KEYS) {
      int at = row.indexOf(c);
      if (at >= 0) {
        return row.charAt(
            at == 0 ? 1 : at == row.length() - 1 ? at - 1 : at + (dice.nextBoolean() ? 1 : -1));
      }
    }
    return 'e';
  }

  private boolean chance(double of) {
    return dice.nextDouble() < of;
  }
}
