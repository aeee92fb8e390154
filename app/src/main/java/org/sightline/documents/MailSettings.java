package org.sightline.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
class MailSettings {

  /// Mail goes to files under the data directory while no server is configured; Spring makes the
  /// sender when `spring.mail.host` is set.
  @Bean
  @Lazy
  MailCarrier mailCarrier(
      ObjectProvider<JavaMailSender> server,
      @Value("${sightline.mail.from:sightline@school.invalid}") String from,
      @Value("${sightline.data-dir}") Path dataDirectory)
      throws IOException {
    var sender = server.getIfAvailable();
    return sender == null
        ? new MailFolder(dataDirectory.resolve("mail"), from)
        : new MailServer(sender, from);
  }
}
