package org.sightline.linkage.comparing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sightline.linkage.reading.ByteDictionary;

/// A value as code points, in a buffer that is used again and again by one thread.
public final class Word {

  private int[] points = new int[64];
  private int length;

  public static Word of(String text) {
    var word = new Word();
    word.set(text);
    return word;
  }

  public void set(String text) {
    room(text.length());
    length = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      points[length++] = point;
      i += Character.charCount(point);
    }
  }

  void set(ByteDictionary values, int code) {
    byte[] pool = values.pool();
    int from = values.start(code);
    int to = values.end(code);
    room(to - from);
    length = 0;
    for (int i = from; i < to; i++) {
      if (pool[i] < 0) {
        set(new String(pool, from, to - from, StandardCharsets.UTF_8));
        return;
      }
      points[length++] = pool[i];
    }
  }

  /// The signs of another word up to its first blank.
  void setFirstOf(Word other) {
    int end = other.indexOf(' ');
    length = end < 0 ? other.length : end;
    room(length);
    System.arraycopy(other.points, 0, points, 0, length);
  }

  int length() {
    return length;
  }

  int at(int place) {
    return points[place];
  }

  int[] points() {
    return points;
  }

  int indexOf(int point) {
    for (int i = 0; i < length; i++) {
      if (points[i] == point) {
        return i;
      }
    }
    return -1;
  }

  /// How many signs the two have in common from their beginning.
  int commonStart(Word other) {
    int most = Math.min(length, other.length);
    int i = Arrays.mismatch(points, 0, most, other.points, 0, most);
    return i < 0 ? most : i;
  }

  private void room(int wanted) {
    if (wanted > points.length) {
      points = new int[Math.max(wanted, points.length * 2)];
    }
  }
}
