package org.sightline.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Files that open with a passphrase only, for somebody who does not sign in here (EX-06). AES with
/// 256 bits, as ordinary programs open it.
final class LockedFile {

  private static final int BITS = 256;

  private LockedFile() {}

  /// The same document, encrypted: what is in it, and what it says of itself.
  static byte[] pdf(byte[] open, String passphrase) {
    try (var document = Loader.loadPDF(open);
        var bytes = new ByteArrayOutputStream()) {
      // Nobody has the owner's own key: what the receiver may do is in the passphrase alone.
      var policy =
          new StandardProtectionPolicy(Passphrase.random(), passphrase, new AccessPermission());
      policy.setEncryptionKeyLength(BITS);
      policy.setPreferAES(true);
      document.protect(policy);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A table in an archive. The name of the file in it can be read by everybody: it names nobody.
  static byte[] zip(String name, byte[] table, String passphrase) {
    var parameters = new ZipParameters();
    parameters.setEncryptFiles(true);
    parameters.setEncryptionMethod(EncryptionMethod.AES);
    parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
    parameters.setFileNameInZip(name);
    try (var bytes = new ByteArrayOutputStream()) {
      try (var zip = new ZipOutputStream(bytes, passphrase.toCharArray())) {
        zip.putNextEntry(parameters);
        new ByteArrayInputStream(table).transferTo(zip);
        zip.closeEntry();
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
