package org.sightline.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What is typed here is never kept for later when a session ends: passwords and keys, what young
/// people wrote, and whatever else must not outlive its page (AN-10). On a journey's package or one
/// of its controllers.
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotKept {}
