package org.sightline.access.sealing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.access.SealedRecords;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Fresh
@Controller
class SealingController {

  private final SealedRecords seals;
  private final Words words;

  SealingController(SealedRecords seals, Words words) {
    this.seals = seals;
    this.words = words;
  }

  @GetMapping("/seals/{workspace}/{record}")
  String show(
      SignedIn who, @PathVariable String workspace, @PathVariable String record, Model model) {
    return page(who, WorkspaceId.of(workspace), Ids.parse(record), false, model);
  }

  @PostMapping("/seals/{workspace}/{record}")
  String seal(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String record,
      @RequestParam(defaultValue = "") List<String> reader,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var ws = WorkspaceId.of(workspace);
    var id = Ids.parse(record);
    var chosen = reader.stream().filter(one -> !one.isBlank()).toList();
    if (chosen.isEmpty()) {
      String page = page(who, ws, id, true, model);
      response.setStatus(422);
      return page;
    }
    seals.seal(
        who, ws, id, chosen.stream().map(Ids::parse).map(UserId::new).collect(Collectors.toSet()));
    return done(redirect, "sealed", workspace, record);
  }

  @PostMapping("/seals/{workspace}/{record}/readers")
  String name(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String reader,
      RedirectAttributes redirect) {
    seals.name(who, WorkspaceId.of(workspace), Ids.parse(record), new UserId(Ids.parse(reader)));
    return done(redirect, "named", workspace, record);
  }

  @PostMapping("/seals/{workspace}/{record}/opening")
  String ask(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String record,
      RedirectAttributes redirect) {
    seals.askToOpen(who, WorkspaceId.of(workspace), Ids.parse(record));
    return done(redirect, "asked", workspace, record);
  }

  @PostMapping("/seals/{workspace}/{record}/opening/agreement")
  String agree(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String record,
      RedirectAttributes redirect) {
    seals.agreeToOpen(who, WorkspaceId.of(workspace), Ids.parse(record));
    return done(redirect, "opened", workspace, record);
  }

  private String done(RedirectAttributes redirect, String what, String workspace, String record) {
    Notice.leave(redirect, words.say("access.seals.is-" + what));
    return "redirect:/seals/" + WorkspaceId.of(workspace) + "/" + Ids.parse(record);
  }

  private String page(SignedIn who, WorkspaceId ws, UUID record, boolean missing, Model model) {
    model.addAttribute("page", seals.of(who, ws, record));
    model.addAttribute("missing", missing);
    return "access/sealing/seal";
  }
}
