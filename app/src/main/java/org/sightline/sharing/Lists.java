package org.sightline.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sets of a closed list as the database takes them, and rows under what they belong to.
final class Lists {

  private Lists() {}

  static String join(Collection<? extends Enum<?>> names) {
    return names.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  static <E extends Enum<E>> Set<E> split(@Nullable String names, Class<E> of) {
    return names == null || names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(","))
            .map(name -> Enum.valueOf(of, name))
            .collect(Collectors.toUnmodifiableSet());
  }

  static <E extends Enum<E>> @Nullable E one(@Nullable String name, Class<E> of) {
    return name == null ? null : Enum.valueOf(of, name);
  }

  static <T> List<T> under(Map<UUID, List<T>> all, UUID owner) {
    return all.computeIfAbsent(owner, none -> new ArrayList<>());
  }
}
