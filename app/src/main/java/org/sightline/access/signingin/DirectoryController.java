package org.sightline.access.signingin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sightline.access.DirectoryDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// To the council's directory and back (AN-13).
@Controller
class DirectoryController {

  private final DirectoryDesk desk;

  DirectoryController(DirectoryDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/signing-in/directory")
  ResponseEntity<Void> leave(HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(desk.toSignIn(request)))
        .build();
  }

  @GetMapping("/signing-in/directory/answer")
  String answer(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String iss,
      HttpServletRequest request,
      HttpServletResponse response) {
    return "redirect:" + desk.answered(request, response, state, code, iss);
  }
}
