package org.sightline.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One person's browser: its own cookies and its own connection.
final class Browser implements AutoCloseable {

  private final URI origin;
  private final HttpClient http;

  Browser(URI origin) {
    this.origin = origin;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
  }

  record Answer(int status, String path, String body) {

    /// The first match of a pattern's group 1.
    String find(String pattern) {
      var match = Pattern.compile(pattern).matcher(body);
      if (!match.find()) {
        throw new IllegalStateException("No " + pattern + " at " + path + " (" + status + ")");
      }
      return match.group(1);
    }

    List<String> all(String pattern) {
      return Pattern.compile(pattern)
          .matcher(body)
          .results()
          .map(m -> m.group(1))
          .distinct()
          .toList();
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(origin.resolve(path)).GET());
  }

  Answer post(String path, Map<String, String> form) throws IOException, InterruptedException {
    return post(path, List.copyOf(form.entrySet()));
  }

  /// A form in which a name may come more than once.
  Answer post(String path, List<Map.Entry<String, String>> form)
      throws IOException, InterruptedException {
    String body =
        form.stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(origin.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin.toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response =
        http.send(
            request.timeout(Duration.ofSeconds(60)).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    return new Answer(response.statusCode(), response.uri().getPath(), response.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
