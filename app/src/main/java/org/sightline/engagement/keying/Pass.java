package org.sightline.engagement.keying;

/// Which of the two keyings of a pile. Nobody does both of the same sheet.
public enum Pass {
  FIRST(1),
  SECOND(2);

  private final int number;

  Pass(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /// "2" is the second; anything else is the first.
  static Pass of(String typed) {
    return typed.strip().equals("2") ? SECOND : FIRST;
  }

  static Pass of(int number) {
    return number == 2 ? SECOND : FIRST;
  }
}
