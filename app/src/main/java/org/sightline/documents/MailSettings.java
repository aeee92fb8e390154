package org.sightline.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class MailSettings {

  /// Mail goes to files under the data directory while no server is configured.
  @Bean
  @Lazy
  MailFolder mailFolder(@Value("${sightline.data-dir}") Path dataDirectory, Clock clock)
      throws IOException {
    return new MailFolder(dataDirectory.resolve("mail"), clock);
  }
}
