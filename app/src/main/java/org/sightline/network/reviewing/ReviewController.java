package org.sightline.network.reviewing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.NotDrawn;
import org.sightline.network.Review;
import org.sightline.network.Review.Given;
import org.sightline.network.Review.Part;
import org.sightline.network.Review.Said;
import org.sightline.network.Reviews;
import org.sightline.network.drawing.Views;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.sentences.Sentences;
import org.sightline.plans.agreed.AgreedAction;
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

/// Goes through everything on the map at a review, so many at a time: what is answered is kept, and
/// the rest stays to be gone through.
@Controller
@RequestMapping("/network/exercises/{exercise}/sessions/{session}/review")
class ReviewController {

  private static final int AT_A_TIME = 30;
  private static final int WORDS = 500;
  private static final String ACTIONS = "actions";
  private static final String SAID = "said-";
  private static final String IN_WORDS = "words-";

  private final Exercises exercises;
  private final Reviews reviews;
  private final Sentences sentences;
  private final Words words;

  ReviewController(Exercises exercises, Reviews reviews, Sentences sentences, Words words) {
    this.exercises = exercises;
    this.reviews = reviews;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String again,
      Model model) {
    var work = WorkspaceId.of(exercise);
    var review = reviews.of(who, work, Ids.parse(session));
    if (part.equals(ACTIONS) || (part.isEmpty() && areActionsLeftAlone(review))) {
      return actions(who, work, review, Answers.none(words), model);
    }
    var chosen = part.isEmpty() ? first(review) : part(part);
    return show(who, work, review, chosen, !again.isEmpty(), null, model);
  }

  @PostMapping("/{part:lines|people|contexts|gaps}")
  String answer(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String part,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    var meeting = Ids.parse(session);
    var form = new Answers(words, values);
    var given = given(form, values, part(part));
    if (!form.isWrong()) {
      try {
        reviews.answer(who, work, meeting, Ids.parse(form.value("edit")), given, seen(form));
        Notice.leave(redirect, words.count("network.review.kept", given.size()));
        return "redirect:/network/exercises/"
            + work
            + "/sessions/"
            + meeting
            + "/review"
            + (isGoneThrough(who, work, meeting, part(part)) ? "" : "?part=" + part);
      } catch (NotDrawn not) {
        var picture = reviews.of(who, work, meeting).sight().picture();
        form.problem("edit", sentences.refusal(not.refusal(), picture));
      }
    }
    response.setStatus(422);
    var review = reviews.of(who, work, meeting);
    return show(who, work, review, part(part), form.isTicked("again"), form, model);
  }

  /// Says how far actions are (B68).
  @PostMapping("/actions")
  String update(
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
    var told = new LinkedHashMap<UUID, Reviews.Told>();
    for (String name : values.keySet()) {
      if (name.startsWith(SAID)) {
        String id = name.substring(SAID.length());
        var state = form.chosen(name, AgreedAction.State.class).orElseThrow(NotThere::new);
        told.put(Ids.parse(id), new Reviews.Told(state, words(form, id)));
      }
    }
    if (told.isEmpty()) {
      form.problem("edit", words.say("network.review.nothing"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return actions(who, work, reviews.of(who, work, meeting), form, model);
    }
    reviews.update(who, work, meeting, told);
    Notice.leave(redirect, words.count("network.review.updated", told.size()));
    boolean isDone = reviews.of(who, work, meeting).actions().isEmpty();
    return "redirect:/network/exercises/"
        + work
        + "/sessions/"
        + meeting
        + "/review"
        + (isDone ? "" : "?part=" + ACTIONS);
  }

  private boolean isGoneThrough(SignedIn who, WorkspaceId work, UUID meeting, Part part) {
    return reviews.of(who, work, meeting).remaining(part) == 0;
  }

  /// What was chosen, by what it is about.
  private Map<ElementId, Given> given(Answers form, Map<String, String> values, Part part) {
    var given = new LinkedHashMap<ElementId, Given>();
    for (String name : values.keySet()) {
      if (!name.startsWith(SAID) || form.value(name).isEmpty()) {
        continue;
      }
      String id = name.substring(SAID.length());
      var said =
          part.answers().stream()
              .filter(each -> form.is(name, each.name()))
              .findFirst()
              .orElseThrow(NotThere::new);
      given.put(ElementId.of(id), new Given(said, said.needsWords() ? words(form, id) : ""));
    }
    if (given.isEmpty() && !form.isWrong()) {
      form.problem("edit", words.say("network.review.nothing"));
    }
    return given;
  }

  private String words(Answers form, String id) {
    String said = form.needLines(IN_WORDS + id, "network.review.words.missing");
    if (said.length() > WORDS) {
      form.problem(IN_WORDS + id, words.say("web.fields.too-long", WORDS));
    }
    return said;
  }

  private static long seen(Answers form) {
    try {
      return Math.max(0, Long.parseLong(form.value("seen")));
    } catch (NumberFormatException tampered) {
      return 0;
    }
  }

  private static boolean areActionsLeftAlone(Review review) {
    return !review.actions().isEmpty()
        && Arrays.stream(Part.values()).allMatch(part -> review.remaining(part) == 0);
  }

  private static Part first(Review review) {
    return Arrays.stream(Part.values())
        .filter(part -> review.remaining(part) > 0)
        .findFirst()
        .orElse(Part.LINES);
  }

  private static Part part(String name) {
    return Arrays.stream(Part.values())
        .filter(part -> key(part).equals(name))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private static String key(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, String> parts(Review review) {
    var parts = new LinkedHashMap<String, String>();
    for (var each : Part.values()) {
      parts.put(key(each), part("" + each, review.remaining(each)));
    }
    parts.put(ACTIONS, part("ACTIONS", review.actions().size()));
    return parts;
  }

  private String part(String name, int remaining) {
    return words.say("network.review.part", words.say("network.review.part." + name), remaining);
  }

  private String actions(SignedIn who, WorkspaceId work, Review review, Answers form, Model model) {
    var options = new LinkedHashMap<String, String>();
    for (var state : AgreedAction.State.values()) {
      options.put(state.name(), words.say("network.action.state." + state));
    }
    var shown = review.actions().stream().limit(AT_A_TIME).toList();
    model.addAttribute(
        "page",
        new ReviewPage(
            exercises.find(who, work),
            review.session().id().toString(),
            Meetings.name(words, review.session()),
            parts(review),
            ACTIONS,
            false,
            shown.stream()
                .map(
                    action ->
                        new ReviewPage.Thing(
                            action.id().toString(),
                            action.terms().words(),
                            words.say(
                                "network.review.action",
                                action.terms().agency(),
                                Dates.weekday(action.terms().due()))))
                .toList(),
            review.actions().size() - shown.size(),
            0,
            reviews.remains(review),
            options,
            true,
            review.sight().picture().last(),
            UUID.randomUUID(),
            form));
    return "network/reviewing/review";
  }

  private String show(
      SignedIn who,
      WorkspaceId work,
      Review review,
      Part part,
      boolean isAgain,
      @org.jspecify.annotations.Nullable Answers typed,
      Model model) {
    var done = review.done(part);
    var all = isAgain ? done : review.remaining().getOrDefault(part, List.of());
    var things = all.stream().limit(AT_A_TIME).toList();
    var options = new LinkedHashMap<String, String>();
    part.answers()
        .forEach(said -> options.put(said.name(), words.say("network.review.said." + said)));
    var form = typed;
    if (form == null) {
      form = Answers.none(words);
      if (isAgain) {
        fill(form, review, things);
      }
    }
    model.addAttribute(
        "page",
        new ReviewPage(
            exercises.find(who, work),
            review.session().id().toString(),
            Meetings.name(words, review.session()),
            parts(review),
            key(part),
            isAgain,
            things.stream().map(element -> thing(review, element)).toList(),
            all.size() - things.size(),
            done.size(),
            reviews.remains(review),
            options,
            part.answers().stream().anyMatch(Said::needsWords),
            review.sight().picture().last(),
            UUID.randomUUID(),
            form));
    return "network/reviewing/review";
  }

  private static void fill(Answers form, Review review, List<Element> things) {
    for (var element : things) {
      var answer = review.said().get(element.id());
      if (answer != null) {
        form.with(SAID + element.id(), answer.said()).with(IN_WORDS + element.id(), answer.words());
      }
    }
  }

  private ReviewPage.Thing thing(Review review, Element element) {
    var sight = review.sight();
    boolean isLine = element.kind() == ElementKind.LINE;
    return new ReviewPage.Thing(
        element.id().toString(),
        isLine
            ? sentences.line(sight.picture(), element, Views.sources(sight))
            : element.value(Field.LABEL),
        isLine
            ? ""
            : words.say(
                "network.node."
                    + element.value(Field.KIND).toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
