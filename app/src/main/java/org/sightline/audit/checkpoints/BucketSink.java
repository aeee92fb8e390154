package org.sightline.audit.checkpoints;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// A bucket that speaks S3 and locks what it is given: an object for each checkpoint, which nobody
/// changes or deletes before its day, not even the owner of the bucket.
final class BucketSink implements Sink {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final int days;

  private BucketSink(S3Client client, String bucket, String prefix, int days) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.days = days;
  }

  /// Access keys come from where the SDK looks for them: environment, profile file, machine.
  ///
  /// @param address as in `s3://bucket/folder`
  /// @param endpoint of a store that is not Amazon's, or `null`
  /// @param days how long each object is locked
  static BucketSink of(URI address, @Nullable URI endpoint, String region, int days) {
    return of(address, endpoint, region, days, DefaultCredentialsProvider.builder().build());
  }

  static BucketSink of(
      URI address,
      @Nullable URI endpoint,
      String region,
      int days,
      AwsCredentialsProvider credentials) {
    var builder =
        S3Client.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(LONGEST).socketTimeout(LONGEST))
            .overrideConfiguration(
                all ->
                    all.apiCallTimeout(LONGEST).retryStrategy(DefaultRetryStrategy.doNotRetry()));
    if (endpoint != null) {
      builder.endpointOverride(endpoint).forcePathStyle(true);
    }
    String path = address.getPath() == null ? "" : address.getPath();
    String folder = path.replaceAll("^/+|/+$", "");
    return new BucketSink(
        builder.build(), address.getHost(), folder.isEmpty() ? "" : folder + "/", days);
  }

  @Override
  public String kind() {
    return "bucket";
  }

  @Override
  public void deliver(String line) throws IOException {
    String[] parts = line.split(" ", 7);
    var at = Instant.parse(parts[5]);
    var request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(prefix + "checkpoint-" + parts[5].replace(':', '-') + "-" + parts[3])
            .objectLockMode(ObjectLockMode.COMPLIANCE)
            .objectLockRetainUntilDate(at.plus(days, ChronoUnit.DAYS))
            .contentType("text/plain")
            .build();
    try {
      client.putObject(request, RequestBody.fromString(line + "\n"));
    } catch (SdkException refused) {
      throw new IOException("the bucket did not take it", refused);
    }
  }
}
