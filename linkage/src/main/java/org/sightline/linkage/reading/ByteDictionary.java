package org.sightline.linkage.reading;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Distinct values and the number each has, in the order in which they were first seen. Number 0 is
/// the absent value.
///
/// An open-addressing table over one pool of bytes: a value that was seen before costs no object.
public final class ByteDictionary implements Serializable {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /// Values of at most so many bytes are compared as one number.
  private static final int SHORT = 8;

  /// Each entry: 24 bits of the hash, 8 of the length, and the number of the value.
  private long[] table = new long[256];

  private int[] hashes = new int[128];
  private int[] ends = new int[128];
  private long[] heads = new long[128];
  private byte[] pool = new byte[1024];
  private int size = 1;

  /// How many numbers are given out, the absent value's among them.
  public int size() {
    return size;
  }

  public int codeOf(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return codeOf(bytes, 0, bytes.length);
  }

  /// The number of a value, a new one if it is new.
  public int codeOf(byte[] bytes, int from, int to) {
    if (from >= to) {
      return 0;
    }
    long head = head(bytes, from, to);
    int hash = hash(head, bytes, from, to);
    int sign = sign(hash, to - from);
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != 0) {
      if ((int) (table[slot] >>> 32) == sign) {
        int code = (int) table[slot];
        if (heads[code] == head
            && (to - from <= SHORT
                || Arrays.equals(pool, ends[code - 1], ends[code], bytes, from, to))) {
          return code;
        }
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = entry(sign, size);
    return add(hash, head, bytes, from, to);
  }

  /// Whatever is longer than 255 bytes has its length told by its bytes only.
  private static int sign(int hash, int length) {
    return hash & 0xffffff00 | Math.min(length, 255);
  }

  private static long entry(int sign, int code) {
    return (long) sign << 32 | code;
  }

  public String text(int code) {
    return new String(pool, start(code), length(code), StandardCharsets.UTF_8);
  }

  public byte[] pool() {
    return pool;
  }

  public int start(int code) {
    return code == 0 ? 0 : ends[code - 1];
  }

  public int end(int code) {
    return ends[code];
  }

  public int length(int code) {
    return end(code) - start(code);
  }

  private int add(int hash, long head, byte[] bytes, int from, int to) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
      heads = Arrays.copyOf(heads, size * 2);
    }
    heads[size] = head;
    int at = ends[size - 1];
    int end = Math.addExact(at, to - from);
    if (end > pool.length) {
      pool =
          Arrays.copyOf(
              pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, pool.length * 2L)));
    }
    System.arraycopy(bytes, from, pool, at, to - from);
    ends[size] = end;
    hashes[size] = hash;
    int code = size++;
    if (size * 2 > table.length) {
      grow();
    }
    return code;
  }

  private void grow() {
    table = new long[table.length * 2];
    int mask = table.length - 1;
    for (int code = 1; code < size; code++) {
      int slot = hashes[code] & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = entry(sign(hashes[code], length(code)), code);
    }
  }

  /// The first eight bytes as one number, noughts after a shorter value.
  private static long head(byte[] bytes, int from, int to) {
    int length = to - from;
    if (from + SHORT <= bytes.length) {
      long head = (long) LONGS.get(bytes, from);
      return length >= SHORT ? head : head & (1L << SHORT * length) - 1;
    }
    long head = 0;
    for (int i = Math.min(to, from + SHORT) - 1; i >= from; i--) {
      head = head << 8 | bytes[i] & 0xff;
    }
    return head;
  }

  private static int hash(long head, byte[] bytes, int from, int to) {
    long h = (head ^ to - from) * MIX;
    int i = from + SHORT;
    for (; i + 8 <= to; i += 8) {
      h ^= h >>> 29;
      h = (h ^ (long) LONGS.get(bytes, i)) * MIX;
    }
    if (i < to) {
      h ^= h >>> 29;
      h = (h ^ (long) LONGS.get(bytes, to - 8)) * MIX;
    }
    h ^= h >>> 32;
    return (int) (h * MIX >>> 32);
  }
}
