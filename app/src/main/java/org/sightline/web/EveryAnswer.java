package org.sightline.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Stands in front of everything the server does, so that also what it refuses by itself (a method
/// nobody knows, an address that cannot be read) carries the headers and ends in a page of ours. A
/// filter would come too late: such requests never reach one.
final class EveryAnswer extends ValveBase {

  private final Words words;

  EveryAnswer(Words words) {
    super(true);
    this.words = words;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Headers.set(request, response);
    getNext().invoke(request, response);
    boolean bare = response.getContentWritten() == 0 && !response.isCommitted();
    if (bare && response.getStatus() >= 400 && !request.isAsyncStarted()) {
      explain(response);
    }
  }

  private void explain(Response response) throws IOException {
    response.setSuspended(false);
    response.setContentType("text/html");
    response.setCharacterEncoding("utf-8");
    var writer = response.getReporter();
    if (writer != null) {
      writer.write(page(response.getStatus()));
      response.finishResponse();
    }
  }

  private String page(int status) {
    String key =
        switch (status) {
          case 404 -> "web.errors.not-there";
          case 413 -> "web.errors.too-large";
          case 503 -> "web.errors.unavailable";
          // A method nobody knows, or a body packed in an unknown way: not the server's fault.
          case 501 -> "web.errors.bad-request";
          default -> status < 500 ? "web.errors.bad-request" : "web.errors.fault";
        };
    return """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>%1$s – %3$s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="%5$s"></head>
        <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">%4$s</a></p></main></body></html>
        """
        .formatted(
            words.say(key + ".title"),
            words.say(key + ".sentence"),
            words.say("web.product"),
            words.say("web.back"),
            StaticFiles.at("/static/web/sightline.css"));
  }
}
