package org.sightline.access;

import org.sightline.web.CarriedForms;
import org.springframework.stereotype.Component;

/// What may be kept for later may also be carried back to the page of whoever sent it.
@Component
class CarriedBack implements CarriedForms {

  private final KeptForms forms;

  CarriedBack(KeptForms forms) {
    this.forms = forms;
  }

  @Override
  public boolean has(String path) {
    return forms.has(path);
  }
}
