package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// The passkeys people have added: public keys only, the private ones never leave their devices.
@Component
class Passkeys implements UserCredentialRepository {

  static final SealedColumn LABEL = new SealedColumn("access.passkey", "label");

  private final SystemStore store;
  private final Sealing sealing;
  private final Clock clock;

  Passkeys(SystemStore store, Sealing sealing, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// A passkey as its owner sees it.
  ///
  /// @param label what its owner calls it
  record Passkey(UUID id, String label, LocalDate added, @Nullable LocalDate lastUsed) {}

  List<Passkey> of(UserId user) {
    return store
        .jdbc()
        .sql(
            """
            select id, user_id, credential_id, public_key, attestation, sign_count, transports,
                   eligible, backed_up, label, added_on, last_used_on
              from access.passkey
             where user_id = :user order by added_on, id
            """)
        .param("user", user.value())
        .query(
            (row, n) ->
                new Passkey(
                    row.getObject("id", UUID.class),
                    label(row),
                    row.getObject("added_on", LocalDate.class),
                    row.getObject("last_used_on", LocalDate.class)))
        .list();
  }

  /// Removes one of this person's; nothing happens when it is not theirs.
  boolean remove(UserId user, UUID passkey) {
    return store
            .jdbc()
            .sql("delete from access.passkey where id = :id and user_id = :user")
            .param("id", passkey)
            .param("user", user.value())
            .update()
        == 1;
  }

  void removeAll(UserId user) {
    store
        .jdbc()
        .sql("delete from access.passkey where user_id = :user")
        .param("user", user.value())
        .update();
  }

  /// Keeps a new one, or what its last use changed.
  @Override
  public void save(CredentialRecord record) {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    if (store
            .jdbc()
            .sql(
                """
                update access.passkey
                   set sign_count = :count, backed_up = :backed, last_used_on = :today
                 where credential_id = :credential
                """)
            .param("count", record.getSignatureCount())
            .param("backed", record.isBackupState())
            .param("today", today)
            .param("credential", record.getCredentialId().getBytes())
            .update()
        == 0) {
      add(record, today);
    }
  }

  private void add(CredentialRecord record, LocalDate today) {
    var id = UUID.randomUUID();
    store
        .jdbc()
        .sql(
            """
            insert into access.passkey (id, user_id, credential_id, public_key, attestation, sign_count,
                   transports, eligible, backed_up, label, added_on)
            values (:id, :user, :credential, :key, :attestation, :count, :transports, :eligible, :backed,
                   :label, :today)
            """)
        .param("id", id)
        .param("user", PasskeyPeople.user(record.getUserEntityUserId()).value())
        .param("credential", record.getCredentialId().getBytes())
        .param("key", record.getPublicKey().getBytes())
        .param("attestation", attestation(record))
        .param("count", record.getSignatureCount())
        .param("transports", named(record.getTransports()))
        .param("eligible", record.isBackupEligible())
        .param("backed", record.isBackupState())
        .param("label", sealing.seal(LABEL, id, record.getLabel()))
        .param("today", today)
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return store
        .jdbc()
        .sql(
            """
            select id, user_id, credential_id, public_key, attestation, sign_count, transports,
                   eligible, backed_up, label, added_on, last_used_on
              from access.passkey
             where credential_id = :credential
            """)
        .param("credential", credential.getBytes())
        .query((row, n) -> record(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes user) {
    return store
        .jdbc()
        .sql(
            """
            select id, user_id, credential_id, public_key, attestation, sign_count, transports,
                   eligible, backed_up, label, added_on, last_used_on
              from access.passkey
             where user_id = :user
            """)
        .param("user", PasskeyPeople.user(user).value())
        .query((row, n) -> record(row))
        .list();
  }

  /// Not used: a passkey is removed by its owner, see [#remove].
  @Override
  public void delete(Bytes credential) {
    throw new UnsupportedOperationException();
  }

  private CredentialRecord record(ResultSet row) throws SQLException {
    var added = row.getObject("added_on", LocalDate.class);
    var used = row.getObject("last_used_on", LocalDate.class);
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(PasskeyPeople.bytes(new UserId(row.getObject("user_id", UUID.class))))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(true)
        .transports(transports(row.getString("transports")))
        .backupEligible(row.getBoolean("eligible"))
        .backupState(row.getBoolean("backed_up"))
        .created(midnight(added))
        .lastUsed(midnight(used == null ? added : used))
        .label(label(row))
        .build();
  }

  private static byte[] attestation(CredentialRecord record) {
    var attestation = record.getAttestationObject();
    if (attestation == null) {
      throw new IllegalArgumentException("A passkey comes with what its device said of it");
    }
    return attestation.getBytes();
  }

  private String label(ResultSet row) throws SQLException {
    return sealing.open(LABEL, row.getObject("id", UUID.class), row.getBytes("label"));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneId.of("Europe/London")).toInstant();
  }

  private static String named(Set<AuthenticatorTransport> transports) {
    return transports.stream()
        .map(AuthenticatorTransport::getValue)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Set<AuthenticatorTransport> transports(String named) {
    return Stream.of(named.split(","))
        .filter(name -> !name.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
