package org.sightline.sharing.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.AboutKind;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Category;
import org.sightline.sharing.CommonFlag;
import org.sightline.sharing.Content;
import org.sightline.sharing.HandOver;
import org.sightline.sharing.Marking;
import org.sightline.sharing.Organisation;
import org.sightline.sharing.Organisations;
import org.sightline.sharing.Purpose;
import org.sightline.sharing.Purposes;
import org.sightline.sharing.Recipient;
import org.sightline.sharing.Saying;
import org.sightline.sharing.Share;
import org.sightline.sharing.SharedReading;
import org.sightline.sharing.Shares;
import org.sightline.web.Answers;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Preparing a share: whatever is filled in is kept, and the next page says what is missing.
@Controller
class PrepareController {

  private final Shares shares;
  private final SharedReading shared;
  private final Purposes purposes;
  private final Organisations organisations;
  private final Agreements agreements;
  private final Saying saying;
  private final Words words;

  PrepareController(
      Shares shares,
      SharedReading shared,
      Purposes purposes,
      Organisations organisations,
      Agreements agreements,
      Saying saying,
      Words words) {
    this.shares = shares;
    this.shared = shared;
    this.purposes = purposes;
    this.organisations = organisations;
    this.agreements = agreements;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/sharing/workspaces/{workspace}/new")
  String empty(SignedIn who, @PathVariable String workspace, Model model) {
    var in = WorkspaceId.of(workspace);
    var form = Answers.none(words).with("owner", shares.ownerOf(who, in));
    purposes.of(who, in).stream()
        .findFirst()
        .ifPresent(declared -> form.with("heldFor", declared.purpose()));
    return page(who, in, toNew(in), toDesk(in), form, model);
  }

  @PostMapping("/sharing/workspaces/{workspace}/new")
  String prepare(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response) {
    var in = WorkspaceId.of(workspace);
    var form = new Answers(words, values);
    var content = read(who, in, form);
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, in, toNew(in), toDesk(in), form, model);
    }
    return "redirect:/sharing/shares/" + shares.prepare(who, in, content) + "/check";
  }

  @GetMapping("/sharing/shares/{share}/change")
  String filled(SignedIn who, @PathVariable String share, Model model) {
    var found = shared.find(who, Ids.parse(share));
    return page(who, found.workspace(), toChange(found), toShare(found), filled(found), model);
  }

  @PostMapping("/sharing/shares/{share}/change")
  String change(
      SignedIn who,
      @PathVariable String share,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response) {
    var found = shared.find(who, Ids.parse(share));
    var form = new Answers(words, values);
    var content = read(who, found.workspace(), form);
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, found.workspace(), toChange(found), toShare(found), form, model);
    }
    shares.change(who, found.id(), form.version(), content);
    return "redirect:/sharing/shares/" + found.id() + "/check";
  }

  private Content read(SignedIn who, WorkspaceId in, Answers form) {
    var chosen = form.ids("items");
    var items =
        shares.offered(who, in).stream()
            .filter(item -> chosen.contains(item.record()))
            .map(item -> new Content.Item(item.record(), item.kind(), item.title()))
            .toList();
    return new Content(
        form.chosen("heldFor", Purpose.class).orElse(null),
        form.chosen("purpose", Purpose.class).orElse(null),
        form.chosen("marking", Marking.class).orElse(null),
        form.chosen("aboutKind", AboutKind.class).orElse(null),
        form.some("categories", Category.class),
        items,
        recipients(who, form),
        form.chosen("route", HandOver.class).orElse(null),
        form.is("protectedAddress", "yes"),
        form.is("family", "yes") && !form.is("safe", "yes"),
        new Content.Texts(
            form.lines("what"),
            form.lines("about"),
            form.lines("owner"),
            form.lines("area"),
            form.lines("changeReason")),
        people(form),
        form.some("flags", CommonFlag.class));
  }

  /// A number of people; anything else that was typed is a problem.
  private @Nullable Integer people(Answers form) {
    String typed = form.lines("people");
    if (typed == null) {
      return null;
    }
    if (!typed.matches("[0-9]{1,5}")) {
      form.problem("people", words.say("sharing.prepare.people.wrong"));
      return null;
    }
    return Integer.valueOf(typed);
  }

  private List<Recipient> recipients(SignedIn who, Answers form) {
    var all = new ArrayList<Recipient>();
    var chosen = form.ids("recipients");
    for (Organisation one : organisations.all(who)) {
      if (chosen.contains(one.id())) {
        all.add(Recipient.at(one.id(), form.lines("person-" + one.id())));
      }
    }
    if (form.is("family", "yes")) {
      all.add(Recipient.family(form.lines("familyWho")));
    }
    return all;
  }

  private Answers filled(Share share) {
    var content = share.content();
    var texts = content.words();
    var form =
        Answers.none(words)
            .with("version", share.latest().number())
            .with("items", content.items().stream().map(Content.Item::record).toList())
            .with("heldFor", content.heldFor())
            .with("purpose", content.purpose())
            .with("marking", content.marking())
            .with("aboutKind", content.about())
            .with("categories", content.categories())
            .with("people", content.people())
            .with("flags", content.flags())
            .with("route", content.route())
            .with("protectedAddress", content.protectedAddress() ? "yes" : null)
            .with("safe", content.unsafeToInform() ? null : "yes");
    if (texts != null) {
      form.with("what", texts.what())
          .with("about", texts.about())
          .with("owner", texts.owner())
          .with("area", texts.area())
          .with("changeReason", texts.changeReason());
    }
    for (Recipient to : content.recipients()) {
      if (to.organisation() == null) {
        form.with("family", "yes").with("familyWho", to.person());
      } else {
        form.with("recipients", List.of(to.organisation()))
            .with("person-" + to.organisation(), to.person());
      }
    }
    return form;
  }

  private String page(
      SignedIn who, WorkspaceId in, String action, String back, Answers form, Model model) {
    var school = shares.schoolOf(who, in);
    model.addAttribute(
        "page",
        new PreparePage(
            action,
            back,
            shared.desk(who, in).name(),
            form,
            shares.offered(who, in),
            organisations.all(who).stream()
                .filter(one -> !one.retired() && !one.isSchool(school))
                .toList(),
            saying.options(Purpose.class),
            saying.options(Marking.class),
            saying.options(AboutKind.class),
            saying.options(Category.class),
            saying.options(CommonFlag.class),
            saying.options(HandOver.class),
            areas(who)));
    return "sharing/desk/prepare";
  }

  private Map<String, String> areas(SignedIn who) {
    var areas = new LinkedHashMap<String, String>();
    agreements.all(who).stream()
        .flatMap(agreement -> agreement.terms().areas().stream())
        .distinct()
        .sorted()
        .forEach(area -> areas.put(area, area));
    if (!areas.isEmpty()) {
      areas.put(words.say("sharing.prepare.area.none"), words.say("sharing.prepare.area.none"));
    }
    return areas;
  }

  private static String toDesk(WorkspaceId in) {
    return "/sharing/workspaces/" + in;
  }

  private static String toNew(WorkspaceId in) {
    return toDesk(in) + "/new";
  }

  private static String toShare(Share share) {
    return "/sharing/shares/" + share.id();
  }

  private static String toChange(Share share) {
    return toShare(share) + "/change";
  }
}
