package org.sightline.network.corrections;

import java.util.ArrayList;
import java.util.List;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.MapCopies;
import org.sightline.network.drawing.SayingCopies;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/network/maps/{work}/corrections")
class CorrectionsController {

  private final MapCopies copies;
  private final SayingCopies saying;
  private final Casework casework;
  private final Words words;

  CorrectionsController(MapCopies copies, SayingCopies saying, Casework casework, Words words) {
    this.copies = copies;
    this.saying = saying;
    this.casework = casework;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String work, Model model) {
    var id = WorkspaceId.of(work);
    var gone = copies.of(who, id);
    var said = new ArrayList<CorrectionsPage.Gone>();
    gone.copies().forEach(copy -> said.add(said(gone, copy)));
    said.sort((one, other) -> Boolean.compare(other.isToBeTold(), one.isToBeTold()));
    model.addAttribute(
        "page",
        new CorrectionsPage(id, casework.find(who, id).purpose().title(), gone.now().last(), said));
    return "network/corrections/corrections";
  }

  @PostMapping("/{copy}/telling")
  String told(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String copy,
      @RequestParam(defaultValue = "0") long seen,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(work);
    copies.told(who, id, Ids.parse(copy), seen);
    Notice.leave(redirect, words.say("network.corrections.told"));
    return "redirect:/network/maps/" + id + "/corrections";
  }

  private CorrectionsPage.Gone said(MapCopies.Gone gone, MapCopies.Copy copy) {
    List<CorrectionsPage.Said> corrected =
        copy.corrected().stream()
            .sorted()
            .flatMap(
                id ->
                    saying.said(copy, gone.now(), id).stream()
                        .map(
                            said ->
                                new CorrectionsPage.Said(id.toString(), said.was(), said.now())))
            .toList();
    return new CorrectionsPage.Gone(
        copy.id().toString(), copy.toWhom(), saying.said(copy), saying.told(copy), corrected);
  }
}
