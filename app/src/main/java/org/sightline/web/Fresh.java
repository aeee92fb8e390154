package org.sightline.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Only for somebody who has shown who they are within the last five minutes (AN-12): exports,
/// grants, keys, and what one signs in with. Put it on the page that leads there as well as on what
/// it does, so that nothing typed is lost on the way.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Fresh {}
