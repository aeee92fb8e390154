package org.sightline.concerns.copying;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sightline.concerns.ConcernCopies;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Following.Opened;
import org.sightline.concerns.reading.ReadingPages;
import org.sightline.documents.PickUps;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CopyingController {

  private final ConcernCopies copies;
  private final ReadingPages reading;
  private final Pages pages;
  private final Words words;

  CopyingController(ConcernCopies copies, ReadingPages reading, Pages pages, Words words) {
    this.copies = copies;
    this.reading = reading;
    this.pages = pages;
    this.words = words;
  }

  @Fresh
  @GetMapping("/concerns/{id}/copy")
  String ask(SignedIn who, @PathVariable String id, Model model) {
    return form(who, copies.open(who, ConcernId.of(id)), Answers.none(words), model);
  }

  /// The words that open the file are the answer itself: it is made once and is nowhere to come
  /// back to.
  @Fresh
  @PostMapping("/concerns/{id}/copy")
  String make(
      SignedIn who,
      @PathVariable String id,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    var concern = ConcernId.of(id);
    var form = new Answers(words, values);
    String system = form.needLine("system", "concerns.copying.system.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return form(who, copies.open(who, concern), form, model);
    }
    var file = copies.lock(who, concern, system, opened -> paper(who, opened));
    var opened = copies.open(who, concern);
    model.addAttribute("page", new CopyingPage(reading.page(who, opened), form, file));
    return "concerns/copying/locked";
  }

  private PickUps.Document paper(SignedIn who, Opened opened) {
    return new PickUps.Document(
        words.say("concerns.copying.document"),
        pages.document("concerns/copying/document", reading.page(who, opened)));
  }

  private String form(SignedIn who, Opened opened, Answers form, Model model) {
    model.addAttribute("page", new CopyingPage(reading.page(who, opened), form, null));
    return "concerns/copying/form";
  }
}
