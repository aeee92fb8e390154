package org.sightline.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
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
  ModelAndView error(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return errors.ofStatus(
        status instanceof Integer code
            ? HttpStatus.valueOf(code)
            : HttpStatus.INTERNAL_SERVER_ERROR);
  }
}
