package org.sightline.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sightline.kernel.Role;

/// What only some do of those to whom the journey is open (AC-01): at least one of these roles must
/// be held somewhere, and be among those of its [OpenTo]. Which workspace or record they may do it
/// to is decided at the module's door, as ever.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyFor {

  Role[] value();
}
