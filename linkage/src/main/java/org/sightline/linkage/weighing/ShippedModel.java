package org.sightline.linkage.weighing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The model every run begins with: lists of young people in England.
public final class ShippedModel {

  private static final String FILE = "/org/sightline/linkage/young-people-3.json";

  private ShippedModel() {}

  public static Model read() {
    try (var stream = Objects.requireNonNull(ShippedModel.class.getResourceAsStream(FILE), FILE)) {
      return SplinkSettings.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
