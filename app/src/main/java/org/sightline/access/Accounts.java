package org.sightline.access;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// What people sign in with. Read and written as the application's own role: the staff site's role
/// reaches none of it.
@Component
class Accounts {

  static final SealedColumn CODE_KEY = new SealedColumn("access.user_account", "code_key");

  private final SystemStore store;
  private final Sealing sealing;

  Accounts(SystemStore store, Sealing sealing) {
    this.store = store;
    this.sealing = sealing;
  }

  /// @param passwordHash `null` for somebody who signs in with a passkey only
  /// @param hasApp whether an authenticator app is set up
  record Account(UserId id, @Nullable String passwordHash, boolean hasApp) {}

  /// The account behind a sign-in name, unless it is switched off.
  Optional<Account> byUsername(String username) {
    return store
        .jdbc()
        .sql(
            """
            select id, password_hash, code_key is not null
              from access.user_account
             where username_index = :index and disabled_on is null
            """)
        .param("index", sealing.blindIndex(Users.USERNAME, username))
        .query(
            (row, n) ->
                new Account(
                    new UserId(row.getObject(1, UUID.class)), row.getString(2), row.getBoolean(3)))
        .optional();
  }

  /// Whether somebody has this sign-in name, also when they are switched off.
  boolean isTaken(String username) {
    return store
        .jdbc()
        .sql("select count(*) from access.user_account where username_index = :index")
        .param("index", sealing.blindIndex(Users.USERNAME, username))
        .query(Integer.class)
        .single()
        .equals(1);
  }

  boolean isOn(UserId user) {
    return store
        .jdbc()
        .sql("select count(*) from access.user_account where id = :id and disabled_on is null")
        .param("id", user.value())
        .query(Integer.class)
        .single()
        .equals(1);
  }

  String username(UserId user) {
    byte[] sealed =
        store
            .jdbc()
            .sql("select username from access.user_account where id = :id")
            .param("id", user.value())
            .query((row, n) -> row.getBytes(1))
            .optional()
            .orElseThrow(NotThere::new);
    return sealing.open(Users.USERNAME, user.value(), sealed);
  }

  String name(UserId user) {
    byte[] sealed =
        store
            .jdbc()
            .sql("select name from access.user_account where id = :id")
            .param("id", user.value())
            .query((row, n) -> row.getBytes(1))
            .optional()
            .orElseThrow(NotThere::new);
    return sealing.open(Users.NAME, user.value(), sealed);
  }

  boolean hasPassword(UserId user) {
    return store
        .jdbc()
        .sql("select count(password_hash) from access.user_account where id = :id")
        .param("id", user.value())
        .query(Integer.class)
        .single()
        .equals(1);
  }

  void setPassword(UserId user, String hash) {
    store
        .jdbc()
        .sql("update access.user_account set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", user.value())
        .update();
  }

  /// The authenticator app's key, or `null` when none is set up.
  byte @Nullable [] codeKey(UserId user) {
    return store
        .jdbc()
        .sql("select code_key from access.user_account where id = :id and code_key is not null")
        .param("id", user.value())
        .query((row, n) -> sealing.openBytes(CODE_KEY, user.value(), row.getBytes(1)))
        .optional()
        .orElse(null);
  }

  void setCodeKey(UserId user, byte[] key) {
    store
        .jdbc()
        .sql(
            """
            update access.user_account
               set code_key = :key, code_step = null, wrong_codes = 0, codes_from = null
             where id = :id
            """)
        .param("key", sealing.sealBytes(CODE_KEY, user.value(), key))
        .param("id", user.value())
        .update();
  }

  void forgetPasswordAndApp(UserId user) {
    store
        .jdbc()
        .sql(
            """
            update access.user_account
               set password_hash = null, code_key = null, code_step = null, wrong_codes = 0,
                   codes_from = null
             where id = :id
            """)
        .param("id", user.value())
        .update();
  }
}
