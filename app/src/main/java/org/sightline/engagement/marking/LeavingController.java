package org.sightline.engagement.marking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sightline.engagement.marks.Staging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Leaving wipes what the browser has, before and after sending (ST-17). No question is asked.
@Controller
class LeavingController {

  private final Staging staging;
  private final Seats seats;

  LeavingController(Staging staging, Seats seats) {
    this.staging = staging;
    this.seats = seats;
  }

  @PostMapping("/leaving")
  String leave(HttpServletRequest request, HttpServletResponse response, Model model) {
    boolean sent = hasSent(request);
    seats.leave(request, response);
    model.addAttribute("what", sent ? "finished" : "left");
    return "engagement/marking/leaving";
  }

  /// Where leaving quickly leads: it says nothing about what was there.
  @GetMapping("/leaving")
  String left(Model model) {
    model.addAttribute("what", "cleared");
    return "engagement/marking/leaving";
  }

  private boolean hasSent(HttpServletRequest request) {
    var seat = seats.at(request);
    if (seat.isEmpty()) {
      return false;
    }
    return switch (staging.behind(seat.get().classCode())) {
      case Staging.Door.Open open -> staging.sentFrom(seat.get(), open.sheet()).isPresent();
      // Nobody can tell any more; thanks are never wrong.
      case Staging.Door.Closed closed -> true;
      case Staging.Door.NotOpenYet early -> false;
      case Staging.Door.Unknown unknown -> false;
    };
  }
}
