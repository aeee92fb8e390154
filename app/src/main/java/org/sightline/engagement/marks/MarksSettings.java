package org.sightline.engagement.marks;

import org.sightline.kernel.HashingCost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MarksSettings {

  @Bean
  HashingDesk hashingDesk(ObjectProvider<HashingCost> cost) {
    return new HashingDesk(cost.getIfAvailable(() -> HashingCost.USUAL));
  }
}
