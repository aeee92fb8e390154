package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import org.sightline.kernel.NotThere;
import org.sightline.web.ErrorPage;
import org.sightline.web.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Answers a form that was sent again as it was answered the first time.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SentAgain {

  private final FormKeys keys;
  private final Words words;

  SentAgain(FormKeys keys, Words words) {
    this.keys = keys;
    this.words = words;
  }

  @ExceptionHandler
  ModelAndView sentAlready(SentAlready again, HttpServletRequest request) {
    var who = Present.at(request).orElseThrow(NotThere::new);
    return keys.ledTo(who, again.form())
        .map(answer -> new ModelAndView("redirect:" + answer))
        .orElseGet(this::unknown);
  }

  /// It was carried out, and the application ended before it had said where that leads.
  private ModelAndView unknown() {
    var page =
        new ErrorPage(
            words.say("access.forms.already.title"),
            words.say("access.forms.already.sentence"),
            null,
            null,
            "/");
    var view = new ModelAndView("web/error", "page", page);
    view.setStatus(HttpStatus.CONFLICT);
    return view;
  }
}
