package org.sightline.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sightline.kernel.Role;

/// Who may open the pages of a journey: declared once, on the journey's package. A controller in a
/// package without it fails `LayoutTest`, and is answered with "not there" when it runs (AC-01).
///
/// Roles open the door of the journey only; each workspace in it is opened by membership.
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

  Site site();

  /// On the staff site, at least one of these must be held somewhere. Empty there means any person
  /// who is signed in.
  Role[] roles() default {};

  /// Open before anyone is signed in. Only for signing in itself.
  boolean everyone() default false;
}
