package org.sightline.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A page of the staff site that is read while a young person holds the tablet. Once it was opened
/// with [#PARAMETER], the browser shows such pages only, until the member of staff has shown again
/// who they are (AN-14).
@Target({ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface HandedOver {

  /// Is `over` in the address that hands over.
  String PARAMETER = "handing";
}
