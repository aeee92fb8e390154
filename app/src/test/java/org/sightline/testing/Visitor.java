package org.sightline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.UnauditedPosts;

/// A browser without scripts: keeps cookies, follows a redirect after a post, parses pages.
public final class Visitor {

  private final String origin;
  private final @Nullable UnauditedPosts unaudited;
  private boolean answersPurposes = true;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Visitor(String origin, @Nullable UnauditedPosts unaudited) {
    this.origin = origin;
    this.unaudited = unaudited;
  }

  /// A browser on an application that runs as another process.
  public static Visitor at(String origin) {
    return new Visitor(origin, null);
  }

  /// @param status of the page arrived at
  /// @param path of the page arrived at, after redirects
  public record Arrived(int status, String path, Document page, HttpResponse<byte[]> response) {

    public String heading() {
      return page.select("h1").text();
    }

    /// Every byte of the answer but what differs from one moment to the next: the keys of its
    /// forms, what waits for its reader, and the minute it was printed.
    public String withoutKeys() {
      return new String(response.body(), StandardCharsets.ISO_8859_1)
          .replaceAll("name=\"form-key\" value=\"[0-9a-f-]{36}\"", "")
          .replaceAll("<a class=\"top__me top__inbox[^>]*>[^<]*</a>", "")
          .replaceAll("<p class=\"printed-by\">[^<]*</p>", "");
    }
  }

  public CookieManager cookies() {
    return cookies;
  }

  public Arrived get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /// Follows a link from a page, of which the browser tells the address.
  public Arrived follow(String path, String from) {
    return send(HttpRequest.newBuilder(uri(path)).header("Referer", from).GET());
  }

  /// Posts a form; names and values in turn. A staff post that changed something without an audit
  /// entry fails the test here.
  public Arrived post(String path, String... namesAndValues) {
    var form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(encode(namesAndValues[i]))
          .append('=')
          .append(encode(namesAndValues[i + 1]));
    }
    return body(
        path,
        "application/x-www-form-urlencoded",
        form.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Posts a body of any type.
  public Arrived body(String path, String contentType, byte[] body) {
    var arrived =
        send(
            HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    String forgot =
        unaudited != null && origin.contains(":" + uri(path).getPort()) ? unaudited.last() : null;
    if (forgot != null && !path.equals("/signing-in")) {
      throw new AssertionError("A post was not audited: " + forgot);
    }
    return arrived;
  }

  /// Puts a body, as a page's own script does.
  public Arrived put(String path, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", contentType)
            .header("Origin", origin)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// Posts one file with other fields beside it.
  public Arrived upload(
      String path, String field, String fileName, byte[] file, String... namesAndValues) {
    String boundary = "----sightline-test";
    var out = new java.io.ByteArrayOutputStream();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.writeBytes(
          ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(boundary, namesAndValues[i], namesAndValues[i + 1]))
              .getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(boundary, field, fileName))
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(file);
    out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body(path, "multipart/form-data; boundary=" + boundary, out.toByteArray());
  }

  /// Says what a piece of work is open for when that is asked, and goes on with what was wanted.
  private Arrived send(HttpRequest.Builder request) {
    var arrived = sendOnce(request);
    boolean asked =
        arrived.path().matches("/casework/[0-9a-f-]{36}/opening")
            && !request.build().uri().getPath().endsWith("/opening");
    if (!asked || !answersPurposes || arrived.status() != 200) {
      return arrived;
    }
    var choices = arrived.page().select("input[name=purpose]").eachAttr("value");
    post(arrived.path(), "purpose", choices.contains("ASSESS") ? "ASSESS" : choices.getFirst());
    return sendOnce(request);
  }

  /// Leaves it to the test to say what a piece of work is open for.
  public Visitor answeringNoPurposes() {
    answersPurposes = false;
    return this;
  }

  private Arrived sendOnce(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.previousResponse().isPresent()) {
        checkAddress(response.uri());
      }
      var page = Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
      return new Arrived(response.statusCode(), response.uri().getPath(), page, response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// Where a post led: an address of ours, and it must not repeat what was typed.
  private static void checkAddress(URI address) {
    if (TypedWords.in(address)) {
      throw new AssertionError("Typed words in an address (WB-06): " + address);
    }
  }

  private URI uri(String path) {
    return URI.create(path.startsWith("http") ? path : origin + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
