package org.sightline.linkage.weighing;

import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;

/// The numbers that one person alone has: the same one makes two records one person, different ones
/// keep them apart. Where the pupil number says one thing and the NHS number another, neither
/// counts and a person looks at it.
public final class Numbered {

  private final Records records;
  private final int upn;
  private final int nhs;

  public Numbered(Records records) {
    this.records = records;
    upn = records.placeOf(Field.UPN);
    nhs = records.placeOf(Field.NHS_NUMBER);
  }

  /// 1 the same person, -1 different people, 0 undecided.
  public int verdict(int left, int right) {
    int byUpn = upn < 0 ? 0 : verdict(left, right, upn);
    int byNhs = nhs < 0 ? 0 : verdict(left, right, nhs);
    return Integer.signum(byUpn + byNhs);
  }

  public boolean contradict(int left, int right) {
    return upn >= 0 && nhs >= 0 && verdict(left, right, upn) * verdict(left, right, nhs) < 0;
  }

  boolean byUpn(int left, int right) {
    return upn >= 0 && verdict(left, right, upn) != 0;
  }

  private int verdict(int left, int right, int place) {
    int a = records.cell(left, place);
    int b = records.cell(right, place);
    if (a == 0 || b == 0) {
      return 0;
    }
    return a == b ? 1 : -1;
  }

  /// Whether two records hold the same in every field.
  public boolean areIdentical(int left, int right) {
    int width = records.width();
    for (int field = 0; field < width; field++) {
      if (records.cell(left, field) != records.cell(right, field)) {
        return false;
      }
    }
    return width > 0;
  }

  public boolean hasUpn() {
    return upn >= 0;
  }

  public boolean hasNhs() {
    return nhs >= 0;
  }

  public int upn(int row) {
    return upn < 0 ? 0 : records.cell(row, upn);
  }

  public int nhs(int row) {
    return nhs < 0 ? 0 : records.cell(row, nhs);
  }
}
