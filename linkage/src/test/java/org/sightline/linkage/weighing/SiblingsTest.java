package org.sightline.linkage.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.reading.ByteDictionary;

/// How many twins, brothers and sisters are counted where two rows cannot be one person.
class SiblingsTest {

  private static final int ROWS = 4000;

  @Test
  void aListThatHoldsNobodyTwiceSaysHowManyThereAre() {
    var few = families(40, 400, true);
    var many = families(160, 1600, true);

    // Each pair is two records with one other; of surname and date as many agree as m says.
    assertThat(few.twins()).isCloseTo(2 * 40.0 / ROWS / (0.84 * 0.9), offset(0.006));
    assertThat(many.twins()).isCloseTo(2 * 160.0 / ROWS / (0.84 * 0.9), offset(0.015));
    assertThat(few.siblings()).isCloseTo(2 * 400.0 / ROWS / (0.84 * 0.82), offset(0.03));
    assertThat(many.siblings()).isCloseTo(2 * 1600.0 / ROWS / (0.84 * 0.82), offset(0.06));
  }

  @Test
  void aListThatMayHoldSomebodyTwiceSaysNothing() {
    assertThat(families(160, 1600, false)).isEqualTo(Model.Families.usual());
    assertThat(new Siblings(records(0, 0), new boolean[] {false}).twinsKnown()).isZero();
    assertThat(new Siblings(records(0, 0), new boolean[] {true}).twinsKnown()).isBetween(0.8, 0.95);
  }

  private static Model.Families families(int twins, int siblings, boolean free) {
    return new Siblings(records(twins, siblings), new boolean[] {free})
        .families(ShippedModel.read());
  }

  /// Rows of which so many pairs agree in surname and date, and other ones in surname and home.
  private static Records records(int twins, int siblings) {
    var fields = List.of(Field.SURNAME, Field.BIRTH_DATE, Field.POSTCODE);
    var cells = new int[ROWS * 3];
    var values = new ByteDictionary[3];
    for (int c = 0; c < 3; c++) {
      values[c] = new ByteDictionary();
      for (int row = 0; row < ROWS; row++) {
        boolean second = row % 2 == 1;
        boolean twin = row / 2 < twins;
        boolean sibling = !twin && row / 2 < twins + siblings;
        boolean same = second && (twin && c != 2 || sibling && c != 1);
        cells[row * 3 + c] = values[c].codeOf("v" + (same ? row - 1 : row));
      }
    }
    return new Records(List.of("A"), fields, cells, List.of(values), new int[] {0, ROWS});
  }
}
