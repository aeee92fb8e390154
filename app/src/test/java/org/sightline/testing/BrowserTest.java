package org.sightline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A [SightlineTest] in a real browser: its methods take a [Browser], which after each of them
/// reports what went wrong on the pages unasked. Skipped, and said so, where there is no Chromium.
@SightlineTest
@Tag("browser")
@ExtendWith(Browsers.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BrowserTest {}
