package org.sightline;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where checkpoints of the audit go, when nobody is expected to read, and whose clock is right:
/// for `demo` and `serve`.
final class AuditOptions {

  @Option(
      names = "--checkpoints",
      paramLabel = "FILE",
      description =
          "The file signed checkpoints of the audit are added to, best on another machine's disk. Default: audit-checkpoints beside the keys.")
  @Nullable Path file;

  @Option(
      names = "--checkpoint-command",
      paramLabel = "COMMAND",
      description = "A command that is given each checkpoint on its standard input, too.")
  @Nullable String command;

  @Option(
      names = "--checkpoint-bucket",
      paramLabel = "URL",
      description =
          "A bucket with object lock that is given each checkpoint, too, as in s3://bucket/folder. Access keys come from the environment or a profile, as for any program of Amazon's.")
  @Nullable URI bucket;

  @Option(
      names = "--checkpoint-bucket-endpoint",
      paramLabel = "URL",
      description = "The address of a store that speaks S3 and is not Amazon's.")
  @Nullable URI bucketEndpoint;

  @Option(
      names = "--checkpoint-bucket-region",
      paramLabel = "NAME",
      description = "Where the bucket lies. Default: eu-west-2")
  @Nullable String bucketRegion;

  @Option(
      names = "--off-hours",
      paramLabel = "HOURS",
      description =
          "When reading records raises an alert, as in 22-06, or none. Default: 22-06, London time.")
  @Nullable String offHours;

  @Option(
      names = "--time-server",
      paramLabel = "HOST",
      description =
          "A time server (SNTP) the clocks are compared with, as in ntp.example or ntp.example:123. Default: none; the application's clock is compared with the database's.")
  @Nullable String timeServer;

  /// The settings Spring needs.
  ///
  /// @throws IllegalStateException with a sentence when they are no good
  Map<String, Object> settings(Path dataDirectory) {
    var settings = new LinkedHashMap<String, Object>();
    if (file != null) {
      settings.put("sightline.checkpoints.file", checked(file, dataDirectory).toString());
    }
    if (command != null) {
      settings.put("sightline.checkpoints.command", command);
    }
    settings.putAll(ofBucket());
    if (offHours != null) {
      refuse(
          !offHours.matches("none|([01]\\d|2[0-3])-([01]\\d|2[0-3])"),
          "--off-hours must look like 22-06, or be none, not " + offHours);
      settings.put("sightline.audit.off-hours", offHours);
    }
    if (timeServer != null) {
      refuse(
          !timeServer.matches("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?"),
          "--time-server must look like ntp.example or ntp.example:123, not " + timeServer);
      settings.put("sightline.time-server", timeServer);
    }
    return settings;
  }

  private Map<String, Object> ofBucket() {
    var settings = new LinkedHashMap<String, Object>();
    refuse(
        bucket == null && (bucketEndpoint != null || bucketRegion != null),
        "--checkpoint-bucket-endpoint and --checkpoint-bucket-region need --checkpoint-bucket");
    if (bucket != null) {
      refuse(
          !"s3".equals(bucket.getScheme()) || bucket.getHost() == null,
          "%s is not a bucket such as s3://bucket/folder".formatted(bucket));
      settings.put("sightline.checkpoints.bucket", bucket.toString());
    }
    if (bucketEndpoint != null) {
      refuse(
          bucketEndpoint.getHost() == null
              || !String.valueOf(bucketEndpoint.getScheme()).matches("https?"),
          "%s is not an address such as https://storage.example".formatted(bucketEndpoint));
      settings.put("sightline.checkpoints.bucket-endpoint", bucketEndpoint.toString());
    }
    if (bucketRegion != null) {
      settings.put("sightline.checkpoints.bucket-region", bucketRegion);
    }
    return settings;
  }

  private static Path checked(Path file, Path dataDirectory) {
    var there = file.toAbsolutePath().normalize();
    var database = dataDirectory.toAbsolutePath().normalize().resolve("postgresql");
    refuse(
        there.startsWith(database),
        "The checkpoints %s lie inside the database's directory: whoever rewrites the audit could rewrite them too. Keep them elsewhere."
            .formatted(file));
    var folder = there.getParent();
    refuse(
        Files.isDirectory(there) || folder == null || !Files.isDirectory(folder),
        "The checkpoints %s need a file in a directory that is there".formatted(file));
    return there;
  }

  private static void refuse(boolean wrong, String sentence) {
    if (wrong) {
      throw new IllegalStateException(sentence);
    }
  }
}
