package org.sightline.testing;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/// Something of a test's own in place of what the application would look up.
public final class Lent {

  private Lent() {}

  public static <T> ObjectProvider<T> of(T thing) {
    return new ObjectProvider<>() {
      @Override
      public Stream<T> stream() {
        return Stream.of(thing);
      }
    };
  }
}
