package org.sightline.network.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a file of another program holds, before anybody decided what of it to take over. Nothing is
/// stored; every name is still as the file has it.
///
/// @param nodes by the order of the file, each key once; those that only lines name are there too
/// @param lines whose two ends are among the nodes
/// @param refused what the file holds and cannot be taken, row by row
/// @param oneSided pairs of a table that say one thing one way and another the other way
public record Incoming(
    List<Node> nodes, List<Line> lines, List<RefusedRow> refused, List<OneSided> oneSided) {

  public Incoming {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
    refused = List.copyOf(refused);
    oneSided = List.copyOf(oneSided);
  }

  /// @param key how lines of the file name it
  /// @param label what is shown; the key where the file has nothing else
  /// @param answers everything else the file says, by the file's own headings
  /// @param row of the file it is told on, from 1; for XML, the line
  public record Node(String key, String label, Map<String, String> answers, int row) {

    public Node {
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
  }

  /// @param directed whether the file tells the two directions apart
  /// @param weight how strong, when the file says so
  /// @param said who says so, as far as the file has it
  public record Line(
      String from,
      String to,
      boolean directed,
      @Nullable Double weight,
      Map<String, String> answers,
      Said said,
      int row) {

    public Line {
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /// Of a file that does not say who says so.
    public Line(
        String from,
        String to,
        boolean directed,
        @Nullable Double weight,
        Map<String, String> answers,
        int row) {
      this(from, to, directed, weight, answers, Said.NOTHING, row);
    }
  }

  /// What a line of a file rests on; what the file does not have is empty.
  ///
  /// @param how `SEEN` or `HEARD`
  /// @param when a day as `2026-05-03`
  public record Said(String role, String agency, String how, String when) {

    public static final Said NOTHING = new Said("", "", "", "");
  }

  /// A row that cannot be taken.
  ///
  /// @param value of the cell that stands in the way, at most forty characters of it
  /// @param file where several were read together; otherwise empty
  public record RefusedRow(int row, String value, Why why, String file) {

    private static final int LONGEST = 40;

    RefusedRow(int row, String value, Why why) {
      this(row, value, why, "");
    }

    public RefusedRow {
      if (value.length() > LONGEST) {
        value =
            value.substring(
                    0,
                    value.offsetByCodePoints(
                        0, Math.min(LONGEST, value.codePointCount(0, value.length()))))
                + "…";
      }
    }
  }

  /// Why a row is not taken.
  public enum Why {
    /// A line has no one at one end.
    NOBODY_AT_THE_END,
    /// A line names somebody the file's own list of people does not hold.
    NOT_IN_THE_LIST,
    /// A line from somebody to themselves.
    TO_ITSELF,
    /// The same key was told before.
    TOLD_BEFORE,
    /// What should be a number is none.
    NO_NUMBER,
    /// The row has no name and no key.
    NAMELESS,
    /// The row has another number of cells than the table.
    OTHER_WIDTH,
    /// A line among more than two.
    MORE_THAN_TWO,
    /// On such a day nobody can have seen or heard it.
    NO_DAY,
    /// Neither seen nor heard.
    NEITHER_SEEN_NOR_HEARD,
    /// More than a role or an agency can have.
    TOO_LONG
  }

  /// @param forth what the row of `one` says of `other`
  /// @param back what the row of `other` says of `one`
  public record OneSided(String one, String other, double forth, double back) {}
}
