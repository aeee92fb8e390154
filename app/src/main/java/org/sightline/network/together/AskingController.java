package org.sightline.network.together;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.OwnMaps;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Plan;
import org.sightline.network.ownmap.Reply;
import org.sightline.web.Answers;
import org.sightline.web.HandedOver;
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

/// The ten questions (B100), one on a page, and what helps (B101, B102). Each can be skipped.
@Controller
@RequestMapping("/network/exercises/{exercise}/own-maps/{subject}")
class AskingController {

  private final OwnMaps own;
  private final RingsWords rings;
  private final Words words;

  AskingController(OwnMaps own, RingsWords rings, Words words) {
    this.own = own;
    this.rings = rings;
    this.words = words;
  }

  @HandedOver
  @GetMapping("/questions/{number}")
  String ask(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String number,
      Model model) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    int asked = number(number);
    var map = own.find(who, work, young).need().map();
    own.requireOpen(who, work);
    var form = Answers.none(words);
    var reply = map.replies().get(asked);
    if (reply != null) {
      form.with("words", reply.words()).with("people", reply.people());
    }
    return asking(work, young, asked, map, form, model);
  }

  @HandedOver
  @PostMapping("/questions/{number}")
  String answer(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String number,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    int asked = number(number);
    var map = own.find(who, work, young).need().map();
    own.requireOpen(who, work);
    var form = new Answers(words, values);
    var how = form.chosen("how", Reply.How.class).orElse(Reply.How.ANSWERED);
    var reply = how == Reply.How.ANSWERED ? reply(form, map) : new Reply(how, List.of(), "");
    if (reply == null) {
      response.setStatus(422);
      return asking(work, young, asked, map, form, model);
    }
    own.draw(who, work, young, drawn -> drawn.replying(asked, reply));
    String base = DrawingController.base(work, young);
    return "redirect:"
        + base
        + (asked == OwnMap.QUESTIONS ? "/plans" : "/questions/" + (asked + 1));
  }

  private @Nullable Reply reply(Answers form, OwnMap map) {
    String said = form.lines("words");
    var people = form.ids("people").stream().filter(id -> map.find(id) != null).toList();
    if (said != null && said.length() > Reply.LONGEST_WORDS) {
      form.problem("words", words.say("network.own.words.long", Reply.LONGEST_WORDS));
    } else if (said == null && people.isEmpty()) {
      form.problem("words", words.say("network.own.answer.missing"));
    }
    return form.isWrong() ? null : new Reply(Reply.How.ANSWERED, people, said == null ? "" : said);
  }

  @HandedOver
  @GetMapping("/plans")
  String plans(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    return planning(who, WorkspaceId.of(exercise), Ids.parse(subject), Answers.none(words), model);
  }

  @HandedOver
  @PostMapping("/plans")
  String plan(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var form = new Answers(words, values);
    var plan = plan(form);
    if (own.find(who, work, young).need().map().plans().size() >= OwnMap.MOST) {
      form.problem("what", words.say("network.own.plan.full", OwnMap.MOST));
    }
    if (plan == null || form.isWrong()) {
      response.setStatus(422);
      return planning(who, work, young, form, model);
    }
    own.draw(who, work, young, drawn -> drawn.planning(plan));
    Notice.leave(redirect, words.say("network.own.plan.kept"));
    return "redirect:" + DrawingController.base(work, young) + "/plans";
  }

  private @Nullable Plan plan(Answers form) {
    var what = form.choice("what", Plan.For.class, "network.own.plan.what.missing");
    String said = form.needLines("words", "network.own.plan.words.missing");
    if (said.length() > Plan.LONGEST_WORDS) {
      form.problem("words", words.say("network.own.words.long", Plan.LONGEST_WORDS));
    }
    UUID id = Ids.parse(form.value("plan"));
    boolean agreed = what.isPresent() && what.get() == Plan.For.AGREED;
    if (!agreed) {
      return form.isWrong() ? null : new Plan(id, what.orElseThrow(), said, "", null, null);
    }
    String with = form.needLine("with", "network.own.plan.with.missing");
    var from = form.day("from");
    var looked = form.day("looked");
    if (from.isPresent() && looked.isPresent() && looked.get().isBefore(from.get())) {
      form.problem("looked", words.say("network.own.plan.looked.early"));
    }
    return form.isWrong()
        ? null
        : new Plan(id, Plan.For.AGREED, said, with, day(from), day(looked));
  }

  @HandedOver
  @PostMapping("/plans/{plan}/taking-off")
  String takeOff(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String plan,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    own.draw(who, work, young, drawn -> drawn.notPlanning(Ids.parse(plan)));
    Notice.leave(redirect, words.say("network.own.taken-off"));
    return "redirect:" + DrawingController.base(work, young) + "/plans";
  }

  private String asking(
      WorkspaceId work, UUID young, int number, OwnMap map, Answers form, Model model) {
    var people = new LinkedHashMap<String, String>();
    map.people().forEach(one -> people.put(one.id().toString(), one.name()));
    model.addAttribute(
        "page",
        new RingsPage.Asking(
            DrawingController.base(work, young), number, rings.question(number), people, form));
    return "network/together/question";
  }

  private String planning(SignedIn who, WorkspaceId work, UUID young, Answers form, Model model) {
    var map = own.find(who, work, young).need().map();
    own.requireOpen(who, work);
    if (form.value("plan").isEmpty()) {
      form.with("plan", UUID.randomUUID());
    }
    model.addAttribute(
        "page",
        new RingsPage.Planning(
            DrawingController.base(work, young),
            planned(map, Plan.For.STRENGTHS),
            planned(map, Plan.For.HARM),
            planned(map, Plan.For.AGREED),
            form));
    return "network/together/plans";
  }

  private List<RingsPage.Planned> planned(OwnMap map, Plan.For what) {
    return map.plans(what).stream()
        .map(plan -> new RingsPage.Planned(plan, rings.plan(plan)))
        .toList();
  }

  private static @Nullable LocalDate day(java.util.Optional<LocalDate> day) {
    return day.orElse(null);
  }

  private static int number(String typed) {
    int number = typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : 0;
    if (number < 1 || number > OwnMap.QUESTIONS) {
      throw new NotThere();
    }
    return number;
  }
}
