package org.sightline.network.reviewing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSession;
import org.sightline.network.MappingSession.NoteKind;
import org.sightline.network.MappingSessions;
import org.sightline.network.NotDrawn;
import org.sightline.network.OpenQuestions;
import org.sightline.network.Reviews;
import org.sightline.network.SealedMaps;
import org.sightline.network.SessionPacks;
import org.sightline.network.drawing.Views;
import org.sightline.network.map.Asking;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Answers;
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

/// Seals the version of a meeting, once everything was asked or is a gap.
@Controller
@RequestMapping("/network/exercises/{exercise}/sessions/{session}/sealing")
class SealingController {

  private static final int LINES = 40;

  private final Exercises exercises;
  private final MappingSessions sessions;
  private final SealedMaps sealed;
  private final Reviews reviews;
  private final SessionPacks packs;
  private final Sentences sentences;
  private final Words words;

  SealingController(
      Exercises exercises,
      MappingSessions sessions,
      SealedMaps sealed,
      Reviews reviews,
      SessionPacks packs,
      Sentences sentences,
      Words words) {
    this.exercises = exercises;
    this.sessions = sessions;
    this.sealed = sealed;
    this.reviews = reviews;
    this.packs = packs;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who, @PathVariable String exercise, @PathVariable String session, Model model) {
    return show(who, WorkspaceId.of(exercise), Ids.parse(session), Answers.none(words), model);
  }

  @PostMapping
  String seal(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    var meeting = Ids.parse(session);
    var form = new Answers(words, values);
    String told =
        told(find(who, work, meeting)).isEmpty()
            ? form.needLines("told", "network.seal.told.missing")
            : "" + java.util.Objects.requireNonNullElse(form.lines("told"), "");
    String differently = form.lines("differently");
    if (!form.isWrong()) {
      try {
        var version =
            sealed.seal(
                who,
                work,
                meeting,
                seen(form),
                new SealedMaps.Notes(told, differently == null ? "" : differently));
        packs.refresh(who, work);
        Notice.leave(redirect, words.say("network.seal.done"));
        return "redirect:/network/maps/" + work + "/versions/" + version;
      } catch (Refused refused) {
        form.problem("seal", refused.sentence());
      }
    }
    response.setStatus(422);
    return show(who, work, meeting, form, model);
  }

  /// Turns one question about one line into a gap.
  @PostMapping("/gap")
  String gap(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    var meeting = find(who, work, Ids.parse(session)).id();
    var form = new Answers(words, values);
    String[] asked = form.value("field").split("/", 2);
    var field =
        Asking.FIELDS.stream()
            .filter(each -> each.name().equals(asked[0]))
            .findFirst()
            .orElseThrow(NotThere::new);
    var of = ElementId.of(asked.length == 2 ? asked[1] : form.value("line"));
    try {
      sealed.toGap(who, work, Ids.parse(form.value("edit")), of, field);
    } catch (NotDrawn not) {
      return wrong(who, work, meeting, form, not, model, response);
    }
    Notice.leave(redirect, words.say("network.seal.gap.made"));
    return back(work, meeting);
  }

  /// Turns all that is still open into gaps.
  @PostMapping("/gaps")
  String gaps(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    var meeting = find(who, work, Ids.parse(session)).id();
    var form = new Answers(words, values);
    try {
      int questions = sealed.restToGaps(who, work, Ids.parse(form.value("edit")));
      Notice.leave(redirect, words.count("network.seal.gaps.made", questions));
    } catch (NotDrawn not) {
      return wrong(who, work, meeting, form, not, model, response);
    }
    return back(work, meeting);
  }

  private static String back(WorkspaceId work, UUID session) {
    return "redirect:/network/exercises/" + work + "/sessions/" + session + "/sealing";
  }

  private String wrong(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      Answers form,
      NotDrawn not,
      Model model,
      HttpServletResponse response) {
    form.problem("seal", sentences.refusal(not.refusal(), Picture.of(List.of())));
    response.setStatus(422);
    return show(who, work, session, form, model);
  }

  /// The last entry the page showed; tampered with, none.
  private static long seen(Answers form) {
    try {
      return Long.parseLong(form.value("seen"));
    } catch (NumberFormatException tampered) {
      return -1;
    }
  }

  private MappingSession find(SignedIn who, WorkspaceId work, UUID session) {
    return sessions.of(who, work).stream()
        .filter(one -> one.id().equals(session) && !one.isOver())
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private static List<String> told(MappingSession session) {
    return session.said().stream()
        .filter(note -> note.kind() == NoteKind.TOLD && !note.isOver())
        .map(MappingSession.Said::words)
        .toList();
  }

  private String show(SignedIn who, WorkspaceId work, UUID session, Answers form, Model model) {
    var meeting = find(who, work, session);
    var unasked = sealed.unasked(who, work);
    var open = unasked.open();
    boolean isReview = meeting.kind() == MappingSession.Kind.REVIEW;
    model.addAttribute(
        "page",
        new SealingPage(
            exercises.find(who, work),
            session.toString(),
            Meetings.name(words, meeting),
            meeting.isHeld(),
            sealed.of(who, work).stream()
                .anyMatch(version -> !version.isOver() && version.session().equals(session)),
            isReview,
            isReview ? reviews.remains(reviews.of(who, work, session)) : "",
            open.stream().limit(LINES).map(each -> line(unasked, each)).toList(),
            open.stream().mapToInt(each -> each.questions().size()).sum(),
            Math.max(0, open.size() - LINES),
            parts(unasked.sight().picture()),
            told(meeting),
            unasked.sight().picture().last(),
            UUID.randomUUID(),
            form));
    return "network/reviewing/sealing";
  }

  /// Asked, and nothing waits for it: a group may have nobody who leads.
  private static Map<String, String> parts(Picture picture) {
    var parts = new LinkedHashMap<String, String>();
    for (var node : picture.on(ElementKind.NODE)) {
      if (!node.value(Field.KEY).isEmpty()
          && NodeKind.valueOf(node.value(Field.KIND)).isPerson()
          && node.value(Field.PART_IN_GROUP).isEmpty()) {
        parts.put(node.id().toString(), node.value(Field.LABEL));
      }
    }
    return parts;
  }

  private SealingPage.Line line(SealedMaps.Unasked unasked, OpenQuestions.Open open) {
    var asked = new LinkedHashMap<String, String>();
    var sight = unasked.sight();
    for (var each : open.questions()) {
      String of = each.isOfReport() ? "/" + each.of().id() : "";
      asked.put(each.field().name() + of, sentences.asked(each, Views.sources(sight)));
    }
    return new SealingPage.Line(
        open.line().id().toString(),
        sentences.line(sight.picture(), open.line(), Views.sources(sight)),
        asked);
  }
}
