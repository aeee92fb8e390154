package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Sheet;
import org.sightline.store.EscrowShare;
import org.sightline.store.KeyRing;
import org.sightline.store.PrivateFiles;

/// The shares as they are handed over: for each a page to print and a file with the same words.
final class ShareFiles {

  private static final String PAGE =
      """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB">
        <head><title>Share of a key</title></head>
        <body>
          <h1>Share %1$d of 3 of a Sightline key</h1>
          <p>For: <b>%2$s</b></p>
          <p>Names and records in this installation are sealed. If its key is lost, two of three custodians bring it back
            with their shares. This share alone says nothing to anybody.</p>
          <table>
            <tr><th>Installation</th><td>%3$s</td></tr>
            <tr><th>Split on</th><td>%4$s</td></tr>
            <tr><th>Check word</th><td>%5$s</td></tr>
          </table>
          <div class="box">%6$s</div>
          <h2>Keep it so</h2>
          <ul>
            <li>In a closed envelope with your name and the date across the flap, in a safe to which only you have access.</li>
            <li>Never in one place with another custodian’s share, and not with the backups.</li>
            <li>Do not photograph, scan, copy or send it. No machine should see it but the one the key is brought back on.</li>
            <li>If it is lost, or the envelope was opened, say so the same day: the key is then changed and split anew.</li>
            <li>Once a year you are asked for it, for a drill. You may say the check word aloud, and never the groups.</li>
            <li>When you leave, hand it to whoever runs Sightline; there will be a new split.</li>
          </ul>
          <h2>To bring the key back</h2>
          <p>Two custodians come to the computer together. If the file of a share is not at hand, the four lines are typed into an
            empty file; the letters O, I and L do not occur, 0 and 1 do. Then:</p>
          <p>bin/sightline escrow recover --share first.txt --share second.txt --data-dir … --key-file …</p>
        </body>
      </html>
      """;

  private static final String FILE =
      """
      Sightline: share %d of 3 of an installation's key. Any two bring it back; one alone says nothing.
      For: %s
      Installation: %s
      Split on: %s
      Check word: %s

      %s
      """;

  private ShareFiles() {}

  /// @throws IllegalStateException with a sentence when they would lie where they must not
  static void refusePlace(Path to, Path dataDirectory) {
    try {
      KeyRing.refuseInside(to, dataDirectory);
    } catch (IllegalStateException inside) {
      throw new IllegalStateException(
          "%s lies inside the data directory: whoever copies the data would have the key. Give another place with --to."
              .formatted(to),
          inside);
    }
    if (Files.exists(to)) {
      throw new IllegalStateException(
          "There is something in %s already. Give a directory that is not there yet with --to."
              .formatted(to));
    }
  }

  static void write(Path to, List<EscrowShare> shares, List<String> custodians) {
    try {
      PrivateFiles.directory(to);
      for (int i = 0; i < shares.size(); i++) {
        var share = shares.get(i);
        PrivateFiles.write(
            to.resolve("share-%d.txt".formatted(share.number())),
            text(share, custodians.get(i)).getBytes(StandardCharsets.UTF_8));
        PrivateFiles.write(
            to.resolve("share-%d.pdf".formatted(share.number())), page(share, custodians.get(i)));
      }
    } catch (IOException unwritable) {
      throw new IllegalStateException(
          "The shares cannot be written to %s (%s).".formatted(to, unwritable.getMessage()),
          unwritable);
    }
  }

  /// What was written of them before it failed.
  static void remove(Path to) {
    if (!Files.exists(to)) {
      return;
    }
    try (var files = Files.walk(to)) {
      for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }

  private static String text(EscrowShare share, String custodian) {
    return FILE.formatted(
        share.number(),
        custodian,
        share.installation(),
        share.on(),
        share.checkWord(),
        share.code());
  }

  private static byte[] page(EscrowShare share, String custodian) {
    var lines = new StringBuilder();
    share
        .code()
        .lines()
        .forEach(line -> lines.append("<p class=\"code\">").append(line).append("</p>"));
    return Pdf.of(
        PAGE.formatted(
            share.number(),
            escaped(custodian),
            share.installation(),
            share.on(),
            share.checkWord(),
            lines),
        Sheet.A4_PORTRAIT,
        new PrintHeading("Share of a key", share.on(), null));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
