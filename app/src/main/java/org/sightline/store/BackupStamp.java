package org.sightline.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Says of a backup that the installation with these keys wrote it. Anybody may hold the public key
/// that backups are sealed with, and could seal something else with it.
final class BackupStamp {

  private final byte[] key;

  BackupStamp(KeyRing keys) {
    this.key = keys.derive("backup-stamp");
  }

  byte[] of(byte[] header, byte[] manifest) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(header.length).array());
      mac.update(header);
      return mac.doFinal(manifest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  boolean isOn(BackupFile.Ends ends) {
    return MessageDigest.isEqual(of(ends.headerBytes(), ends.manifestBytes()), ends.stamp());
  }
}
