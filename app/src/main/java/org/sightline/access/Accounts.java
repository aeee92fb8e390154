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
    return sealing.open(Users.USERNAME, user.value(), bytes("username", user));
  }

  String name(UserId user) {
    return sealing.open(Users.NAME, user.value(), bytes("name", user));
  }

  boolean hasPassword(UserId user) {
    return bytesIfAny("convert_to(password_hash, 'UTF8')", user) != null;
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
    byte[] sealed = bytesIfAny("code_key", user);
    return sealed == null ? null : sealing.openBytes(CODE_KEY, user.value(), sealed);
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

  private byte[] bytes(String column, UserId user) {
    byte[] found = bytesIfAny(column, user);
    if (found == null) {
      throw new NotThere();
    }
    return found;
  }

  /// @param column a constant of this class
  private byte @Nullable [] bytesIfAny(String column, UserId user) {
    return store
        .jdbc()
        .sql("select " + column + " from access.user_account where id = :id")
        .param("id", user.value())
        .query((row, n) -> row.getBytes(1) == null ? new byte[0] : row.getBytes(1))
        .optional()
        .filter(found -> found.length > 0)
        .orElse(null);
  }
}
