package org.sightline.linkage.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
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
