package org.sightline.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.audit.Alerts;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Tells who looks after the audit, once for each record, that somebody opened the record of a
/// person of their own surname: they may be related, and have not said so (AU-08). Nobody is kept
/// from anything by it, and the alert has neither name in it.
@Component
class SameSurname {

  /// Shorter words are no surnames but parts of them, as in "de" or "O".
  private static final int SHORTEST = 3;

  private final Users users;
  private final Alerts alerts;

  SameSurname(Users users, Alerts alerts) {
    this.users = users;
    this.alerts = alerts;
  }

  /// Runs inside a process.
  void opened(SignedIn who, WorkspaceId workspace, Person person) {
    String theirs = person.details().surname();
    if (theirs != null && isShared(users.nameOf(who.user()), theirs)) {
      alerts.raiseOnce(
          "own-relative", who.user().value(), workspace, who.user() + " " + person.id());
    }
  }

  /// @param name of the reader in full: what comes after the first word may be a surname
  static boolean isShared(String name, @Nullable String surname) {
    String[] all = name.strip().split("\\s+", 2);
    var shared = words(all.length < 2 ? "" : all[1]);
    return words(surname == null ? "" : surname).stream().anyMatch(shared::contains);
  }

  private static Set<String> words(String names) {
    return Arrays.stream(names.split("[\\s\\p{Pd}]+"))
        .map(SameSurname::folded)
        .filter(word -> word.length() >= SHORTEST)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
