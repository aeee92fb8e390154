package org.sightline.testing;

import java.time.LocalDate;
import org.sightline.demonstration.Cast;
import org.sightline.demonstration.InventedSchool;
import org.springframework.beans.factory.InitializingBean;

/// Puts the invented school into the tests' database before the first test.
final class TestSchool implements InitializingBean {

  private final InventedSchool school;

  TestSchool(InventedSchool school) {
    this.school = school;
  }

  @Override
  public void afterPropertiesSet() {
    school.setUp(Cast.read(), LocalDate.of(2026, 1, 5));
  }
}
