package org.sightline.network.taking;

import org.sightline.network.NotAgreed;
import org.sightline.web.Answers;
import org.sightline.web.Words;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Instead of a file with many people: why not, and where to ask.
@ControllerAdvice
@Order(1)
class ManyRefused {

  private final Words words;

  ManyRefused(Words words) {
    this.words = words;
  }

  @ExceptionHandler
  ModelAndView notAgreed(NotAgreed refusal) {
    var page = new ManyPage(refusal.named(), refusal.asked(), Answers.none(words));
    var view = new ModelAndView("network/taking/many", "page", page);
    view.setStatus(HttpStatus.CONFLICT);
    return view;
  }
}
