package org.sightline.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sightline.store.KeyOfSession;

/// The maps of an open session as they wait in staging, read by somebody who has its key.
///
/// @param key of the session, as its file holds it while the session is open
record StagedMaps(DataDirectory data, String session, byte[] key) {

  static StagedMaps of(DemoProcess demo, String session) {
    try {
      byte[] key = KeyOfSession.in(demo.directory(), UUID.fromString(session));
      return new StagedMaps(new DataDirectory(demo.directory()), session, key);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Sealed, those that were taken out left out.
  List<byte[]> sealed() {
    return data.asSuperuser(
        jdbc ->
            jdbc.queryForList(
                """
                select content from student.staged
                 where session_id = ? and content is not null order by ctid
                """,
                byte[].class,
                UUID.fromString(session)));
  }

  /// The slip codes of the maps, with a hyphen between their groups, as often as they stand there.
  List<String> slips() {
    return sealed().stream().map(content -> opened(content).substring(0, 21)).toList();
  }

  String opened(byte[] content) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(Arrays.copyOf(key, 32), "AES"),
          new GCMParameterSpec(128, content, 0, 12));
      cipher.updateAAD(session.getBytes(StandardCharsets.UTF_8));
      return new String(cipher.doFinal(content, 12, content.length - 12), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException(altered);
    }
  }
}
