package org.sightline.network.photos;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.contexts.floorplans.Intake;
import org.sightline.contexts.floorplans.PlanIntake;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.OwnMaps;
import org.sightline.network.Photos;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Photos of maps that were drawn on paper. What is sent is decoded in a process of its own and
/// drawn anew, so that nothing a camera adds is kept.
@Controller
@RequestMapping("/network/exercises/{exercise}/photos")
class PhotosController {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Exercises exercises;
  private final Photos photos;
  private final OwnMaps own;
  private final PlanIntake intake;
  private final Users users;
  private final Words words;
  private final Clock clock;

  PhotosController(
      Exercises exercises,
      Photos photos,
      OwnMaps own,
      PlanIntake intake,
      Users users,
      Words words,
      Clock clock) {
    this.exercises = exercises;
    this.photos = photos;
    this.own = own;
    this.intake = intake;
    this.users = users;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String exercise, Model model) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    return page(who, held, Answers.none(words), model);
  }

  @PostMapping
  String attach(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect)
      throws IOException {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    photos.requireOpen(who, held.id());
    var form = new Answers(words, values);
    var whose = whose(who, held);
    UUID subject = whose.containsKey(form.value("whose")) ? Ids.parse(form.value("whose")) : null;
    if (subject != null && !form.isTicked("told")) {
      form.problem("told", words.say("network.photos.told.missing"));
    }
    var day = form.day("day", today(), "network.photos.day.wrong");
    byte @Nullable [] png = form.isWrong() ? null : read(form, file);
    if (file == null || file.isEmpty()) {
      form.problem("file", words.say("network.photos.file.missing"));
    }
    if (png == null || form.isWrong()) {
      response.setStatus(422);
      return page(who, held, form, model);
    }
    photos.attach(who, held.id(), subject, day.orElseThrow(), png);
    Notice.leave(redirect, words.say("network.photos.attached"));
    return "redirect:/network/exercises/" + held.id() + "/photos";
  }

  /// The picture, or `null` when there is something wrong, which the form then says.
  private byte @Nullable [] read(Answers form, @Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      return null;
    }
    return switch (intake.take(file.getBytes(), "" + file.getOriginalFilename())) {
      case Intake.Taken taken -> taken.picture().png();
      case Intake.Refused(String sentence) -> {
        form.problem("file", ofPhotos(sentence));
        yield null;
      }
    };
  }

  /// What is said of plans of buildings, said of a photo.
  static String ofPhotos(String sentence) {
    return sentence
        .replace(" to draw zones on", " to read")
        .replace("as a floor of its own", "by itself")
        .replaceAll("\\bplans\\b", "photos")
        .replaceAll("\\bplan\\b", "photo");
  }

  @GetMapping("/{photo}")
  ResponseEntity<byte[]> open(
      SignedIn who, @PathVariable String exercise, @PathVariable String photo) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(photos.open(who, WorkspaceId.of(exercise), Ids.parse(photo)));
  }

  @PostMapping("/{photo}/throwing-away")
  String throwAway(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String photo,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    photos.throwAway(who, work, Ids.parse(photo));
    Notice.leave(redirect, words.say("network.photos.thrown-away"));
    return "redirect:/network/exercises/" + work + "/photos";
  }

  private String page(SignedIn who, Exercise held, Answers form, Model model) {
    var whose = whose(who, held);
    var shown =
        photos.list(who, held.id()).stream()
            .map(
                photo ->
                    new PhotosPage.Shown(
                        photo.id().toString(),
                        photo.subject() == null
                            ? words.say("network.photos.ours")
                            : words.say(
                                "network.photos.theirs",
                                whose.getOrDefault(
                                    photo.subject().toString(),
                                    words.say("network.photos.no-part"))),
                        Dates.day(photo.day()),
                        words.say(
                            "network.photos.by",
                            users.nameOf(photo.by()),
                            Dates.moment(photo.at()))))
            .toList();
    model.addAttribute("page", new PhotosPage(held, shown, whose, form));
    return "network/photos/photos";
  }

  private Map<String, String> whose(SignedIn who, Exercise held) {
    var whose = new LinkedHashMap<String, String>();
    own.list(who, held.id())
        .forEach(one -> whose.put(one.subject().id().toString(), one.subject().name()));
    return whose;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
