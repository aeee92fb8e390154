package org.sightline.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leaves a sentence for the page that comes after a POST, on the staff site.
public final class Notice {

  private Notice() {}

  public static void leave(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute(Shells.NOTICE, sentence);
  }
}
