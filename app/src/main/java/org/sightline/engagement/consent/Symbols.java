package org.sightline.engagement.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A plain picture beside each of the seven statements in easy read (practice.md, The room). Drawn
/// by us; the words beside it say the same.
public final class Symbols {

  private Symbols() {}

  /// Where a page finds it.
  public static String address(String statement) {
    return "/static/engagement/symbols/" + statement + ".svg";
  }

  /// For print, where nothing is fetched.
  public static String svg(String statement) {
    try (InputStream in = Symbols.class.getResourceAsStream(address(statement))) {
      if (in == null) {
        throw new IllegalStateException("There is no picture of " + statement);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
