package org.sightline.access;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Whom passkeys belong to. What is written into a device is the person's id and what they would
/// know their passkey by; the framework's "user name" is the id, too.
@Component
class PasskeyPeople implements PublicKeyCredentialUserEntityRepository {

  private final Accounts accounts;

  PasskeyPeople(Accounts accounts) {
    this.accounts = accounts;
  }

  static Bytes bytes(UserId user) {
    var bytes = ByteBuffer.allocate(16);
    bytes.putLong(user.value().getMostSignificantBits());
    bytes.putLong(user.value().getLeastSignificantBits());
    return new Bytes(bytes.array());
  }

  static UserId user(Bytes id) {
    var bytes = ByteBuffer.wrap(id.getBytes());
    return new UserId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    var user = user(id);
    return accounts.isOn(user) ? entity(user) : null;
  }

  /// @param id of the person: what the framework takes for their name
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
    return entity(new UserId(UUID.fromString(id)));
  }

  private PublicKeyCredentialUserEntity entity(UserId user) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(bytes(user))
        .name(accounts.username(user))
        .displayName(accounts.name(user))
        .build();
  }

  /// Not used: everybody who can sign in is known already.
  @Override
  public void save(PublicKeyCredentialUserEntity person) {
    throw new UnsupportedOperationException();
  }

  /// Not used.
  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException();
  }
}
