package org.sightline.network.together;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.Maps;
import org.sightline.network.OwnMaps;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.ownmap.Compared;
import org.sightline.network.ownmap.Drawn;
import org.sightline.network.ownmap.Join;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Plan;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
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

/// For the workers: what only they say, what only we say, and what is seen differently (B73). Who
/// is who is said by a person; an equal name is offered.
@Controller
@RequestMapping("/network/exercises/{exercise}/own-maps/{subject}/comparing")
class ComparingController {

  private final Exercises exercises;
  private final OwnMaps own;
  private final Maps maps;
  private final RingsWords rings;
  private final Sentences sentences;
  private final Words words;

  ComparingController(
      Exercises exercises,
      OwnMaps own,
      Maps maps,
      RingsWords rings,
      Sentences sentences,
      Words words) {
    this.exercises = exercises;
    this.own = own;
    this.maps = maps;
    this.rings = rings;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    return page(who, held, Ids.parse(subject), Answers.none(words), model);
  }

  @PostMapping
  String join(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    UUID young = Ids.parse(subject);
    var form = new Answers(words, values);
    UUID someone = Ids.parse(form.value("someone"));
    ElementId node;
    try {
      node = ElementId.of(form.value("node"));
    } catch (NotThere none) {
      form.problem("node-" + someone, words.say("network.own.compare.missing"));
      response.setStatus(422);
      return page(who, held, young, form, model);
    }
    own.join(who, held.id(), young, someone, node);
    Notice.leave(redirect, words.say("network.own.compare.joined"));
    return "redirect:" + DrawingController.base(held.id(), young) + "/comparing";
  }

  @PostMapping("/{join}/taking-back")
  String separate(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String join,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    own.separate(who, work, young, Ids.parse(join));
    Notice.leave(redirect, words.say("network.own.compare.separated"));
    return "redirect:" + DrawingController.base(work, young) + "/comparing";
  }

  private String page(SignedIn who, Exercise held, UUID young, Answers form, Model model) {
    var found = own.find(who, held.id(), young);
    var drawn = found.need();
    var picture = maps.open(who, held.id());
    var subject = found.standing().subject();
    var compared = Compared.of(drawn, picture, subject.name(), subject.person());
    var me = compared.me();
    model.addAttribute(
        "page",
        new ComparingPage(
            held,
            DrawingController.base(held.id(), young),
            subject.name(),
            words.say("network.own.compare.picture", Dates.moment(drawn.last())),
            rings.picture(drawn.map(), null),
            me == null ? null : joined(me, picture),
            drawn.id().toString(),
            nodes(compared.meMaybe()),
            compared.onlyThey().stream().map(one -> they(held, one, me, picture)).toList(),
            compared.onlyWe().stream()
                .flatMap(one -> one.lines().stream())
                .map(line -> sentence(picture, line))
                .toList(),
            compared.seenDifferently().stream().map(one -> both(one, picture)).toList(),
            compared.seenAlike().stream().map(one -> both(one, picture)).toList(),
            free(drawn, picture),
            answers(drawn.map()),
            plans(drawn.map()),
            form));
    return "network/together/comparing";
  }

  private ComparingPage.They they(
      Exercise held, Compared.OnlyThey one, @Nullable Join me, Picture picture) {
    var join = one.join();
    String line =
        join == null || me == null
            ? null
            : "/network/maps/%s/lines/new?from=%s&to=%s&young=yes"
                .formatted(held.id(), me.node(), join.node());
    return new ComparingPage.They(
        one.someone().id().toString(),
        one.someone().name(),
        rings.said(one.someone()),
        join == null ? null : joined(join, picture),
        nodes(one.maybe()),
        line);
  }

  private ComparingPage.Both both(Compared.Both one, Picture picture) {
    return new ComparingPage.Both(
        one.someone().name(),
        rings.said(one.someone()),
        one.lines().stream().map(line -> sentence(picture, line)).toList(),
        one.differently().stream()
            .map(each -> words.say("network.own.differently." + each))
            .toList(),
        joined(one.join(), picture));
  }

  private String sentence(Picture picture, Element line) {
    return sentences.line(picture, line, Sources.MEMBERS);
  }

  private static ComparingPage.Joined joined(Join join, Picture picture) {
    var node = picture.find(picture.shown(new ElementId(join.node())));
    return new ComparingPage.Joined(
        join.id().toString(),
        join.node().toString(),
        Objects.requireNonNull(node).value(Field.LABEL));
  }

  private static List<ComparingPage.Node> nodes(List<Element> nodes) {
    return nodes.stream()
        .map(node -> new ComparingPage.Node(node.id().toString(), node.value(Field.LABEL)))
        .toList();
  }

  /// Who and what on our map is joined to nobody yet, by name.
  private static Map<String, String> free(Drawn drawn, Picture picture) {
    var taken = new HashSet<ElementId>();
    drawn.joins().forEach(join -> taken.add(picture.shown(new ElementId(join.node()))));
    var free = new LinkedHashMap<String, String>();
    picture.on(ElementKind.NODE).stream()
        .filter(node -> !taken.contains(node.id()))
        .filter(node -> NodeKind.valueOf(node.value(Field.KIND)) != NodeKind.GAP)
        .sorted(Comparator.comparing(node -> node.value(Field.LABEL)))
        .forEach(node -> free.put(node.id().toString(), node.value(Field.LABEL)));
    return free;
  }

  private List<ComparingPage.Reply> answers(OwnMap map) {
    return java.util.stream.IntStream.rangeClosed(1, OwnMap.QUESTIONS)
        .mapToObj(number -> new ComparingPage.Reply(rings.question(number), answer(map, number)))
        .toList();
  }

  private String answer(OwnMap map, int number) {
    var reply = map.replies().get(number);
    if (reply == null) {
      return words.say("network.own.compare.unasked");
    }
    return switch (reply.how()) {
      case SKIPPED -> words.say("network.own.compare.skipped");
      case RATHER_NOT -> words.say("network.own.compare.rather-not");
      case ANSWERED -> {
        String named =
            reply.people().stream()
                .map(map::find)
                .filter(Objects::nonNull)
                .map(one -> one.name())
                .collect(Collectors.joining(", "));
        yield named.isEmpty()
            ? reply.words()
            : reply.words().isEmpty() ? named : named + ". " + reply.words();
      }
    };
  }

  private Map<String, List<String>> plans(OwnMap map) {
    var plans = new LinkedHashMap<String, List<String>>();
    for (var what : Plan.For.values()) {
      var all = map.plans(what).stream().map(rings::plan).toList();
      if (!all.isEmpty()) {
        plans.put(words.say("network.own.plan." + what), all);
      }
    }
    return plans;
  }
}
