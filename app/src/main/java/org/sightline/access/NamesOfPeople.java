package org.sightline.access;

import org.sightline.kernel.NotThere;
import org.sightline.kernel.UserId;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// What somebody is called, for a process of the system; pages ask [Users].
@Component
public class NamesOfPeople {

  private final SystemStore store;
  private final Sealing sealing;

  NamesOfPeople(SystemStore store, Sealing sealing) {
    this.store = store;
    this.sealing = sealing;
  }

  /// @throws NotThere when there is no such person
  public String of(UserId user) {
    return store
        .jdbc()
        .sql("select name from access.user_account where id = :id")
        .param("id", user.value())
        .query((row, n) -> sealing.open(Users.NAME, user.value(), row.getBytes(1)))
        .optional()
        .orElseThrow(NotThere::new);
  }
}
