package org.sightline.audit.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// AU-04: a checkpoint in a bucket is locked for longer than a year, and a bucket that refuses has
/// not taken it. Against a store of a few lines on this machine.
class BucketSinkTest {

  private static final String LINE =
      "sightline-checkpoint 1 0123456789abcdef 42 %s 2027-03-03T12:00:00.123Z c2ln"
          .formatted("ab".repeat(32));

  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private final StringBuffer body = new StringBuffer();
  private HttpServer store;
  private int answer = 200;

  @BeforeEach
  void open() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
          exchange
              .getRequestHeaders()
              .forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
          body.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    store.start();
  }

  @AfterEach
  void close() {
    store.stop(0);
  }

  @Test
  void whatTheBucketRefusesIsNotTaken() {
    for (int refusal : new int[] {403, 404, 500, 503}) {
      answer = refusal;
      assertThatThrownBy(() -> sink().deliver(LINE)).isInstanceOf(IOException.class);
    }
    assertThat(paths).as("tried once each; it is tried again later").hasSize(4);
  }

  @Test
  void nobodyThereIsNotTaken() {
    store.stop(0);

    assertThatThrownBy(() -> sink().deliver(LINE)).isInstanceOf(IOException.class);
  }

  @Test
  void aCheckpointIsAnObjectOfItsOwnLockedForFourHundredDays() throws IOException {
    sink().deliver(LINE);

    assertThat(paths)
        .containsExactly("PUT /witness/sightline/checkpoint-2027-03-03T12-00-00.123Z-42");
    assertThat(headers)
        .containsEntry("x-amz-object-lock-mode", "COMPLIANCE")
        .containsEntry("x-amz-object-lock-retain-until-date", "2028-04-06T12:00:00.123Z");
    assertThat(headers.get("authorization"))
        .startsWith("AWS4-HMAC-SHA256")
        .doesNotContain("hidden");
    assertThat(body.toString()).contains(LINE);
  }

  private BucketSink sink() {
    return BucketSink.of(
        URI.create("s3://witness/sightline/"),
        URI.create("http://127.0.0.1:" + store.getAddress().getPort()),
        "eu-west-2",
        400,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("invented", "hidden")));
  }
}
