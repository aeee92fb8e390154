package org.sightline.network.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sightline.documents.Copies;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Purpose;
import org.sightline.documents.Sheet;
import org.sightline.documents.Stamp;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.ManyPeople;
import org.sightline.network.ManyPeople.Named;
import org.sightline.network.MapCopies;
import org.sightline.network.NamesGone;
import org.sightline.network.Reviews;
import org.sightline.network.SealedMap;
import org.sightline.network.SealedMaps;
import org.sightline.network.map.Field;
import org.sightline.web.Dates;
import org.sightline.web.Fresh;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What is different between two versions, or a version and now: on a page, and as "since last
/// time" on one printed page (practice.md, The mapping meeting).
@Controller
@RequestMapping("/network/maps/{work}/versions/{from}/until/{to}")
class DifferenceController {

  private static final int MOST = 24;

  private final SealedMaps sealed;
  private final Reviews reviews;
  private final Exercises exercises;
  private final Differences differences;
  private final Namings namings;
  private final Pages pages;
  private final Copies copies;
  private final ManyPeople many;
  private final NamesGone gone;
  private final MapCopies held;
  private final Words words;

  DifferenceController(
      SealedMaps sealed,
      Reviews reviews,
      Exercises exercises,
      Differences differences,
      Namings namings,
      Pages pages,
      Copies copies,
      ManyPeople many,
      NamesGone gone,
      MapCopies held,
      Words words) {
    this.sealed = sealed;
    this.reviews = reviews;
    this.exercises = exercises;
    this.differences = differences;
    this.namings = namings;
    this.pages = pages;
    this.copies = copies;
    this.many = many;
    this.gone = gone;
    this.held = held;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String from,
      @PathVariable String to,
      Model model) {
    var found = find(who, work, from, to);
    model.addAttribute(
        "page",
        found.page(
            found.with(differences.sections(found.between()), found.reassessed().size()),
            Purpose.NOT_SAID));
    return "network/versions/difference";
  }

  /// Asks what the copy is for.
  @Fresh
  @GetMapping("/print")
  String print(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String from,
      @PathVariable String to,
      Purpose purpose,
      Model model) {
    var found = find(who, work, from, to);
    model.addAttribute("page", found.page(List.of(), purpose));
    return "network/versions/print";
  }

  @Fresh
  @GetMapping("/since-last-time.pdf")
  ResponseEntity<byte[]> take(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String from,
      @PathVariable String to,
      Purpose purpose) {
    var found = find(who, work, from, to);
    var id = found.exercise().id();
    many.require(who, named(id, found));
    byte[] bytes =
        copies.take(
            who,
            new Copies.Original("network.since-last-time", id, id.value()),
            purpose,
            stamp -> onOnePage(found, stamp));
    var map = found.between().later().sight().picture();
    gone.map(who, id, map);
    held.note(
        who,
        id,
        new MapCopies.Shown(
            "network.since-last-time", map.last(), found.between().difference().all()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "attachment; filename=\"since-last-time.pdf\"")
        .body(bytes);
  }

  /// Whoever is named on paper is on the later of the two maps.
  private static Named named(WorkspaceId id, Found found) {
    return Named.on(
        id,
        found.to().equals("now") ? "map" : found.to(),
        found.between().later().sight().picture());
  }

  /// Fewer sentences of each kind until it fits; how many more there are is said.
  private byte[] onOnePage(Found found, Stamp stamp) {
    for (int most = MOST; ; most = most * 2 / 3) {
      var page =
          found.page(
              found.with(differences.printed(found.between(), most), most), Purpose.NOT_SAID);
      byte[] pdf =
          Pdf.of(
              pages.document("network/versions/since-last-time", page),
              Sheet.A4_PORTRAIT,
              new PrintHeading(words.say("network.since.title"), sealed.today(), stamp));
      if (most == 0 || Pdf.pages(pdf) == 1) {
        return pdf;
      }
    }
  }

  private record Found(
      Exercise exercise,
      String from,
      String to,
      String fromName,
      String toName,
      SealedMaps.Between between,
      List<String> reassessed,
      Differences differences) {

    /// The sections, and who is seen differently now.
    List<DifferencePage.Section> with(List<DifferencePage.Section> sections, int most) {
      if (reassessed.isEmpty()) {
        return sections;
      }
      int shown = Math.min(most, reassessed.size());
      var all = new ArrayList<>(sections);
      all.add(
          new DifferencePage.Section(
              "reassessed", reassessed.subList(0, shown), reassessed.size() - shown));
      return all;
    }

    DifferencePage page(List<DifferencePage.Section> sections, Purpose purpose) {
      return new DifferencePage(
          exercise, from, to, fromName, toName, differences.counts(sections), sections, purpose);
    }
  }

  private Found find(SignedIn who, String work, String from, String to) {
    var id = WorkspaceId.of(work);
    boolean isNow = to.equals("now");
    var all = sealed.of(who, id);
    var between = sealed.between(who, id, from, isNow ? "" : to);
    return new Found(
        exercises.find(who, id),
        from,
        to,
        name(all, from),
        isNow ? words.say("network.version.now", Dates.weekday(sealed.today())) : name(all, to),
        between,
        reassessed(who, id, moment(all, from), isNow ? Instant.MAX : moment(all, to), between),
        differences);
  }

  /// What was said at the reviews between the two.
  private List<String> reassessed(
      SignedIn who, WorkspaceId work, Instant after, Instant until, SealedMaps.Between between) {
    var picture = between.later().sight().picture();
    return reviews.reassessed(who, work).stream()
        .filter(one -> one.at().isAfter(after) && !one.at().isAfter(until))
        .filter(one -> picture.find(one.element()) != null)
        .map(
            one ->
                words.say(
                    "network.difference.reassessed-of",
                    Objects.requireNonNull(picture.find(one.element())).value(Field.LABEL),
                    one.words()))
        .toList();
  }

  private static Instant moment(List<SealedMap> all, String id) {
    return all.stream()
        .filter(one -> one.id().toString().equals(id))
        .findFirst()
        .map(SealedMap::at)
        .orElseThrow(NotThere::new);
  }

  private String name(List<SealedMap> all, String id) {
    return all.stream()
        .filter(one -> one.id().toString().equals(id))
        .findFirst()
        .map(namings::of)
        .orElseThrow(NotThere::new);
  }
}
