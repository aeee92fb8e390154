package org.sightline.bench.linkage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody tells Splink before it begins: how columns are made of the file, how they are
/// compared, and which pairs are looked at. The levels are those of its own library, the blocking
/// and training as in its examples, fitted to the columns of the file.
///
/// @param columns the columns of the table that is linked
/// @param blocking a pair is looked at if one of them holds
/// @param certain rules that hold of nobody but one person, for how likely two records match
/// @param recall how many of all matches those find
/// @param training blocks on which m is learned; what stands in one is not learned from it
record SplinkModel(
    List<Column> columns,
    List<Comparison> comparisons,
    List<String> blocking,
    List<String> certain,
    double recall,
    List<Training> training) {

  /// @param from the SQL that makes it of the columns of the file
  record Column(String name, String from) {}

  /// @param frequent the column whose frequencies count at this level, if any
  record Level(String condition, @Nullable String frequent) {}

  /// @param missing when it says nothing
  /// @param helpers worked out once for each pair, as `name` and SQL
  /// @param levels from the best downwards; else is added
  record Comparison(
      String name, String missing, List<Column> helpers, List<Level> levels, Set<String> uses) {}

  record Training(String rule, Set<String> uses) {}

  /// Names, birth date, postcode and school of an invented borough.
  static SplinkModel ofBorough() {
    return new SplinkModel(
        List.of(
            new Column("f", "nullif(lower(trim(forename)), '')"),
            new Column("s", "nullif(lower(trim(surname)), '')"),
            new Column("d", "try_strptime(date_of_birth, '%d/%m/%Y')::date"),
            new Column("ds", "strftime(try_strptime(date_of_birth, '%d/%m/%Y'), '%Y-%m-%d')"),
            new Column("p", "nullif(replace(lower(postcode), ' ', ''), '')"),
            new Column("c", "nullif(lower(trim(school)), '')")),
        List.of(name("f"), name("s"), born(), postcode(), exact("c")),
        List.of(
            "l.f = r.f and l.s = r.s",
            "l.f = r.s and l.s = r.f",
            "l.s = r.s and l.d = r.d",
            "l.f[:4] = r.f[:4] and l.d = r.d",
            "l.d = r.d and l.p[:-3] = r.p[:-3]",
            "l.f = r.f and l.p = r.p",
            "l.s = r.s and l.p = r.p",
            "l.d = r.d and l.c = r.c",
            "l.d = r.d and l.f[1] = r.f[1] and l.s[1] = r.s[1]"),
        List.of(
            "l.f = r.f and l.s = r.s and l.d = r.d",
            "l.f = r.f and l.s = r.s and l.p = r.p",
            "l.f = r.f and l.d = r.d and l.p = r.p"),
        0.8,
        List.of(
            new Training("l.f = r.f and l.s = r.s", Set.of("f", "s")),
            new Training("l.d = r.d and l.p = r.p", Set.of("d", "p"))));
  }

  /// Splink's own example of fake_1000.
  static SplinkModel ofFakeThousand() {
    return new SplinkModel(
        List.of(
            new Column("f", "nullif(lower(first_name), '')"),
            new Column("s", "nullif(lower(surname), '')"),
            new Column("d", "try_cast(dob as date)"),
            new Column("ds", "dob"),
            new Column("c", "nullif(lower(city), '')"),
            new Column("e", "nullif(lower(email), '')")),
        List.of(name("f"), name("s"), born(), exact("c"), email()),
        List.of(
            "l.f = r.f and l.s = r.s",
            "l.s = r.s",
            "l.f = r.f",
            "l.d = r.d",
            "l.e = r.e",
            "l.f = r.s",
            "l.s = r.f",
            "l.c = r.c"),
        List.of("l.f = r.f and l.d = r.d", "l.e = r.e"),
        0.7,
        List.of(
            new Training("l.f = r.f and l.s = r.s", Set.of("f", "s")),
            new Training("l.d = r.d", Set.of("d"))));
  }

  /// `NameComparison`.
  static Comparison name(String c) {
    return new Comparison(
        c,
        "l.%s is null or r.%s is null".formatted(c, c),
        List.of(alike(c)),
        List.of(
            new Level("l.%s = r.%s".formatted(c, c), c),
            new Level("jw_%s >= 0.92".formatted(c), null),
            new Level("jw_%s >= 0.88".formatted(c), null),
            new Level("jw_%s >= 0.7".formatted(c), null)),
        Set.of(c));
  }

  private static Column alike(String c) {
    return new Column(
        "jw_" + c,
        "case when l.%s = r.%s then 1 else jaro_winkler_similarity(l.%s, r.%s) end"
            .formatted(c, c, c, c));
  }

  /// `DateOfBirthComparison`.
  static Comparison born() {
    return new Comparison(
        "born",
        "l.d is null or r.d is null",
        List.of(),
        List.of(
            new Level("l.d = r.d", null),
            new Level("damerau_levenshtein(l.ds, r.ds) <= 1", null),
            new Level("abs(l.d - r.d) <= 30", null),
            new Level("abs(l.d - r.d) <= 365", null),
            new Level("abs(l.d - r.d) <= 3652", null)),
        Set.of("d"));
  }

  /// `PostcodeComparison`: sector, district, area; blanks are gone already.
  static Comparison postcode() {
    return new Comparison(
        "postcode",
        "l.p is null or r.p is null",
        List.of(),
        List.of(
            new Level("l.p = r.p", null),
            new Level("l.p[:-3] = r.p[:-3]", null),
            new Level("l.p[:-4] = r.p[:-4]", null),
            new Level("l.p[:2] = r.p[:2]", null)),
        Set.of("p"));
  }

  /// `ExactMatch` with term frequencies.
  static Comparison exact(String c) {
    return new Comparison(
        "exact_" + c,
        "l.%s is null or r.%s is null".formatted(c, c),
        List.of(),
        List.of(new Level("l.%s = r.%s".formatted(c, c), c)),
        Set.of(c));
  }

  /// `EmailComparison`.
  static Comparison email() {
    return new Comparison(
        "email",
        "l.e is null or r.e is null",
        List.of(),
        List.of(
            new Level("l.e = r.e", "e"),
            new Level("split_part(l.e, '@', 1) = split_part(r.e, '@', 1)", null),
            new Level("jaro_winkler_similarity(l.e, r.e) >= 0.88", null),
            new Level(
                "jaro_winkler_similarity(split_part(l.e, '@', 1), split_part(r.e, '@', 1)) >= 0.88",
                null)),
        Set.of("e"));
  }
}
