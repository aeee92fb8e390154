package org.sightline.engagement.results;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What a school may set about its results.
@Configuration
class ResultsSettings {

  /// Takes effect in rounds whose first results are still to be made.
  @Bean
  SmallNumbers smallNumbers(@Value("${sightline.engagement.smallest-count:5}") int k) {
    return new SmallNumbers(k);
  }
}
