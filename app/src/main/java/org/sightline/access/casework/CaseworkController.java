package org.sightline.access.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Openings;
import org.sightline.access.PieceOfWork;
import org.sightline.access.Purpose;
import org.sightline.access.RoleTerm;
import org.sightline.access.Users;
import org.sightline.access.WorkPurpose;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CaseworkController {

  private final Casework casework;
  private final Openings openings;
  private final Users users;
  private final Words words;
  private final Clock clock;

  CaseworkController(Casework casework, Openings openings, Users users, Words words, Clock clock) {
    this.clock = clock;
    this.casework = casework;
    this.openings = openings;
    this.users = users;
    this.words = words;
  }

  @GetMapping("/casework")
  String list(SignedIn who, Model model) {
    boolean mayOpen = !casework.places(who).isEmpty();
    model.addAttribute("page", new CaseworkPage(casework.mine(who), mayOpen));
    return "access/casework/list";
  }

  @GetMapping("/casework/new")
  String ask(SignedIn who, Model model) {
    return form(who, null, Answers.none(words), model);
  }

  @PostMapping("/casework/new")
  String open(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var purpose = purpose(form, true);
    var place =
        casework.places(who).stream()
            .filter(known -> form.is("place", known.id().toString()))
            .findFirst();
    if (place.isEmpty()) {
      form.problem("place", words.say("access.casework.place.missing"));
    }
    if (form.isWrong() || purpose == null || place.isEmpty()) {
      response.setStatus(422);
      return form(who, null, form, model);
    }
    var id = casework.open(who, place.get().id(), purpose);
    Notice.leave(redirect, words.say("access.casework.opened"));
    return "redirect:/casework/" + id;
  }

  @GetMapping("/casework/{piece}")
  String show(SignedIn who, @PathVariable String piece, Model model) {
    return page(who, WorkspaceId.of(piece), Answers.none(words), model);
  }

  @GetMapping("/casework/{piece}/purpose")
  String reconsider(SignedIn who, @PathVariable String piece, Model model) {
    var held = held(who, WorkspaceId.of(piece));
    var purpose = held.purpose();
    var form =
        Answers.none(words)
            .with("version", held.version())
            .with("title", purpose.title())
            .with("kind", purpose.kind().name())
            .with("basis", purpose.lawfulBasis())
            .with("whyNow", purpose.whyNow())
            .with("contact", purpose.contact());
    return form(who, piece, form, model);
  }

  @OnlyFor(Role.CHAIR)
  @PostMapping("/casework/{piece}/purpose")
  String restate(
      SignedIn who,
      @PathVariable String piece,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(piece);
    var held = held(who, id);
    var form =
        new Answers(words, values).with("risk", held.purpose().riskPassedOn() ? "passed-on" : "no");
    String because = form.needLines("because", "access.casework.because.missing");
    var purpose = purpose(form, false);
    if (purpose == null) {
      response.setStatus(422);
      return form(who, piece, form, model);
    }
    casework.restate(who, id, form.version(), purpose, because);
    Notice.leave(redirect, words.say("access.casework.restated"));
    return "redirect:/casework/" + piece;
  }

  @Fresh
  @OnlyFor(Role.CHAIR)
  @PostMapping("/casework/{piece}/members")
  String letIn(
      SignedIn who,
      @PathVariable String piece,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(piece);
    held(who, id);
    var form = new Answers(words, values);
    String username = form.needLine("username", "access.casework.username.missing");
    var role = form.choice("role", Role.class, "access.casework.role.missing");
    var term = RoleTerm.typed(form, words, today());
    if (!form.isWrong()
        && !casework.letIn(who, id, username, role.orElseThrow(), term.orElseThrow())) {
      form.problem("username", words.say("access.casework.username.nobody"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, id, form, model);
    }
    boolean now = term.orElseThrow().holdsOn(today());
    Notice.leave(redirect, words.say("access.casework.let-in" + (now ? "" : ".later")));
    return "redirect:/casework/" + piece;
  }

  @OnlyFor(Role.CHAIR)
  @PostMapping("/casework/{piece}/members/{user}/ending")
  String end(
      SignedIn who,
      @PathVariable String piece,
      @PathVariable String user,
      @RequestParam(defaultValue = "") String role,
      RedirectAttributes redirect) {
    var ending =
        java.util.stream.Stream.of(Casework.WORKERS)
            .filter(known -> known.name().equals(role))
            .findFirst()
            .orElseThrow(NotThere::new);
    casework.end(who, WorkspaceId.of(piece), new UserId(Ids.parse(user)), ending);
    Notice.leave(redirect, words.say("access.casework.ended"));
    return "redirect:/casework/" + piece;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  private PieceOfWork held(SignedIn who, WorkspaceId id) {
    var held = casework.find(who, id);
    if (!casework.isChair(who, id)) {
      throw new NotThere();
    }
    return held;
  }

  private @Nullable Purpose purpose(Answers form, boolean isNew) {
    if (isNew && !form.is("risk", "no") && !form.is("risk", "passed-on")) {
      form.problem(
          "risk",
          words.say(
              form.is("risk", "ring")
                  ? "access.casework.risk.ring-first"
                  : "access.casework.risk.missing"));
    }
    String title = form.needLine("title", "access.casework.title.missing");
    var kind = form.choice("kind", WorkPurpose.class, "access.casework.kind.missing");
    String basis = form.needLines("basis", "access.casework.basis.missing");
    String whyNow = form.needLines("whyNow", "access.casework.whyNow.missing");
    String contact = form.needLine("contact", "access.casework.contact.missing");
    return form.isWrong()
        ? null
        : new Purpose(
            title, kind.orElseThrow(), basis, whyNow, contact, form.is("risk", "passed-on"));
  }

  private String form(SignedIn who, @Nullable String piece, Answers form, Model model) {
    var places = new LinkedHashMap<String, String>();
    casework.places(who).forEach(place -> places.put(place.id().toString(), place.name()));
    if (piece == null && places.isEmpty()) {
      throw new NotThere();
    }
    if (places.size() == 1) {
      form.with("place", places.keySet().iterator().next());
    }
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : WorkPurpose.values()) {
      kinds.put(kind.name(), words.say("access.casework.kind." + kind));
    }
    model.addAttribute("page", new PurposePage(piece, form, places, kinds));
    return "access/casework/purpose";
  }

  private String page(SignedIn who, WorkspaceId id, Answers form, Model model) {
    var history = casework.history(who, id);
    var members = casework.members(who, id);
    var names = new HashMap<UserId, String>();
    history.forEach(past -> names.computeIfAbsent(past.by(), users::nameOf));
    var roles = new LinkedHashMap<String, String>();
    for (var role : Casework.WORKERS) {
      roles.put(role.name(), words.say("access.role." + role));
    }
    model.addAttribute(
        "page",
        new PiecePage(
            history.getLast(),
            history.subList(0, history.size() - 1),
            members,
            casework.terms(who, id),
            today(),
            names,
            casework.isChair(who, id),
            who.user(),
            form,
            roles,
            openings
                .chosen(id)
                .map(chosen -> words.say("access.opening.purpose." + chosen))
                .orElse("")));
    return "access/casework/piece";
  }
}
