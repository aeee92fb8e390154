package org.sightline.engagement.marks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MarksSettings {

  @Bean
  HashingDesk hashingDesk() {
    return new HashingDesk();
  }
}
