package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells the two sites apart by the port a request came in on, and knows their public addresses.
@Component
public class Sites {

  private final Environment environment;
  private final String staffUrl;
  private final String studentUrl;
  private @Nullable Connector studentConnector;

  Sites(
      Environment environment,
      @Value("${sightline.public-url:}") String staffUrl,
      @Value("${sightline.student-url:}") String studentUrl) {
    this.environment = environment;
    this.staffUrl = staffUrl;
    this.studentUrl = studentUrl;
  }

  void studentConnector(Connector connector) {
    this.studentConnector = connector;
  }

  public Site of(HttpServletRequest request) {
    return request.getLocalPort() == studentPort() ? Site.STUDENT : Site.STAFF;
  }

  /// The port the student site listens on; -1 where it has not started.
  public int studentPort() {
    return studentConnector == null ? -1 : studentConnector.getLocalPort();
  }

  /// The student site's address as a young person types it, without a slash at its end.
  public URI studentUrl() {
    return URI.create(
        studentUrl.isEmpty()
            ? "http://localhost:" + studentPort()
            : studentUrl.replaceAll("/+$", ""));
  }

  public URI staffUrl() {
    return URI.create(
        staffUrl.isEmpty()
            ? "http://localhost:" + environment.getProperty("local.server.port")
            : staffUrl.replaceAll("/+$", ""));
  }
}
