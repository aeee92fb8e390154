package org.sightline.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClients;
import java.security.GeneralSecurityException;

/// Key-encryption keys that never leave a key-management system: Tink's registry, and the one
/// client that comes with Sightline.
final class KeyManagement {

  static {
    KmsClients.add(new VaultTransit());
  }

  private KeyManagement() {}

  /// @throws GeneralSecurityException with half a sentence when the address is of no known system
  static Aead aead(String uri) throws GeneralSecurityException {
    if (!uri.matches("[a-z+]+://\\S+")) {
      throw new GeneralSecurityException("it holds neither a key nor the address of one");
    }
    try {
      return KmsClients.get(uri).getAead(uri);
    } catch (GeneralSecurityException unknown) {
      if (VaultTransit.isOne(uri)) {
        throw unknown;
      }
      throw new GeneralSecurityException(
          "no key-management system is known for %s. The one that is: hcvault://host:8200/transit/keys/name?token-file=FILE"
              .formatted(uri.replaceFirst("[?].*", "")),
          unknown);
    }
  }
}
