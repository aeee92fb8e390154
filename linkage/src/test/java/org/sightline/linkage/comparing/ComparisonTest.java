package org.sightline.linkage.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.reading.ByteDictionary;
import org.sightline.linkage.testing.Given;

class ComparisonTest {

  @ParameterizedTest
  @MethodSource("table")
  void twoValuesAgreeAtALevelInEitherOrder(NamedCsvRecord row) {
    var field = Field.valueOf(row.getField("field"));
    var expected = Level.valueOf(row.getField("level"));

    assertThat(level(field, row.getField("left"), row.getField("right"))).isEqualTo(expected);
    assertThat(level(field, row.getField("right"), row.getField("left"))).isEqualTo(expected);
  }

  static Stream<NamedCsvRecord> table() {
    return Given.table("comparison.csv").stream();
  }

  private static Level level(Field field, String left, String right) {
    var values = new ByteDictionary();
    int a = values.codeOf(left);
    int b = values.codeOf(right);
    return new ValueLevels(Nicknames.shipped().groups(values)).level(field, values, a, b);
  }

  /// Birth dates and postcodes are compared without their signs being looked at one by one.
  @Property(tries = 2000)
  void shortValuesAgreeAtTheLevelOfTheirSigns(
      @ForAll @CharRange(from = '0', to = '3') @StringLength(8) String left,
      @ForAll @CharRange(from = '0', to = '3') @StringLength(min = 5, max = 8) String right,
      @ForAll @IntRange(max = 7) int kept) {
    var alike = left.substring(0, kept) + right.substring(Math.min(kept, right.length()));
    for (var other : List.of(right, alike, alike.substring(0, 5))) {
      for (var one : List.of(left, left.substring(0, 5), "\u00e9" + left)) {
        for (var field : List.of(Field.BIRTH_DATE, Field.POSTCODE)) {
          var values = new ByteDictionary();
          int a = values.codeOf(one);
          int b = values.codeOf(other);
          var quick = ShortValues.of(field, values).level(a, b);
          if (a != b && quick != null) {
            var plain = new ValueLevels(new int[0][]).level(field, values, a, b);
            assertThat(quick).as("%s %s %s", field, one, other).isEqualTo(plain);
          }
        }
      }
    }
  }

  /// So are names of one word, to the last bit.
  @Property(tries = 2000)
  void shortNamesAgreeAtTheLevelOfTheirSigns(
      @ForAll @CharRange(from = 'a', to = 'e') @StringLength(min = 1, max = 17) String left,
      @ForAll @CharRange(from = 'a', to = 'e') @StringLength(min = 1, max = 17) String right,
      @ForAll @IntRange(max = 12) int kept) {
    int both = Math.min(kept, Math.min(left.length(), right.length()));
    for (var other : List.of(right, left.substring(0, both) + right.substring(both), left + "a")) {
      var values = new ByteDictionary();
      int a = values.codeOf(left);
      int b = values.codeOf(other);
      var groups = new int[values.size()][0];
      for (var field : List.of(Field.FORENAME, Field.SURNAME)) {
        var quick = ShortNames.of(values, groups).level(field, Math.min(a, b), Math.max(a, b));
        if (a != b && quick != null) {
          var plain = new ValueLevels(groups).level(field, values, Math.min(a, b), Math.max(a, b));
          assertThat(quick).as("%s %s %s", field, left, other).isEqualTo(plain);
        }
        assertThat(quick == null).isEqualTo(Math.max(left.length(), other.length()) > 16);
      }
    }
  }

  @Property(tries = 500)
  void oneEditIsFoundWithoutWorkingOutTheDistance(
      @ForAll @AlphaChars @StringLength(min = 1, max = 7) String left,
      @ForAll @AlphaChars @StringLength(min = 1, max = 7) String right) {
    var edits = new DamerauLevenshtein();

    boolean one = !left.equals(right) && edits.isOne(Word.of(left), Word.of(right));

    assertThat(one).isEqualTo(edits.distance(Word.of(left), Word.of(right)) == 1);
  }

  @Test
  void signsBeyondTheBasicPlaneCountOnce() {
    var edits = new DamerauLevenshtein();

    assertThat(edits.distance(Word.of("a\uD835\uDD38"), Word.of("a\uD835\uDD39"))).isEqualTo(1);
  }

  @Test
  void everyNameOfTheTableIsInLowerCaseAndFoundByItsForms() {
    var table = Nicknames.shipped();

    assertThat(table.areOneName("bill", "william")).isTrue();
    assertThat(table.areOneName("william", "peter")).isFalse();
    assertThat(table.knows("William")).isFalse();
    assertThat(table.head("muhammad")).isEqualTo(table.head("mohamed"));
  }
}
