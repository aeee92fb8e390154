package org.sightline.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Answers what never reached a controller.
@Controller
class LastResort implements ErrorController {

  private final Errors errors;

  LastResort(Errors errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  @Nullable ModelAndView error(HttpServletRequest request) {
    // Without a status somebody typed the address: then there is nothing here.
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    return status >= 500
            && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
        ? errors.ofFailure(failure)
        : errors.ofStatus(HttpStatusCode.valueOf(status));
  }
}
