package org.sightline.network.sessions;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.Users;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSession;
import org.sightline.network.MappingSession.Attendance;
import org.sightline.network.MappingSession.NoteKind;
import org.sightline.network.MappingSessions;
import org.sightline.network.OwnWords;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
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
@RequestMapping("/network/exercises/{exercise}/sessions")
class SessionsController {

  private final Exercises exercises;
  private final MappingSessions sessions;
  private final OwnWords own;
  private final Users users;
  private final Words words;

  SessionsController(
      Exercises exercises, MappingSessions sessions, OwnWords own, Users users, Words words) {
    this.exercises = exercises;
    this.sessions = sessions;
    this.own = own;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, @PathVariable String exercise, Model model) {
    return list(who, exercises.find(who, WorkspaceId.of(exercise)), Answers.none(words), model);
  }

  @PostMapping
  String plan(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    var kind = form.choice("kind", MappingSession.Kind.class, "network.session.kind.missing");
    var day = form.day("day");
    if (form.isWrong()) {
      response.setStatus(422);
      return list(who, held, form, model);
    }
    var id = sessions.plan(who, held.id(), kind.orElseThrow(), day.orElseThrow());
    Notice.leave(redirect, words.say("network.session.planned"));
    return "redirect:/network/exercises/" + held.id() + "/sessions/" + id;
  }

  @GetMapping("/{session}")
  String show(
      SignedIn who, @PathVariable String exercise, @PathVariable String session, Model model) {
    return page(
        who,
        exercises.find(who, WorkspaceId.of(exercise)),
        Ids.parse(session),
        Answers.none(words),
        model);
  }

  @PostMapping("/{session}/day")
  String day(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    boolean isHeld = form.is("state", "held");
    if (!isHeld && !form.is("state", "planned")) {
      form.problem("state", words.say("network.session.state.missing"));
    }
    var day =
        isHeld ? form.day("day", exercises.today(), "network.session.held.wrong") : form.day("day");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, held, Ids.parse(session), form, model);
    }
    try {
      sessions.day(who, held.id(), Ids.parse(session), day.orElse(LocalDate.EPOCH), isHeld);
    } catch (Refused notGoneThrough) {
      form.problem("state", notGoneThrough.sentence());
      response.setStatus(422);
      return page(who, held, Ids.parse(session), form, model);
    }
    Notice.leave(redirect, words.say("network.session.day.kept"));
    return back(exercise, session);
  }

  @PostMapping("/{session}/invitations")
  String invite(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    if (!own.offered(who).partners().containsKey(form.value("partner"))) {
      form.problem("partner", words.say("network.invited.partner.missing"));
    }
    String agency = form.needLine("agency", "network.invited.agency.missing");
    String role = form.needLine("role", "network.invited.role.missing");
    String name = form.line("name");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, held, Ids.parse(session), form, model);
    }
    sessions.invite(
        who,
        held.id(),
        Ids.parse(session),
        form.value("partner"),
        name == null ? "" : name,
        agency,
        role);
    Notice.leave(redirect, words.say("network.invited.done"));
    return back(exercise, session);
  }

  @PostMapping("/{session}/invitations/{invitation}/attendance")
  String attend(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String invitation,
      @RequestParam(defaultValue = "") String came,
      RedirectAttributes redirect) {
    var said =
        java.util.Arrays.stream(Attendance.values())
            .filter(one -> one.name().equals(came))
            .findFirst()
            .orElseThrow(NotThere::new);
    sessions.attended(
        who, WorkspaceId.of(exercise), Ids.parse(session), Ids.parse(invitation), said);
    Notice.leave(redirect, words.say("network.attendance.kept"));
    return back(exercise, session);
  }

  @PostMapping("/{session}/notes")
  String note(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    var kind = form.choice("note", NoteKind.class, "network.session.note.missing");
    String said = form.needLines("words", "network.session.words.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, held, Ids.parse(session), form, model);
    }
    sessions.note(who, held.id(), Ids.parse(session), kind.orElseThrow(), said);
    Notice.leave(redirect, words.say("network.session.noted"));
    return back(exercise, session);
  }

  @PostMapping("/{session}/{part:invitations|notes}/{id}/{what:taking-back|return}")
  String takeBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String part,
      @PathVariable String id,
      @PathVariable String what,
      RedirectAttributes redirect) {
    boolean isBack = what.equals("taking-back");
    sessions.takeBack(
        who,
        WorkspaceId.of(exercise),
        part.equals("notes") ? MappingSessions.Part.NOTE : MappingSessions.Part.INVITATION,
        Ids.parse(id),
        isBack);
    Notice.leave(redirect, words.say(isBack ? "network.part.back" : "network.part.again"));
    return back(exercise, session);
  }

  @PostMapping("/{session}/{what:taking-back|return}")
  String takeBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String what,
      RedirectAttributes redirect) {
    boolean isBack = what.equals("taking-back");
    sessions.takeBack(
        who, WorkspaceId.of(exercise), MappingSessions.Part.SESSION, Ids.parse(session), isBack);
    Notice.leave(redirect, words.say(isBack ? "network.session.back" : "network.session.again"));
    return "redirect:/network/exercises/" + WorkspaceId.of(exercise) + "/sessions";
  }

  private static String back(String exercise, String session) {
    return "redirect:/network/exercises/"
        + WorkspaceId.of(exercise)
        + "/sessions/"
        + Ids.parse(session);
  }

  private String list(SignedIn who, Exercise held, Answers form, Model model) {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : MappingSession.Kind.values()) {
      kinds.put(kind.name(), words.say("network.session." + kind));
    }
    model.addAttribute(
        "page",
        new SessionsPage(
            held,
            sessions.of(who, held.id()).stream().map(this::line).toList(),
            kinds,
            sessions.mayWrite(who, held.id()),
            form));
    return "network/sessions/sessions";
  }

  private SessionsPage.Line line(MappingSession session) {
    var day = session.day();
    long came =
        session.invited().stream()
            .filter(one -> !one.isOver() && one.attendance() == Attendance.CAME)
            .count();
    long invited = session.invited().stream().filter(one -> !one.isOver()).count();
    return new SessionsPage.Line(
        session.id().toString(),
        words.say("network.session." + session.kind()),
        day == null
            ? ""
            : words.say(
                session.isHeld() ? "network.session.held-on" : "network.session.planned-for",
                Dates.weekday(day)),
        words.say("network.session.came", came, invited),
        session.isOver());
  }

  private String page(SignedIn who, Exercise held, UUID id, Answers form, Model model) {
    var all = sessions.of(who, held.id());
    var session =
        all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotThere::new);
    var named =
        all.stream()
            .filter(one -> one.kind() == MappingSession.Kind.INTERNAL && !one.isOver())
            .flatMap(one -> one.said().stream())
            .filter(one -> one.kind() == NoteKind.PARTNER && !one.isOver())
            .map(MappingSession.Said::words)
            .toList();
    var vocabulary = own.offered(who);
    var known = own.known(who).partners();
    var noteKinds = new LinkedHashMap<String, String>();
    for (var kind : NoteKind.values()) {
      noteKinds.put(kind.name(), words.say("network.session.note." + kind));
    }
    var states = new LinkedHashMap<String, String>();
    states.put("planned", words.say("network.session.state.planned"));
    states.put("held", words.say("network.session.state.held"));
    model.addAttribute(
        "page",
        new SessionPage(
            held,
            line(session),
            session.kind() == MappingSession.Kind.REVIEW,
            words.say("network.session.tasks." + session.kind()).lines().toList(),
            session.kind() == MappingSession.Kind.PARTNERS ? named : java.util.List.of(),
            session.invited().stream().map(one -> guest(one, known)).toList(),
            session.said().stream().map(this::noted).toList(),
            states,
            vocabulary.partners(),
            noteKinds,
            exercises.isChair(who, held.id()),
            sessions.mayWrite(who, held.id()) && !session.isOver(),
            form));
    return "network/sessions/session";
  }

  private SessionPage.Guest guest(MappingSession.Invited one, Map<String, String> known) {
    String partner = known.getOrDefault(one.partner(), one.partner());
    return new SessionPage.Guest(
        one.id().toString(),
        one.name().isEmpty() ? one.role() + ", " + one.agency() : one.name(),
        words.say("network.invited.who", partner, one.role(), one.agency()),
        one.attendance().name(),
        words.say("network.attendance." + one.attendance()),
        one.isOver());
  }

  private SessionPage.Noted noted(MappingSession.Said one) {
    return new SessionPage.Noted(
        one.id().toString(),
        words.say("network.session.note." + one.kind()),
        one.words(),
        words.say("network.by", users.nameOf(one.by()), Dates.moment(one.at())),
        one.kind() == NoteKind.TANGENT,
        one.isOver());
  }
}
