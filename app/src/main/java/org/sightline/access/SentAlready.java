package org.sightline.access;

/// The same form was carried out before: its sender is led where they were led then.
final class SentAlready extends RuntimeException {

  private final transient FormKey form;

  SentAlready(FormKey form) {
    super("The same form was sent before", null, false, false);
    this.form = form;
  }

  FormKey form() {
    return form;
  }
}
