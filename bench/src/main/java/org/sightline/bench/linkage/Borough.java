package org.sightline.bench.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/// Makes the lists that agencies of an invented borough would hold, with the errors such lists
/// have, and keeps the truth. The same seed makes the same lists.
public final class Borough {

  /// Names where the table of nicknames knows other forms: the formal one first.
  private final Map<String, List<String>> formsOf = new HashMap<>();

  private final SplittableRandom dice;
  private final Errors errors;
  private final Town town;

  /// @param errors how often each kind of error comes up
  public Borough(long seed, int children, Errors errors, List<String> nicknameLines) {
    var frequent = new ArrayList<String>();
    for (var line : nicknameLines) {
      if (!line.startsWith("#") && line.chars().allMatch(c -> c < 128) && !line.isBlank()) {
        var forms = List.of(line.split(","));
        frequent.add(capital(forms.getFirst()));
        formsOf.put(capital(forms.getFirst()), forms);
      }
    }
    // Few of the frequent names at the very top, the others among invented ones.
    Collections.shuffle(frequent, new Random(17));
    this.dice = new SplittableRandom(seed * 31 + 7);
    this.errors = errors;
    this.town =
        new Town(
            seed,
            children,
            InventedNames.forenames(frequent, 2500),
            InventedNames.surnames(20_000));
  }

  /// One list: some of the children, some of them more than once.
  ///
  /// @param share how likely a child is on it
  /// @param again how likely a child that is on it is on it once more, and again once more
  /// @param withUpn whether it holds the unique pupil number
  /// @return for each row the number of the child it is about
  public int[] write(Path file, double share, double again, boolean withUpn) {
    var truth = new ArrayList<Integer>();
    try (var out = Files.newBufferedWriter(file)) {
      out.write("forename,surname,date_of_birth,postcode,school" + (withUpn ? ",upn" : "") + "\n");
      var order = order(share, again);
      for (int child : order) {
        writeRow(out, town.children().get(child), withUpn);
        truth.add(child);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return truth.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] order(double share, double again) {
    var rows = new ArrayList<Integer>();
    for (int child = 0; child < town.children().size(); child++) {
      if (dice.nextDouble() < share) {
        do {
          rows.add(child);
        } while (dice.nextDouble() < again);
      }
    }
    for (int i = rows.size() - 1; i > 0; i--) {
      int j = dice.nextInt(i + 1);
      int held = rows.get(i);
      rows.set(i, rows.get(j));
      rows.set(j, held);
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private void writeRow(BufferedWriter out, Child child, boolean withUpn) throws IOException {
    var forename = child.forename();
    if (chance(errors.otherForm()) && formsOf.containsKey(forename)) {
      var forms = formsOf.get(forename);
      forename = capital(forms.get(dice.nextInt(forms.size())));
    }
    var surname = chance(errors.otherSurname()) ? townName() : child.surname();
    forename = chance(errors.slip()) ? slip(forename) : forename;
    surname = chance(errors.slip()) ? slip(surname) : surname;
    boolean swapped = chance(errors.swappedNames());
    out.write(swapped ? surname : forename);
    out.write(',');
    out.write(swapped ? forename : surname);
    out.write(',');
    out.write(birthDate(child));
    out.write(',');
    out.write(
        chance(errors.noPostcode())
            ? ""
            : chance(errors.moved()) ? town.postcode(dice) : child.postcode());
    out.write(',');
    out.write(chance(errors.noSchool()) ? "" : school(child.school()));
    if (withUpn) {
      out.write(',');
      out.write(child.upn());
    }
    out.write('\n');
  }

  private String birthDate(Child child) {
    if (chance(errors.noBirthDate())) {
      return "";
    }
    var date = LocalDate.ofEpochDay(child.days());
    int day = date.getDayOfMonth();
    int month = date.getMonthValue();
    int year = date.getYear();
    if (chance(errors.swappedDayAndMonth()) && day <= 12) {
      int held = day;
      day = month;
      month = held;
    } else if (chance(errors.slipInDate())) {
      switch (dice.nextInt(3)) {
        case 0 -> day = dice.nextInt(28) + 1;
        case 1 -> month = dice.nextInt(12) + 1;
        default -> year += dice.nextBoolean() ? 1 : -1;
      }
    }
    return two(day) + "/" + two(month) + "/" + year;
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }

  private static String school(int number) {
    return "Invented School "
        + (char) ('A' + number % 26)
        + (char) ('a' + number / 26 % 26)
        + number;
  }

  private String townName() {
    return town.children().get(dice.nextInt(town.children().size())).surname();
  }

  private String slip(String word) {
    if (word.length() < 3) {
      return word;
    }
    int at = 1 + dice.nextInt(word.length() - 1);
    char other = (char) ('a' + dice.nextInt(26));
    return switch (dice.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + other + word.substring(at);
      case 2 -> word.substring(0, at) + other + word.substring(at + 1);
      default ->
          at + 1 < word.length()
              ? word.substring(0, at)
                  + word.charAt(at + 1)
                  + word.charAt(at)
                  + word.substring(at + 2)
              : word + other;
    };
  }

  private boolean chance(double of) {
    return dice.nextDouble() < of;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
