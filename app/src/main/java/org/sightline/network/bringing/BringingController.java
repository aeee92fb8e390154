package org.sightline.network.bringing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.NotDrawn;
import org.sightline.network.drawing.Question;
import org.sightline.network.drawing.Questions;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.exchange.MapFile;
import org.sightline.network.exchange.UnreadableMap;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Brings a file onto a map: nothing is stored before everything was looked at, and then all of it
/// is drawn or nothing.
@Controller
class BringingController {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int FILES = 10;

  private final Maps maps;
  private final Casework casework;
  private final BroughtFiles files;
  private final RefusedRows refusing;
  private final Questions questions;
  private final Sentences sentences;
  private final Words words;
  private final Clock clock;

  BringingController(
      Maps maps,
      Casework casework,
      BroughtFiles files,
      RefusedRows refusing,
      Questions questions,
      Sentences sentences,
      Words words,
      Clock clock) {
    this.maps = maps;
    this.casework = casework;
    this.files = files;
    this.refusing = refusing;
    this.questions = questions;
    this.sentences = sentences;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/network/maps/{work}/import")
  String choose(SignedIn who, @PathVariable String work, Model model) {
    return choosing(who, requireDrawer(who, work), Answers.none(words), model);
  }

  @PostMapping("/network/maps/{work}/import")
  String bring(
      SignedIn who,
      @PathVariable String work,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var id = requireDrawer(who, work);
    var form = Answers.none(words);
    var read = new ArrayList<MapFile>();
    int size = 0;
    for (var file : brought == null ? List.<MultipartFile>of() : brought) {
      if (!file.isEmpty()) {
        read(file, form).ifPresent(read::add);
        size += Math.toIntExact(file.getSize());
      }
    }
    if (read.isEmpty() && !form.isWrong()) {
      form.problem("file", words.say("network.bringing.no-file"));
    } else if (read.size() > FILES) {
      form.problem("file", words.say("network.bringing.too-many", FILES));
    } else if (!form.isWrong()) {
      try {
        Reading.read(read, form, today());
      } catch (UnreadableMap unreadable) {
        form.problem("file", unreadable(read, unreadable));
      }
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return choosing(who, id, form, model);
    }
    maps.brought(who, id, read.size());
    return "redirect:/network/maps/" + work + "/import/" + files.keep(who.user(), id, read, size);
  }

  @GetMapping("/network/maps/{work}/import/{brought}")
  String look(SignedIn who, @PathVariable String work, @PathVariable String brought, Model model) {
    var id = requireDrawer(who, work);
    var token = Ids.parse(brought);
    return look(
        who, id, token, files.find(token, who.user(), id), suggested(token, who, id), model);
  }

  @PostMapping("/network/maps/{work}/import/{brought}")
  String draw(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String brought,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = requireDrawer(who, work);
    var token = Ids.parse(brought);
    var there = files.find(token, who.user(), id);
    var form = new Answers(words, values);
    there.chosen().set(Reading.chosen(there.files(), form));
    if (form.is("do", "look")) {
      maps.brought(who, id, there.files().size());
      return look(who, id, token, there, form, model);
    }
    try {
      var incoming = Reading.read(there.files(), form, today());
      var choices = choices(form, incoming);
      if (!form.isWrong() && choices != null) {
        var picture = maps.open(who, id);
        var result = Bringing.plan(Ids.parse(form.value("edit")), picture, incoming, choices);
        if (result.edit() != null) {
          maps.draw(who, id, result.edit(), picture.last());
        }
        files.letGo(token);
        Notice.leave(
            redirect,
            words.say(
                "network.bringing.done",
                result.added(),
                result.known(),
                result.drawn(),
                result.confirmed(),
                result.gone()));
        return "redirect:/network/maps/" + work;
      }
    } catch (UnreadableMap unreadable) {
      form.problem("columns", unreadable(there.files(), unreadable));
    } catch (NotDrawn not) {
      form.problem("columns", sentences.refusal(not.refusal(), Picture.of(List.of())));
    }
    response.setStatus(422);
    return look(who, id, token, there, form, model);
  }

  private Optional<MapFile> read(MultipartFile file, Answers form) throws IOException {
    String name = "" + file.getOriginalFilename();
    try {
      return Optional.of(MapFile.of(name, file.getBytes()));
    } catch (UnreadableMap unreadable) {
      form.problem("file", words.say("network.bringing.unreadable", name, unreadable.sentence()));
      return Optional.empty();
    }
  }

  /// Which file, and what of it cannot be read.
  private String unreadable(List<MapFile> files, UnreadableMap unreadable) {
    String named = String.join(", ", files.stream().map(MapFile::name).toList());
    return words.say("network.bringing.unreadable", named, unreadable.sentence());
  }

  private @Nullable Choices choices(Answers form, Incoming incoming) {
    var kind = form.choice("kind", NodeKind.class, "network.wrong.missing.kind");
    var report = questions.read(form, unsaid(incoming));
    String lineKind = form.value("line-kind");
    if (!Field.LINE_KIND.accepts(lineKind)) {
      form.problem("line-kind", words.say("network.wrong.line-kind"));
    }
    if (form.isWrong() || kind.isEmpty()) {
      return null;
    }
    String day =
        incoming.lines().stream()
            .map(line -> line.said().when())
            .reduce(report.getOrDefault(Field.WHEN, ""), BringingController::later);
    return new Choices(
        kind.get(),
        lineKind,
        report,
        form.isTicked("later"),
        words.say("network.bringing.gone", Dates.day(LocalDate.parse(day))),
        spoken());
  }

  /// What is asked because the file does not say it of every line.
  private List<Question> unsaid(Incoming incoming) {
    var lines = incoming.lines();
    return questions.ofReport().stream()
        .filter(
            question ->
                lines.isEmpty()
                    || lines.stream()
                        .anyMatch(
                            line ->
                                Bringing.own(line.said())
                                    .getOrDefault(question.field(), "")
                                    .isEmpty()))
        .toList();
  }

  private static String later(String day, String other) {
    return day.compareTo(other) > 0 ? day : other;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  /// Kinds in words and as our own files have them.
  private Choices.Spoken spoken() {
    return Choices.Spoken.of(
        questions.kinds().options(), questions.ofLine("", "").getFirst().options());
  }

  /// What was chosen last, or else what the files suggest.
  private Answers suggested(UUID token, SignedIn who, WorkspaceId work) {
    var brought = files.find(token, who.user(), work);
    var form = refusing.chosen(brought).with("kind", NodeKind.YOUNG_PERSON.name());
    if (form.value("columns").isEmpty()) {
      for (int i = 0; i < brought.files().size(); i++) {
        Reading.asked(brought.files().get(i), i).forEach(form::with);
      }
    }
    return form;
  }

  private String look(
      SignedIn who,
      WorkspaceId work,
      UUID token,
      BroughtFiles.Brought brought,
      Answers form,
      Model model) {
    var facts = new ArrayList<String>();
    var lines = new ArrayList<String>();
    var refused = new ArrayList<String>();
    var evidence = questions.ofReport();
    try {
      var incoming = Reading.read(brought.files(), form, today());
      evidence = unsaid(incoming);
      String file = brought.files().getFirst().name();
      say(who, work, file, incoming, form, facts, lines, refused);
    } catch (UnreadableMap unreadable) {
      form.problem("columns", unreadable(brought.files(), unreadable));
    }
    var asked = new ArrayList<Question>();
    asked.add(questions.kinds());
    asked.add(questions.ofLine("", "").getFirst());
    asked.addAll(evidence);
    model.addAttribute(
        "page",
        new BringingPage(
            work,
            title(who, work),
            token,
            UUID.randomUUID(),
            described(brought.files()),
            facts,
            lines,
            refused,
            brought.files().getFirst().format() == MapFile.Format.MATRIX,
            form,
            asked));
    return "network/bringing/look";
  }

  private void say(
      SignedIn who,
      WorkspaceId work,
      String file,
      Incoming incoming,
      Answers form,
      List<String> facts,
      List<String> lines,
      List<String> refused) {
    String kind = form.value("line-kind");
    var choices =
        new Choices(
            NodeKind.YOUNG_PERSON,
            Field.LINE_KIND.accepts(kind) ? kind : "",
            Map.of(),
            form.isTicked("later"),
            "-",
            spoken());
    var result = Bringing.plan(UUID.randomUUID(), maps.open(who, work), incoming, choices);
    facts.add(words.say("network.bringing.people", incoming.nodes().size(), result.known()));
    facts.add(words.say("network.bringing.lines", incoming.lines().size(), result.confirmed()));
    if (result.folded() > 0) {
      facts.add(words.count("network.bringing.folded", result.folded()));
    }
    if (result.called() > 0) {
      facts.add(words.say("network.bringing.called", result.called()));
    }
    if (result.gone() > 0) {
      facts.add(words.say("network.bringing.over", result.gone()));
    }
    if (!result.twice().isEmpty()) {
      facts.add(words.say("network.bringing.twice", String.join(", ", result.twice())));
    }
    for (var pair : incoming.oneSided()) {
      facts.add(
          words.say(
              "network.bringing.one-sided",
              pair.one(),
              pair.other(),
              number(pair.forth()),
              number(pair.back())));
    }
    var names = new HashMap<String, String>();
    incoming.nodes().forEach(node -> names.put(node.key(), Bringing.label(node)));
    incoming.lines().stream()
        .limit(BringingPage.SHOWN)
        .forEach(line -> lines.add(BringingPage.said(line, names)));
    var first = incoming.refused().stream().limit(BringingPage.REFUSED).toList();
    refused.addAll(refusing.sentences(file, first));
    int more = incoming.refused().size() - first.size();
    if (more > 0) {
      refused.add(words.say("network.bringing.refused.more", more));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private List<BringingPage.File> described(List<MapFile> brought) {
    var described = new ArrayList<BringingPage.File>();
    for (int i = 0; i < brought.size(); i++) {
      var file = brought.get(i);
      var headings = new LinkedHashMap<String, String>();
      for (int column = 0; column < file.headings().size(); column++) {
        headings.put(String.valueOf(column), file.headings().get(column));
      }
      var columns = new LinkedHashMap<String, String>();
      for (String name : Reading.asked(file, i).keySet()) {
        columns.put(name, words.say("network.bringing.column." + name.replaceAll("-\\d+\\z", "")));
      }
      described.add(
          new BringingPage.File(
              file.name(),
              words.say("network.bringing.format." + file.format().name().toLowerCase(Locale.ROOT)),
              columns,
              headings));
    }
    return described;
  }

  private String choosing(SignedIn who, WorkspaceId work, Answers form, Model model) {
    model.addAttribute("page", new ChoosingPage(work, title(who, work), form));
    return "network/bringing/choose";
  }

  private WorkspaceId requireDrawer(SignedIn who, String work) {
    var id = WorkspaceId.of(work);
    maps.requireDrawer(who, id);
    return id;
  }

  private String title(SignedIn who, WorkspaceId work) {
    return casework.find(who, work).purpose().title();
  }
}
