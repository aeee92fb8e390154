package org.sightline.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.weighing.Model;

/// The textbook, slowly: every pair, every value as text, every formula written out. It shares the
/// model and the names of the levels with the engine and nothing else.
final class SlowReference {

  record Person(String forename, String surname, String date, String postcode) {}

  /// What stands above the weight.
  ///
  /// @param upns for each person a pupil number, or nothing
  /// @param onFreeList how many of the first people are on a list that holds nobody twice
  /// @param same two people judged the same, or nobody
  /// @param different two people judged different, or nobody
  record Above(List<String> upns, int onFreeList, List<Integer> same, List<Integer> different) {}

  private final List<Person> people;
  private final Model model;
  private final Above above;

  SlowReference(List<Person> people, Model model) {
    this(people, model, new Above(people.stream().map(p -> "").toList(), 0, List.of(), List.of()));
  }

  SlowReference(List<Person> people, Model model, Above above) {
    this.people = people;
    this.model = model;
    this.above = above;
  }

  double weight(int i, int j) {
    int settled = settled(i, j);
    return settled != 0 ? 60 * settled : weightOfFields(i, j);
  }

  private int settled(int i, int j) {
    var a = above.upns().get(i);
    var b = above.upns().get(j);
    return a.isEmpty() || b.isEmpty() ? 0 : a.equals(b) ? 1 : -1;
  }

  private double weightOfFields(int i, int j) {
    var a = people.get(i);
    var b = people.get(j);
    var forename = forename(a.forename(), b.forename());
    var surname = surname(a.surname(), b.surname());
    if ((forename == Level.DIFFERENT || surname == Level.DIFFERENT) && areSwapped(a, b)) {
      forename = Level.SWAPPED;
      surname = Level.SWAPPED;
    }
    var date = date(a.date(), b.date());
    var postcode = postcode(a.postcode(), b.postcode());
    double lambda = model.probabilityTwoRandomRecordsMatch();
    double f =
        bits(Field.FORENAME, forename) + rarity(Field.FORENAME, forename, a, Person::forename);
    double born = bits(Field.BIRTH_DATE, date) + rarity(Field.BIRTH_DATE, date, a, Person::date);
    double home =
        bits(Field.SURNAME, surname)
            + rarity(Field.SURNAME, surname, a, Person::surname)
            + bits(Field.POSTCODE, postcode)
            + rarity(Field.POSTCODE, postcode, a, Person::postcode);
    double weight = log2(lambda / (1 - lambda)) + f + born + home;
    if (Set.of(Level.CLOSE, Level.SIMILAR, Level.DIFFERENT).contains(forename)
        && Set.of(Level.EXACT, Level.CLOSE, Level.PARTLY).contains(surname)) {
      double twins = 0.02 / people.size() * Math.pow(2, home + born);
      double siblings = 0.5 / people.size() * Math.pow(2, home);
      double mixed = weight - log2(1 + twins + siblings);
      weight = date == Level.MISSING ? Math.max(mixed, Math.min(weight, -3.1)) : mixed;
    }
    return weight;
  }

  /// Links from the heaviest to the lightest; two groups become one when the mean over all their
  /// pairs, none above 20 bits nor below -20, speaks for it.
  int[] personOf() {
    int n = people.size();
    record Link(int a, int b, float weight) {}
    var links = new ArrayList<Link>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        links.add(new Link(i, j, (float) weight(i, j)));
      }
    }
    links.sort((x, y) -> Float.compare(y.weight(), x.weight()));
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      group[i] = i;
    }
    if (!above.same().isEmpty()) {
      group[above.same().get(1)] = group[above.same().get(0)];
    }
    for (var link : links) {
      if (link.weight() < log2(9)
          || group[link.a()] == group[link.b()]
          || areKeptApart(group, group[link.a()], group[link.b()])) {
        continue;
      }
      int from = group[link.b()];
      int into = group[link.a()];
      double sum = 0;
      int pairs = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (group[i] == into && group[j] == from) {
            sum += Math.clamp(weight(Math.min(i, j), Math.max(i, j)), -20, 20);
            pairs++;
          }
        }
      }
      boolean identical =
          people.get(link.a()).equals(people.get(link.b()))
              && above.upns().get(link.a()).equals(above.upns().get(link.b()));
      if (pairs == 1 || identical || link.weight() >= 60 || sum / pairs > 0) {
        for (int i = 0; i < n; i++) {
          group[i] = group[i] == from ? into : group[i];
        }
      }
    }
    return numbered(group);
  }

  private boolean areKeptApart(int[] group, int a, int b) {
    boolean free = false;
    boolean judged = false;
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < group.length; j++) {
        boolean between = group[i] == a && group[j] == b;
        free |= between && i < above.onFreeList() && j < above.onFreeList();
        judged |=
            between
                && !above.different().isEmpty()
                && Set.of(i, j).equals(Set.copyOf(above.different()));
      }
    }
    int upnA = upn(group, a);
    int upnB = upn(group, b);
    return free || judged || upnA != 0 && upnB != 0 && upnA != upnB;
  }

  /// Of several pupil numbers, which only a judgement brings into one group, that seen last first.
  private int upn(int[] group, int of) {
    var seen = new ArrayList<String>();
    int last = 0;
    for (int i = 0; i < group.length; i++) {
      var upn = above.upns().get(i);
      if (!upn.isEmpty() && !seen.contains(upn)) {
        seen.add(upn);
      }
      last = group[i] == of ? Math.max(last, seen.indexOf(upn) + 1) : last;
    }
    return last;
  }

  private static int[] numbered(int[] group) {
    var seen = new ArrayList<Integer>();
    int[] numbers = new int[group.length];
    for (int i = 0; i < group.length; i++) {
      if (!seen.contains(group[i])) {
        seen.add(group[i]);
      }
      numbers[i] = seen.indexOf(group[i]);
    }
    return numbers;
  }

  private double bits(Field field, Level level) {
    return model.of(field).levels().stream()
        .filter(l -> l.level() == level)
        .mapToDouble(l -> log2(l.m() / l.u()))
        .findFirst()
        .orElse(0);
  }

  private double rarity(Field field, Level level, Person of, Function<Person, String> value) {
    if (level != Level.EXACT) {
      return 0;
    }
    double u = model.of(field).levels().getFirst().u();
    long all = people.stream().filter(p -> !value.apply(p).isEmpty()).count();
    long same = people.stream().filter(p -> value.apply(p).equals(value.apply(of))).count();
    double frequency = (same - 2 + 1) / (all - 2 + 1 / u);
    return Math.max(-4, log2(u / frequency));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static Level forename(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.MISSING;
    }
    if (a.equals(b)) {
      return Level.EXACT;
    }
    if (Set.of(a, b).equals(Set.of("william", "bill"))
        || Set.of(a, b).equals(Set.of("ann", "anna"))) {
      return Level.SAME_NAME;
    }
    return text(a, b);
  }

  private static Level surname(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.MISSING;
    }
    if (a.equals(b)) {
      return Level.EXACT;
    }
    var like = text(a, b);
    if (like == Level.CLOSE) {
      return like;
    }
    if (Set.of(a, b).equals(Set.of("smith", "smith jones"))) {
      return Level.PARTLY;
    }
    return like;
  }

  private static boolean areSwapped(Person a, Person b) {
    if (a.forename().isEmpty()
        || a.surname().isEmpty()
        || b.forename().isEmpty()
        || b.surname().isEmpty()) {
      return false;
    }
    boolean first = a.forename().equals(b.surname());
    boolean second = a.surname().equals(b.forename());
    return (first || second)
        && (first || isAlike(a.forename(), b.surname()))
        && (second || isAlike(a.surname(), b.forename()));
  }

  private static boolean isAlike(String a, String b) {
    var level = surname(a, b);
    return level == Level.EXACT
        || level == Level.CLOSE
        || level == Level.PARTLY
        || level == Level.SIMILAR
        || forename(a, b) == Level.SAME_NAME;
  }

  private static Level text(String a, String b) {
    if (Math.min(a.length(), b.length()) > 3 && distance(a, b) == 1) {
      return Level.CLOSE;
    }
    double similarity = jaroWinkler(a, b);
    return similarity >= 0.92 ? Level.CLOSE : similarity >= 0.8 ? Level.SIMILAR : Level.DIFFERENT;
  }

  private static Level date(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.MISSING;
    }
    if (a.equals(b)) {
      return Level.EXACT;
    }
    var swapped = b.substring(0, 4) + b.substring(6) + b.substring(4, 6);
    if (a.equals(swapped)) {
      return Level.DAY_MONTH;
    }
    if (distance(a, b) == 1) {
      return Level.ONE_DIGIT;
    }
    int parts = 0;
    parts += a.substring(0, 4).equals(b.substring(0, 4)) ? 1 : 0;
    parts += a.substring(4, 6).equals(b.substring(4, 6)) ? 1 : 0;
    parts += a.substring(6).equals(b.substring(6)) ? 1 : 0;
    if (parts == 2) {
      return Level.TWO_PARTS;
    }
    var format = java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
    long days =
        java.time.temporal.ChronoUnit.DAYS.between(
            java.time.LocalDate.parse(a, format), java.time.LocalDate.parse(b, format));
    return Math.abs(days) <= 366 ? Level.ONE_YEAR : Level.DIFFERENT;
  }

  private static Level postcode(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.MISSING;
    }
    if (a.equals(b)) {
      return Level.EXACT;
    }
    if (distance(a, b) == 1) {
      return Level.ONE_DIGIT;
    }
    if (a.length() == b.length() && a.regionMatches(0, b, 0, a.length() - 2)) {
      return Level.SECTOR;
    }
    return a.length() == b.length() && a.regionMatches(0, b, 0, a.length() - 3)
        ? Level.DISTRICT
        : Level.DIFFERENT;
  }

  /// Optimal string alignment by recursion: the same as Damerau–Levenshtein as far as one edit
  /// goes.
  private static int distance(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static double jaroWinkler(String a, String b) {
    int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    var takenOfB = new TreeSet<Integer>();
    var matchedA = new StringBuilder();
    for (int i = 0; i < a.length(); i++) {
      for (int j = Math.max(0, i - window); j <= Math.min(b.length() - 1, i + window); j++) {
        if (a.charAt(i) == b.charAt(j) && takenOfB.add(j)) {
          matchedA.append(a.charAt(i));
          break;
        }
      }
    }
    if (matchedA.isEmpty()) {
      return 0;
    }
    var matchedB = new StringBuilder();
    takenOfB.forEach(j -> matchedB.append(b.charAt(j)));
    int out = 0;
    for (int k = 0; k < matchedA.length(); k++) {
      out += matchedA.charAt(k) == matchedB.charAt(k) ? 0 : 1;
    }
    double c = matchedA.length();
    double jaro = (c / a.length() + c / b.length() + (c - out / 2) / c) / 3;
    int start = 0;
    while (start < 4
        && start < Math.min(a.length(), b.length())
        && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    return jaro > 0.7 ? jaro + start * 0.1 * (1 - jaro) : jaro;
  }
}
