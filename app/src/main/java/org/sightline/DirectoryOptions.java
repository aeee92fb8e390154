package org.sightline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A council's own directory, with which people may sign in.
final class DirectoryOptions {

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description =
          "A council's directory that speaks OpenID Connect, as it names itself. People may then sign in with it.")
  @Nullable URI issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "What the directory calls this installation.")
  @Nullable String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      description =
          "A file that holds the directory's secret for this installation and nothing else.")
  @Nullable Path secretFile;

  @Option(
      names = "--oidc-strong-acr",
      paramLabel = "VALUE",
      split = ",",
      description =
          "What the directory says in \"acr\" when it was shown two factors. \"mfa\" in \"amr\" always says so.")
  @Nullable List<String> strongAcr;

  /// The settings Spring needs.
  ///
  /// @throws IllegalStateException with a sentence when they do not fit together
  Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    URI given = issuer;
    String id = clientId;
    Path file = secretFile;
    if (given == null && id == null && file == null && strongAcr == null) {
      return settings;
    }
    if (given == null || id == null || file == null) {
      throw new IllegalStateException(
          "--oidc-issuer, --oidc-client-id and --oidc-client-secret-file go together: give all three, or none");
    }
    if (given.getHost() == null || !"https".equals(given.getScheme())) {
      throw new IllegalStateException(
          "%s is not a directory such as https://login.council.example".formatted(given));
    }
    settings.put("sightline.oidc.issuer", given.toString());
    settings.put("sightline.oidc.client-id", id);
    settings.put("sightline.oidc.client-secret", secret(file));
    if (strongAcr != null) {
      settings.put("sightline.oidc.strong-acr", String.join(",", strongAcr));
    }
    return settings;
  }

  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new IllegalStateException("The file %s cannot be read".formatted(file), unreadable);
    }
  }
}
