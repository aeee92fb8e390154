package org.sightline.engagement.marking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sightline.engagement.marks.Staging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Leaving wipes what the browser has, before and after sending (ST-17). No question is asked.
@Controller
class LeavingController {

  private final Staging staging;
  private final Seats seats;

  LeavingController(Staging staging, Seats seats) {
    this.staging = staging;
    this.seats = seats;
  }

  /// @param from the page that is left, where what it says next depends on it
  @PostMapping("/leaving")
  String leave(
      @RequestParam(defaultValue = "") String from,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String what =
        switch (from) {
          case "slip" -> "finished";
          case "withdrawing", "problem" -> "cleared";
          default -> whatHappened(request);
        };
    seats.leave(request, response);
    model.addAttribute("what", what);
    return "engagement/marking/leaving";
  }

  /// Where leaving quickly leads: it says nothing about what was there.
  @GetMapping("/leaving")
  String left(Model model) {
    model.addAttribute("what", "cleared");
    return "engagement/marking/leaving";
  }

  private String whatHappened(HttpServletRequest request) {
    var seat = seats.at(request);
    if (seat.isEmpty()) {
      return "left";
    }
    return switch (staging.behind(seat.get().classCode())) {
      case Staging.Door.Open open ->
          staging.sentFrom(seat.get(), open.sheet()).isPresent() ? "finished" : "left";
      // Nobody can tell any more whether a map came from here.
      case Staging.Door.Closed closed -> "cleared";
      case Staging.Door.NotOpenYet early -> "left";
      case Staging.Door.Unknown unknown -> "left";
    };
  }
}
