package org.sightline;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the two sites listen and what the world calls them: the same for `demo` and `serve`.
final class SiteOptions {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where everything is kept. Default: ${DEFAULT-VALUE}")
  Path dataDirectory = Path.of("data");

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Port of the staff site. Default: ${DEFAULT-VALUE}")
  int port = 8080;

  @Option(
      names = "--student-port",
      paramLabel = "Q",
      description = "Port of the student site. Default: the staff site's port plus one.")
  @Nullable Integer studentPort;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "The staff site's address as people type it.")
  @Nullable URI publicUrl;

  @Option(
      names = "--student-url",
      paramLabel = "URL",
      description = "The student site's address as young people type it.")
  @Nullable URI studentUrl;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Certificate chain in PEM; both sites then speak https.")
  @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key in PEM.")
  @Nullable Path certificateKey;

  /// The settings Spring needs.
  ///
  /// @throws IllegalStateException with a sentence when they do not fit together
  Map<String, Object> settings() {
    check();
    String scheme = certificate == null ? "http" : "https";
    var settings = new LinkedHashMap<String, Object>();
    settings.put("server.port", port);
    settings.put("sightline.student-port", studentPort());
    settings.put(
        "sightline.public-url",
        publicUrl == null ? scheme + "://localhost:" + port : publicUrl.toString());
    settings.put(
        "sightline.student-url",
        studentUrl == null ? scheme + "://localhost:" + studentPort() : studentUrl.toString());
    if (certificate != null && certificateKey != null) {
      settings.put("sightline.tls-cert", certificate.toAbsolutePath().toString());
      settings.put("sightline.tls-key", certificateKey.toAbsolutePath().toString());
    }
    return settings;
  }

  /// @throws IllegalStateException when another program has one of the two ports
  void refuseTakenPorts() {
    Ports.refuseTaken(port, "--port");
    Ports.refuseTaken(studentPort(), "--student-port");
  }

  int studentPort() {
    return studentPort == null ? port + 1 : studentPort;
  }

  private void check() {
    refuse(isNoPort(port), "--port must lie between 1 and 65535, not " + port);
    refuse(
        studentPort == null && isNoPort(studentPort()),
        "There is no port after %d for the student site. Choose one with --student-port"
            .formatted(port));
    refuse(
        isNoPort(studentPort()),
        "--student-port must lie between 1 and 65535, not " + studentPort());
    refuse(studentPort() == port, "The two sites need different ports; both were given " + port);
    refuse(
        (certificate == null) != (certificateKey == null),
        "--tls-cert and --tls-key go together: give both, or neither");
    if (certificate != null && certificateKey != null) {
      CertificateFiles.check(certificate, certificateKey);
    }
    for (URI url : new URI[] {publicUrl, studentUrl}) {
      refuse(
          url != null
              && (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")),
          "%s is not an address such as https://sightline.example".formatted(url));
    }
  }

  private static boolean isNoPort(int number) {
    return number < 1 || number > 65_535;
  }

  private static void refuse(boolean wrong, String sentence) {
    if (wrong) {
      throw new IllegalStateException(sentence);
    }
  }
}
