package org.sightline.engagement.marking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.Staging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class JoiningController {

  private final Staging staging;
  private final Seats seats;

  JoiningController(Staging staging, Seats seats) {
    this.staging = staging;
    this.seats = seats;
  }

  @GetMapping("/joining")
  String show(Model model) {
    return page("", null, model);
  }

  @PostMapping("/joining")
  String join(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var classCode = ClassCode.read(code);
    if (classCode.isEmpty()) {
      return refuse(code, code.isBlank() ? "empty" : "wrong", response, model);
    }
    return switch (staging.behind(classCode.get())) {
      case Staging.Door.Open open -> {
        seats.take(classCode.get(), request, response);
        yield "redirect:/what-happens";
      }
      case Staging.Door.NotOpenYet early -> refuse(code, "notOpenYet", response, model);
      case Staging.Door.Closed closed -> refuse(code, "closed", response, model);
      case Staging.Door.Unknown unknown -> refuse(code, "wrong", response, model);
    };
  }

  private static String refuse(
      String typed, String error, HttpServletResponse response, Model model) {
    response.setStatus(422);
    return page(typed.length() > 60 ? "" : typed, error, model);
  }

  private static String page(String typed, @Nullable String error, Model model) {
    model.addAttribute("page", new JoiningPage(typed, error));
    return "engagement/marking/joining";
  }
}
