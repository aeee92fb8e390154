package org.sightline.store;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/// How a backup is sealed: a key made for this file alone, wrapped for the holder of the private
/// key, then everything under it in pieces of one megabyte (AES-256-GCM-HKDF), each bound to its
/// place and the last one marked. A piece that was changed, moved or cut off does not open.
final class BackupCipher {

  private static final byte[] MARK = "SIGHTLINE BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_WRAPPED = 4_096;

  private BackupCipher() {}

  /// This is a backup, and this private key does not open it.
  static final class WrongKey extends IOException {
    private static final long serialVersionUID = 1;

    WrongKey() {
      super("not its key");
    }
  }

  static OutputStream sealing(OutputStream raw, HybridEncrypt reader) throws IOException {
    try {
      StreamingAeadConfig.register();
      var key = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
      byte[] wrapped =
          reader.encrypt(
              TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get()), MARK);
      var out = new DataOutputStream(raw);
      out.write(MARK);
      out.writeInt(wrapped.length);
      out.write(wrapped);
      return cipher(key).newEncryptingStream(out, bound(wrapped));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// @throws WrongKey when the private key is another's
  static InputStream opening(InputStream raw, HybridDecrypt key) throws IOException {
    StreamingAead cipher;
    var in = new DataInputStream(raw);
    if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
      throw new IOException("it does not begin as a backup");
    }
    int length = in.readInt();
    if (length < 1 || length > LONGEST_WRAPPED) {
      throw new IOException("its key has no sensible length");
    }
    byte[] wrapped = in.readNBytes(length);
    if (wrapped.length < length) {
      throw new IOException("its key is cut off");
    }
    try {
      StreamingAeadConfig.register();
      cipher =
          cipher(
              TinkProtoKeysetFormat.parseKeyset(
                  key.decrypt(wrapped, MARK), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException notOurs) {
      throw new WrongKey();
    }
    try {
      return cipher.newDecryptingStream(in, bound(wrapped));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static StreamingAead cipher(KeysetHandle key) throws GeneralSecurityException {
    return key.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
  }

  private static byte[] bound(byte[] wrapped) {
    byte[] both = Arrays.copyOf(MARK, MARK.length + wrapped.length);
    System.arraycopy(wrapped, 0, both, MARK.length, wrapped.length);
    return both;
  }
}
