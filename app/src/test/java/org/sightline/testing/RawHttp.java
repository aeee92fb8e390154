package org.sightline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Says to a server exactly what it is told to say: methods nobody knows, paths no client would
/// send.
public final class RawHttp {

  private final int port;

  /// @param origin as in `http://localhost:8080`
  public RawHttp(String origin) {
    this.port = URI.create(origin).getPort();
  }

  /// @param status 0 when the server hung up without a word
  public record Answer(int status, List<String> headers, String body) {

    public Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }

    public Document page() {
      return Jsoup.parse(body);
    }
  }

  /// Sends a request without a body; further header lines as they should stand.
  public Answer send(String method, String target, String... headerLines) {
    return bytes(
        "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n%s\r\n"
            .formatted(
                method,
                target,
                port,
                headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n"));
  }

  /// Sends these characters and nothing else.
  public Answer bytes(String request) {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Answer parse(String answer) {
    if (answer.isEmpty()) {
      return new Answer(0, List.of(), "");
    }
    int end = answer.indexOf("\r\n\r\n");
    var lines = answer.substring(0, end).lines().toList();
    return new Answer(
        Integer.parseInt(lines.getFirst().split(" ")[1]),
        lines.subList(1, lines.size()),
        answer.substring(end + 4));
  }
}
