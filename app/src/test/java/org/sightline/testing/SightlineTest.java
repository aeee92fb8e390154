package org.sightline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sightline.SightlineApplication;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.plans.PlanRounds;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test against the whole application, started on real ports and a real database that already
/// holds the invented school. All such tests share one application, so each makes a round of its
/// own.
@SpringBootTest(
    classes = SightlineApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({
  TestSchool.class,
  TestPeople.class,
  TestRounds.class,
  TestCasework.class,
  OpenSessions.class,
  PlanRounds.class
})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SightlineTest {}
