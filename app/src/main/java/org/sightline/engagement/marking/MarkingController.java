package org.sightline.engagement.marking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sightline.engagement.marks.Staging;
import org.sightline.engagement.marks.Staging.Sending;
import org.sightline.engagement.marks.UnslippedMap;
import org.sightline.kernel.NotThere;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Nothing is stored between these pages: the forms carry what was said so far, until it is sent.
@Controller
class MarkingController {

  private final Staging staging;
  private final Seats seats;

  MarkingController(Staging staging, Seats seats) {
    this.staging = staging;
    this.seats = seats;
  }

  @GetMapping("/what-happens")
  String whatHappens(HttpServletRequest request, Model model) {
    return page("what-happens", nothingSaid(request), model);
  }

  @GetMapping("/year-group")
  String yearGroup(HttpServletRequest request, Model model) {
    return page("year-group", nothingSaid(request), model);
  }

  @GetMapping("/marking")
  String mark(HttpServletRequest request, Model model) {
    return page("marking", nothingSaid(request), model);
  }

  @PostMapping("/marking")
  String markOn(HttpServletRequest request, Model model) {
    return page("marking", said(request), model);
  }

  @PostMapping("/checking")
  String check(HttpServletRequest request, Model model) {
    return page("checking", said(request), model);
  }

  @GetMapping("/marking/floor/{position}")
  ResponseEntity<byte[]> picture(@PathVariable int position, HttpServletRequest request) {
    var seat = seats.at(request).orElseThrow(NotThere::new);
    byte[] png = staging.picture(seat.classCode(), position).orElseThrow(NotThere::new);
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png);
  }

  /// Sends the map and shows its slip in the same answer: were there a redirect between, a session
  /// that closes at that moment would keep the map and lose the code. Sent again, it answers the
  /// same.
  @PostMapping("/slip")
  String send(HttpServletRequest request, HttpServletResponse response, Model model) {
    var joined = joined(request);
    var form = MarkingForm.read(request.getParameterMap(), joined.sheet());
    return switch (staging.send(joined.seat(), joined.sheet(), form.map(), form.slip())) {
      case Sending.Sent sent -> slip(joined, SlipPage.of(joined.sheet(), sent.map(), null), model);
      case Sending.Already first ->
          slip(
              joined,
              SlipPage.of(
                  joined.sheet(), first.map(), first.different() ? "firstCounts" : "alreadySent"),
              model);
      case Sending.TakenOut gone -> problem("takenOut", 409, response, model);
      case Sending.Full full -> problem("full", 429, response, model);
      case Sending.Closed closed -> problem("closed", 410, response, model);
    };
  }

  /// The slip again, for the same seat, while the session is open.
  @GetMapping("/slip")
  String slipAgain(HttpServletRequest request, Model model) {
    var joined = joined(request);
    return staging
        .sentFrom(joined.seat(), joined.sheet())
        .map(map -> slip(joined, SlipPage.of(joined.sheet(), map, null), model))
        .orElse("redirect:/marking");
  }

  @ExceptionHandler
  ModelAndView notJoined(
      NotJoined notJoined, HttpServletRequest request, HttpServletResponse response) {
    if (notJoined.closed()) {
      return problemView("closed", 410, response);
    }
    return request.getMethod().equals("GET")
        ? new ModelAndView("redirect:/joining")
        : problemView("unreadable", 400, response);
  }

  @ExceptionHandler
  ModelAndView unreadable(Unreadable unreadable, HttpServletResponse response) {
    return problemView("unreadable", 400, response);
  }

  private Joined joined(HttpServletRequest request) {
    var seat = seats.at(request).orElseThrow(() -> new NotJoined(false));
    if (staging.behind(seat.classCode()) instanceof Staging.Door.Open open) {
      return new Joined(seat, open.sheet());
    }
    throw new NotJoined(true);
  }

  private MarkingPage nothingSaid(HttpServletRequest request) {
    return MarkingPage.of(joined(request).sheet(), new UnslippedMap(null, Map.of()));
  }

  private MarkingPage said(HttpServletRequest request) {
    var sheet = joined(request).sheet();
    return MarkingPage.of(sheet, MarkingForm.read(request.getParameterMap(), sheet).map());
  }

  private static String page(String name, MarkingPage page, Model model) {
    model.addAttribute("page", page);
    return "engagement/marking/" + name;
  }

  private static String slip(Joined joined, SlipPage page, Model model) {
    model.addAttribute("page", page);
    return "engagement/marking/slip";
  }

  private static String problem(
      String what, int status, HttpServletResponse response, Model model) {
    response.setStatus(status);
    model.addAttribute("what", what);
    return "engagement/marking/problem";
  }

  private static ModelAndView problemView(String what, int status, HttpServletResponse response) {
    response.setStatus(status);
    return new ModelAndView("engagement/marking/problem", "what", what);
  }
}
