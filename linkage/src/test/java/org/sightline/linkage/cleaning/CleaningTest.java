package org.sightline.linkage.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.linkage.testing.Given;
import org.sightline.linkage.testing.Lists;

class CleaningTest {

  @ParameterizedTest
  @MethodSource("table")
  void aValueBecomesWhatIsCompared(NamedCsvRecord row) {
    var cleaner = Cleaners.of(Field.valueOf(row.getField("field")), new Dates(false, Lists.YEAR));

    var given = row.getField("given").strip();

    assertThat(cleaner.clean(given)).as(row.getField("why")).isEqualTo(row.getField("expected"));
    assertThat(cleaner.objection(given)).isEqualTo(row.getField("objection"));
  }

  static Stream<NamedCsvRecord> table() {
    return Given.table("cleaning.csv").stream();
  }

  @Test
  void headingsWithoutAMeaningAreRefusedInASentence() {
    assertThatThrownBy(() -> Lists.table("A", "x,y\n1,2\n".getBytes()))
        .hasMessageContaining("None of the headings of A is known");
  }

  @Test
  void ordinaryHeadingsAreKnown() {
    assertThat(
            Stream.of(
                    "First Name",
                    "firstname",
                    "Given_Name",
                    "Pupil Forename",
                    "DOB",
                    "DateOfBirth",
                    "Date of Birth",
                    "Post Code",
                    "UPN",
                    "NHS No",
                    "Last name",
                    "family-name",
                    "School Name",
                    "Legal Surname",
                    "Home Postcode")
                .map(Headings::fieldOf))
        .doesNotContainNull();
    assertThat(Headings.fieldOf("notes")).isNull();
  }

  @ParameterizedTest
  @MethodSource("headings")
  void aHeadingIsUnderstoodOrNotComparedButNeverTakenForSomethingElse(NamedCsvRecord row) {
    var field = Headings.fieldOf(row.getField("heading"));
    assertThat(field == null ? "" : field.name())
        .as(row.getField("heading"))
        .isEqualTo(row.getField("means"));
  }

  static Stream<NamedCsvRecord> headings() {
    return Given.table("headings.csv").stream();
  }

  @Test
  void aColumnWithTheMonthFirstIsReadSo() {
    var american = "surname,dob\nLee,12/31/2010\nOrr,01/02/2011\n";

    try (var linkage = new Lists().list("A", american).link()) {
      assertThat(linkage.records().text(1, 1)).isEqualTo("20110102");
    } catch (java.io.IOException never) {
      throw new AssertionError(never);
    }
  }

  @Test
  void wholeNamesAreTakenApart() throws Exception {
    try (var linkage =
        new Lists().list("A", "name,dob\n\"Lee, Ann\",03/04/2010\nAnn Lee,03/04/2010\n").link()) {
      assertThat(linkage.records().fields()).startsWith(Field.FORENAME, Field.SURNAME);
      assertThat(linkage.records().text(0, 0)).isEqualTo("ann");
      assertThat(linkage.records().text(1, 1)).isEqualTo("lee");
    }
  }

  @Test
  void aValueThatDoesNotCountIsListedByRowColumnAndReasonAndNeverByValue() throws Exception {
    try (var linkage = new Lists().list("A", "surname,dob\nLee,30/02/2010\nOrr,soon\n").link()) {
      assertThat(linkage.refusedValues())
          .extracting(r -> List.of(r.list(), r.row(), r.column(), r.reason()))
          .containsExactly(
              List.of("A", 1L, "dob", "a day that is in no calendar"),
              List.of("A", 2L, "dob", "not a date we can read"));
      assertThat(linkage.refusedValues().toString()).doesNotContain("30/02", "soon");
    }
  }
}
