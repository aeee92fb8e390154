package org.sightline.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/// The key of a session as a thief would have it who took the data directory with its key files.
public final class KeyOfSession {

  private KeyOfSession() {}

  public static byte[] in(Path data, UUID session) throws IOException {
    var keys = KeyRing.readOrMake(data.resolve("keys/installation.key"));
    String text = Files.readString(data.resolve("keys/sessions/" + session + ".key")).strip();
    try {
      return new AesGcmJce(keys.derive("session-keys"))
          .decrypt(
              Base64.getDecoder().decode(text.substring("wrapped ".length())),
              session.toString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException another) {
      throw new IllegalStateException(another);
    }
  }
}
