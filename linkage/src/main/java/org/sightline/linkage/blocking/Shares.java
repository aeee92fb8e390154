package org.sightline.linkage.blocking;

import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Records;

/// The search for candidates cut into shares, for machines none of which holds all records.
///
/// A share is one rule and one range of its keys. Each record goes into the share of each of its
/// keys. A share finds its candidates as [Candidates] does; those of all shares, one share after
/// the other, are the candidates of one machine in the same order.
public final class Shares {

  /// About so many rows to a share: enough to be worth a task, and little memory.
  public static final int ROWS_OF_A_SHARE = 1 << 16;

  private final Records layout;
  private final int rules;
  private final KeyMaker maker;
  private final Apart apart;
  private final int rowBits;
  private final int rangeBits;

  private Shares(
      Records layout, int rules, KeyMaker maker, Apart apart, int rows, int rowsOfAShare) {
    this.layout = layout;
    this.rules = rules;
    this.maker = maker;
    this.apart = apart;
    this.rowBits = Candidates.rowBits(rows);
    this.rangeBits = rows <= rowsOfAShare ? 0 : Candidates.rowBits(rows / rowsOfAShare + 1);
  }

  /// @param layout the fields and values of the records; its rows do not count
  /// @param rows how many records there are on all machines together
  public static Shares of(Records layout, int rows, int rowsOfAShare, Rules rules, Apart apart) {
    var maker = KeyMaker.of(layout, rules.all(), new Workers(1));
    return new Shares(layout, rules.all().size(), maker, apart, rows, rowsOfAShare);
  }

  public int count() {
    return rules << rangeBits;
  }

  public int rules() {
    return rules;
  }

  public int ruleOf(int share) {
    return share >>> rangeBits;
  }

  /// @param at where the record begins among the cells
  /// @return the share, or -1 where the record lacks a part of the key
  public int shareOf(int[] cells, int at, int rule) {
    long key = maker.key(cells, at, rule);
    if (key == 0) {
      return -1;
    }
    long block = key >>> 1 + rowBits;
    return rule << rangeBits | (int) (block >>> 63 - rowBits - rangeBits);
  }

  /// A share with its records.
  ///
  /// @param rows their numbers among all records, in ascending order
  /// @param cells their cells, row after row
  /// @param surveyed what was found out about all shares, or [Surveyed#nothing]
  public Share open(int share, int[] rows, int[] cells, Surveyed surveyed) {
    var records =
        new Records(
            layout.lists(), layout.fields(), cells, layout.values(), new int[] {0, rows.length});
    int rule = ruleOf(share);
    var places = surveyed.placesOf(rows, rules);
    var candidates = Candidates.ofSome(records, maker, apart.among(rows), rowBits, places, rule);
    return new Share(rule, rows, candidates);
  }
}
