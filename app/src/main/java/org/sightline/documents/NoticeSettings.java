package org.sightline.documents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class NoticeSettings {

  /// One thread, so that mail is written in the order in which people were told.
  @Bean(defaultCandidate = false)
  ThreadPoolTaskExecutor noticeThread() {
    var thread = new ThreadPoolTaskExecutor();
    thread.setCorePoolSize(1);
    thread.setMaxPoolSize(1);
    thread.setThreadNamePrefix("notices-");
    thread.setWaitForTasksToCompleteOnShutdown(true);
    thread.setAwaitTerminationSeconds(5);
    return thread;
  }
}
