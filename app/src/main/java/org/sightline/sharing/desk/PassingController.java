package org.sightline.sharing.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.HandOver;
import org.sightline.sharing.Passing;
import org.sightline.sharing.Saying;
import org.sightline.sharing.SharedReading;
import org.sightline.sharing.Withheld;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Passing on a risk of harm, and recording what was not shared.
@Controller
class PassingController {

  private final Passing passing;
  private final SharedReading shared;
  private final Saying saying;
  private final Words words;

  PassingController(Passing passing, SharedReading shared, Saying saying, Words words) {
    this.passing = passing;
    this.shared = shared;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/sharing/risk-of-harm")
  String risk(SignedIn who, Model model) {
    model.addAttribute(
        "page",
        new RiskPage(
            Answers.none(words).with("route", HandOver.TELEPHONE), saying.options(HandOver.class)));
    return "sharing/desk/risk";
  }

  /// Takes whatever form comes: nothing in it is required, nothing too long, nothing wrong.
  @PostMapping("/sharing/risk-of-harm")
  String passOn(
      SignedIn who,
      @RequestParam MultiValueMap<String, String> values,
      HttpServletRequest request,
      RedirectAttributes redirect)
      throws HttpMediaTypeNotSupportedException {
    requireForm(request);
    var form = new Answers(words, values);
    UUID id =
        passing.riskOfHarm(
            who,
            null,
            form.value("what"),
            form.value("to"),
            form.chosen("route", HandOver.class).orElse(null),
            form.is("aboutStaff", "yes"));
    Notice.leave(redirect, words.say("sharing.risk.saved"));
    return "redirect:/sharing/shares/" + id;
  }

  @GetMapping("/sharing/workspaces/{workspace}/not-shared")
  String notShared(SignedIn who, @PathVariable String workspace, Model model) {
    return page(who, WorkspaceId.of(workspace), Answers.none(words), model);
  }

  @PostMapping("/sharing/workspaces/{workspace}/not-shared")
  String record(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = new WorkspaceId(Ids.parse(workspace));
    shared.desk(who, in);
    var form = new Answers(words, values);
    String what = form.needLines("what", "sharing.not-shared.what.missing");
    String to = form.lines("to");
    var why = form.choice("withheld", Withheld.class, "sharing.withheld.missing");
    String reason = form.needLines("withheldReason", "sharing.withheld.reason.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, in, form, model);
    }
    UUID id = passing.notShared(who, in, what, to, why.orElseThrow(), reason);
    Notice.leave(redirect, words.say("sharing.withheld.saved"));
    return "redirect:/sharing/shares/" + id;
  }

  private static void requireForm(HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    try {
      if (MediaType.parseMediaType(String.valueOf(request.getContentType()))
          .isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
        return;
      }
    } catch (InvalidMediaTypeException unknown) {
      throw new HttpMediaTypeNotSupportedException(unknown.getMessage());
    }
    throw new HttpMediaTypeNotSupportedException("No form");
  }

  private String page(SignedIn who, WorkspaceId in, Answers form, Model model) {
    model.addAttribute(
        "page",
        new NotSharedPage(
            in.toString(), shared.desk(who, in).name(), form, saying.options(Withheld.class)));
    return "sharing/desk/not-shared";
  }
}
