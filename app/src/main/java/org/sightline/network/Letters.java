package org.sightline.network;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Letters by which people are called in the papers of others: A to Z without I and O, then two
/// together, then three.
final class Letters {

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  /// One that is free, drawn by lot among the shortest: which letters are missing says nothing.
  static String draw(Set<String> taken) {
    for (var round = List.of(""); ; ) {
      var longer = new ArrayList<String>();
      for (String start : round) {
        for (char letter : ALPHABET.toCharArray()) {
          longer.add(start + letter);
        }
      }
      var free = longer.stream().filter(each -> !taken.contains(each)).toList();
      if (!free.isEmpty()) {
        return free.get(RANDOM.nextInt(free.size()));
      }
      round = longer;
    }
  }

  private Letters() {}
}
