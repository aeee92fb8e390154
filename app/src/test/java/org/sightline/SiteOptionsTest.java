package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Where the two sites are when nobody says.
class SiteOptionsTest {

  @Test
  void theStudentSiteIsOnTheNextPort() {
    assertThat(settings("--port", "9200"))
        .containsEntry("server.port", 9200)
        .containsEntry("sightline.student-port", 9201)
        .containsEntry("sightline.public-url", "http://localhost:9200")
        .containsEntry("sightline.student-url", "http://localhost:9201");
    assertThat(settings())
        .containsEntry("sightline.public-url", "http://localhost:8080")
        .containsEntry("sightline.student-url", "http://localhost:8081");
    assertThat(settings("--port", "9200", "--student-port", "7000"))
        .containsEntry("sightline.student-url", "http://localhost:7000");
  }

  private static java.util.Map<String, Object> settings(String... typed) {
    return CommandLine.populateCommand(new SiteOptions(), typed).settings();
  }
}
