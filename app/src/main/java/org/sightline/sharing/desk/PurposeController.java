package org.sightline.sharing.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Basis;
import org.sightline.sharing.DeclaredPurpose;
import org.sightline.sharing.Purpose;
import org.sightline.sharing.Purposes;
import org.sightline.sharing.Saying;
import org.sightline.sharing.SharedReading;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a workspace is for, by which law, and why now.
@Controller
@RequestMapping("/sharing/workspaces/{workspace}/purpose")
class PurposeController {

  private final Purposes purposes;
  private final SharedReading shared;
  private final Agreements agreements;
  private final Saying saying;
  private final Words words;

  PurposeController(
      Purposes purposes, SharedReading shared, Agreements agreements, Saying saying, Words words) {
    this.purposes = purposes;
    this.shared = shared;
    this.agreements = agreements;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String workspace, Model model) {
    var in = WorkspaceId.of(workspace);
    var all = purposes.of(who, in);
    var form = Answers.none(words).with("version", all.size());
    if (!all.isEmpty()) {
      form.with("purpose", all.getFirst().purpose())
          .with("basis", all.getFirst().basis())
          .with("agreement", all.getFirst().agreement())
          .with("whyNow", all.getFirst().whyNow());
    }
    return page(who, in, all, form, model);
  }

  @PostMapping
  String declare(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    var all = purposes.of(who, in);
    var form = new Answers(words, values);
    var purpose = form.choice("purpose", Purpose.class, "sharing.declared.purpose.missing");
    var basis = form.choice("basis", Basis.class, "sharing.form.basis.missing");
    String whyNow = form.needLines("whyNow", "sharing.declared.why.missing");
    String reason =
        all.isEmpty() ? null : form.needLines("reason", "sharing.declared.reason.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, in, all, form, model);
    }
    purposes.declare(
        who,
        in,
        form.version(),
        purpose.orElseThrow(),
        basis.orElseThrow(),
        chosen(who, form),
        whyNow,
        reason);
    Notice.leave(redirect, words.say("sharing.declared.saved"));
    return "redirect:/sharing/workspaces/" + in + "/purpose";
  }

  private @Nullable UUID chosen(SignedIn who, Answers form) {
    var ids = form.ids("agreement");
    return agreements.all(who).stream()
        .map(one -> one.id())
        .filter(ids::contains)
        .findFirst()
        .orElse(null);
  }

  private String page(
      SignedIn who, WorkspaceId in, List<DeclaredPurpose> all, Answers form, Model model) {
    var now = all.isEmpty() ? null : all.getFirst();
    model.addAttribute(
        "page",
        new PurposePage(
            in.toString(),
            shared.desk(who, in).name(),
            shared.mayShare(who, in),
            now == null ? null : saying.of(now.purpose()),
            now == null ? null : now.whyNow(),
            warning(who, now),
            all.stream().map(one -> line(who, one)).toList(),
            form,
            saying.options(Purpose.class),
            saying.options(Basis.class),
            known(who)));
    return "sharing/desk/purpose";
  }

  private @Nullable String warning(SignedIn who, @Nullable DeclaredPurpose now) {
    if (now == null) {
      return words.say("sharing.declared.none");
    }
    return purposes.isCovered(who, now) ? null : words.say("sharing.declared.uncovered");
  }

  private String line(SignedIn who, DeclaredPurpose one) {
    String said =
        words.say(
            "sharing.declared.line",
            saying.of(one.purpose()),
            agreements.nameOf(who, one.by()),
            Dates.moment(one.at()));
    return one.reason() == null ? said : said + ". " + words.say("sharing.because", one.reason());
  }

  private Map<String, String> known(SignedIn who) {
    var known = new LinkedHashMap<String, String>();
    agreements.all(who).forEach(one -> known.put(one.id().toString(), one.terms().title()));
    return known;
  }
}
