package org.sightline.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Our styles, scripts and pictures under an address that changes with them. A browser may keep
/// them for good, and after an update it never puts a script of before on a page of now.
public final class StaticFiles {

  private static final String ROOT = "/static/";

  /// Of everything in the folder together, since scripts fetch one another by relative address.
  private static final String VERSION = digest();

  private StaticFiles() {}

  /// The address to name on a page.
  ///
  /// @param path such as `/static/web/sightline.css`
  public static String at(String path) {
    if (!path.startsWith(ROOT)) {
      throw new IllegalArgumentException("Not one of our own files: " + path);
    }
    return folder() + path.substring(ROOT.length());
  }

  /// Whether what lies at this address never changes.
  static boolean isKept(String path) {
    return path.startsWith(folder());
  }

  static String folder() {
    return ROOT + VERSION + "/";
  }

  private static String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/**");
      Arrays.sort(files, Comparator.comparing(StaticFiles::address));
      for (Resource file : files) {
        if (file.isReadable()) {
          try (var in = new DigestInputStream(file.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
      return "v" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static String address(Resource file) {
    try {
      return file.getURL().toString();
    } catch (IOException unnamed) {
      throw new UncheckedIOException(unnamed);
    }
  }
}
