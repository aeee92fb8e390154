package org.sightline.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
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
  ModelAndView error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Without a status somebody typed the address: then there is nothing here.
    return errors.ofStatus(HttpStatusCode.valueOf(status instanceof Integer code ? code : 404));
  }
}
