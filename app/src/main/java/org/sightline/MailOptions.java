package org.sightline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Message;
import picocli.CommandLine.Option;

/// The mail server, for `demo` and `serve`. Without one, mail goes into files.
final class MailOptions {

  private static final int SMTP = 587;
  private static final int SMTPS = 465;
  private static final String SECONDS = "10000";

  @Option(
      names = "--mail-server",
      paramLabel = "URL",
      description =
          "The server mail is sent through, as in smtp://mail.example:587 or smtps://mail.example. Default: files in DIR/mail.")
  @Nullable URI server;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "The address mail comes from. Mail to a role goes to the same place.")
  @Nullable String from;

  @Option(names = "--mail-user", paramLabel = "NAME", description = "Who signs in at the server.")
  @Nullable String user;

  @Option(
      names = "--mail-password-file",
      paramLabel = "FILE",
      description = "A file that holds the password and nothing else.")
  @Nullable Path passwordFile;

  /// The settings Spring needs.
  ///
  /// @throws IllegalStateException with a sentence when they do not fit together
  Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    URI to = server;
    String sender = from;
    if (to == null) {
      refuse(
          sender != null || user != null || passwordFile != null,
          "--mail-from, --mail-user and --mail-password-file need --mail-server");
      return settings;
    }
    String scheme = String.valueOf(to.getScheme());
    refuse(
        to.getHost() == null || !(scheme.equals("smtp") || scheme.equals("smtps")),
        "%s is not a mail server such as smtp://mail.example:587".formatted(to));
    refuse(
        to.getUserInfo() != null,
        "Give name and password with --mail-user and --mail-password-file: an address stays in the list of commands");
    if (sender == null || !Message.isAddress(sender)) {
      throw new IllegalStateException(
          "--mail-server needs --mail-from with an address such as sightline@school.example");
    }
    refuse(
        (user == null) != (passwordFile == null),
        "--mail-user and --mail-password-file go together: give both, or neither");
    settings.put("sightline.mail.from", sender);
    settings.put("sightline.mail.domain", sender.substring(sender.indexOf('@') + 1));
    settings.put("spring.mail.host", to.getHost());
    settings.put("spring.mail.protocol", scheme);
    int usual = scheme.equals("smtp") ? SMTP : SMTPS;
    settings.put("spring.mail.port", to.getPort() < 0 ? usual : to.getPort());
    settings.putAll(ofSession(scheme));
    return settings;
  }

  /// Short waits, so that a server that hangs holds nothing up; and never a password in the clear:
  /// who signs in over `smtp` must be offered STARTTLS.
  private Map<String, Object> ofSession(String scheme) {
    var settings = new LinkedHashMap<String, Object>();
    String prefix = "spring.mail.properties[mail." + scheme + ".";
    settings.put(prefix + "connectiontimeout]", SECONDS);
    settings.put(prefix + "timeout]", SECONDS);
    settings.put(prefix + "writetimeout]", SECONDS);
    settings.put(prefix + "ssl.checkserveridentity]", "true");
    settings.put(prefix + "starttls.enable]", "true");
    Path file = passwordFile;
    String name = user;
    if (file != null && name != null) {
      settings.put(prefix + "starttls.required]", "true");
      settings.put(prefix + "auth]", "true");
      settings.put("spring.mail.username", name);
      settings.put("spring.mail.password", password(file));
    }
    return settings;
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new IllegalStateException("The file %s cannot be read".formatted(file), unreadable);
    }
  }

  private static void refuse(boolean wrong, String sentence) {
    if (wrong) {
      throw new IllegalStateException(sentence);
    }
  }
}
