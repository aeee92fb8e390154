package org.sightline.engagement.results;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sightline.testing.SightlineTest;
import org.springframework.context.annotation.Import;

/// A test against the whole application, with maps and raised zones held in memory.
@SightlineTest
@Import(ResultsHeld.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ResultsTest {}
