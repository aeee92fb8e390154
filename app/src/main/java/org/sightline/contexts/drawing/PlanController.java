package org.sightline.contexts.drawing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Drawn;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlanId;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Intake;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.OutlineJson;
import org.sightline.contexts.floorplans.PlanIntake;
import org.sightline.contexts.floorplans.PlanPicture;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A plan: its floors and zones, and its earlier versions.
@Controller
@RequestMapping("/contexts/plans/{plan}")
class PlanController {

  private final FloorPlans plans;
  private final Drawing drawing;
  private final PlanIntake intake;
  private final Words words;

  PlanController(FloorPlans plans, Drawing drawing, PlanIntake intake, Words words) {
    this.plans = plans;
    this.drawing = drawing;
    this.intake = intake;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who,
      @PathVariable String plan,
      @RequestParam(defaultValue = "0") int floor,
      Model model) {
    return floorPage(newest(who, plan), floor, ZoneForm.drawn(floor, "", ""), List.of(), model);
  }

  @PostMapping("/zones")
  String addZone(
      SignedIn who,
      @PathVariable String plan,
      @RequestParam int floor,
      @RequestParam int basedOn,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String corners,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    var newest = newest(who, plan);
    var form = ZoneForm.drawn(floor, name.strip(), corners);
    var problems = problems(form, newest.zones());
    if (problems.isEmpty() && form.outline() instanceof Drawn.Accepted(Outline outline)) {
      drawing.addZone(who, newest, basedOn, form, outline);
      Notice.leave(redirect, words.say("contexts.drawing.zone-added", form.name()));
      return back(newest, floor);
    }
    response.setStatus(422);
    return floorPage(newest, floor, form, problems, model);
  }

  /// The drawing's redrawn outlines: `zone-<key>` for each.
  @PostMapping("/outlines")
  String reshape(
      SignedIn who,
      @PathVariable String plan,
      @RequestParam int floor,
      @RequestParam int basedOn,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    var outlines = new LinkedHashMap<ZoneKey, Drawn>();
    fields.forEach(
        (field, json) -> {
          if (field.startsWith("zone-")) {
            outlines.put(ZoneKey.of(field.substring(5)), OutlineJson.parse(json));
          }
        });
    if (outlines.isEmpty()) {
      throw new Refused("No zone was moved. Move one on the drawing, then save.");
    }
    var newest = newest(who, plan);
    drawing.reshape(who, newest, basedOn, outlines);
    Notice.leave(redirect, words.count("contexts.drawing.reshaped", outlines.size()));
    return back(newest, floor);
  }

  @GetMapping("/zones/{zone}")
  String askZone(SignedIn who, @PathVariable String plan, @PathVariable String zone, Model model) {
    var newest = newest(who, plan);
    var found = newest.zone(ZoneKey.of(zone));
    return zonePage(newest, found, ZoneForm.of(found), List.of(), model);
  }

  @PostMapping("/zones/{zone}")
  String changeZone(
      SignedIn who,
      @PathVariable String plan,
      @PathVariable String zone,
      @RequestParam int basedOn,
      @RequestParam int floor,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String corners,
      @RequestParam(defaultValue = "NOT_ASKED") Zone.Adults adults,
      @RequestParam(defaultValue = "NOT_ASKED") Zone.Answer watched,
      @RequestParam(defaultValue = "NOT_ASKED") Zone.Answer otherYears,
      @RequestParam(defaultValue = "false") boolean oneAdult,
      @RequestParam(defaultValue = "") String notes,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    var newest = newest(who, plan);
    var found = newest.zone(ZoneKey.of(zone));
    var form =
        new ZoneForm(
            floor,
            name.strip(),
            corners,
            adults.name(),
            watched.name(),
            otherYears.name(),
            oneAdult,
            notes);
    var others = newest.zones().stream().filter(z -> !z.key().equals(found.key())).toList();
    var problems = problems(form, others);
    if (notes.length() > 2_000) {
      problems.add(new Problem("notes", "Notes hold up to 2,000 letters. Shorten them."));
    }
    if (problems.isEmpty() && form.outline() instanceof Drawn.Accepted(Outline outline)) {
      drawing.changeZone(who, newest, basedOn, found.key(), form, outline);
      Notice.leave(redirect, words.say("contexts.drawing.zone-saved", form.name()));
      return back(newest, floor);
    }
    response.setStatus(422);
    return zonePage(newest, found, form, problems, model);
  }

  @PostMapping("/zones/{zone}/removal")
  String removeZone(
      SignedIn who,
      @PathVariable String plan,
      @PathVariable String zone,
      @RequestParam int basedOn,
      RedirectAttributes redirect) {
    var newest = newest(who, plan);
    var found = newest.zone(ZoneKey.of(zone));
    drawing.removeZone(who, newest, basedOn, found.key());
    Notice.leave(redirect, words.say("contexts.drawing.zone-removed", found.name()));
    return back(newest, found.floor());
  }

  @GetMapping("/floors")
  String askFloor(SignedIn who, @PathVariable String plan, Model model) {
    return floorsPage(newest(who, plan), "", List.of(), model);
  }

  @PostMapping("/floors")
  String addFloor(
      SignedIn who,
      @PathVariable String plan,
      @RequestParam int basedOn,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "1") String page,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response)
      throws IOException {
    var newest = newest(who, plan);
    var problems = floorProblems(name.strip());
    Optional<PlanPicture> picture = Optional.empty();
    if (problems.isEmpty() && file != null && !file.isEmpty()) {
      int number = page.strip().matches("\\d{1,3}") ? Integer.parseInt(page.strip()) : 1;
      switch (intake.take(file.getBytes(), "" + file.getOriginalFilename(), number)) {
        case Intake.Taken taken -> picture = Optional.of(taken.picture());
        case Intake.Refused(String sentence) -> problems.add(new Problem("file", sentence));
      }
    }
    if (!problems.isEmpty()) {
      response.setStatus(422);
      return floorsPage(newest, name, problems, model);
    }
    drawing.addFloor(who, newest, basedOn, name.strip(), picture);
    Notice.leave(redirect, words.say("contexts.drawing.floor-added", name.strip()));
    return "redirect:/contexts/plans/" + newest.plan() + "/floors";
  }

  @PostMapping("/floors/{floor}")
  String renameFloor(
      SignedIn who,
      @PathVariable String plan,
      @PathVariable int floor,
      @RequestParam int basedOn,
      @RequestParam(defaultValue = "") String name,
      RedirectAttributes redirect) {
    var problems = floorProblems(name.strip());
    if (!problems.isEmpty()) {
      throw new Refused(problems.getFirst().sentence());
    }
    var newest = newest(who, plan);
    drawing.renameFloor(who, newest, basedOn, floor, name.strip());
    Notice.leave(redirect, words.say("contexts.drawing.floor-renamed", name.strip()));
    return "redirect:/contexts/plans/" + newest.plan() + "/floors";
  }

  @PostMapping("/floors/{floor}/removal")
  String removeFloor(
      SignedIn who,
      @PathVariable String plan,
      @PathVariable int floor,
      @RequestParam int basedOn,
      RedirectAttributes redirect) {
    var newest = newest(who, plan);
    drawing.removeFloor(who, newest, basedOn, floor);
    Notice.leave(redirect, words.say("contexts.drawing.floor-removed"));
    return "redirect:/contexts/plans/" + newest.plan() + "/floors";
  }

  @GetMapping("/versions")
  String versions(SignedIn who, @PathVariable String plan, Model model) {
    var newest = newest(who, plan);
    model.addAttribute("newest", newest);
    model.addAttribute(
        "versions",
        plans.versions(who, newest.plan()).stream()
            .limit(100)
            .map(id -> plans.version(who, id))
            .toList());
    return "contexts/drawing/versions";
  }

  @GetMapping("/versions/{version}")
  String version(
      SignedIn who,
      @PathVariable String plan,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int floor,
      Model model) {
    var found = plans.version(who, PlanVersionId.of(version));
    if (!found.plan().equals(FloorPlanId.of(plan))) {
      throw new NotThere();
    }
    model.addAttribute("newest", newest(who, plan));
    model.addAttribute(
        "page",
        new PlanPage(
            found, floorAt(found, floor), ZoneForm.drawn(floor, "", ""), List.of(), false));
    return "contexts/drawing/version";
  }

  @PostMapping("/versions/{version}/use")
  String useAgain(
      SignedIn who,
      @PathVariable String plan,
      @PathVariable String version,
      @RequestParam int basedOn,
      RedirectAttributes redirect) {
    var id = FloorPlanId.of(plan);
    drawing.useAgain(who, id, PlanVersionId.of(version), basedOn);
    Notice.leave(redirect, words.say("contexts.drawing.used-again"));
    return "redirect:/contexts/plans/" + id;
  }

  private PlanVersion newest(SignedIn who, String plan) {
    return plans.newest(who, FloorPlanId.of(plan));
  }

  private static List<Problem> problems(ZoneForm form, List<Zone> others) {
    var problems = new ArrayList<Problem>();
    ZoneNames.refusal(form.name(), others)
        .ifPresent(sentence -> problems.add(new Problem("name", sentence)));
    if (form.outline() instanceof Drawn.Refused(String sentence)) {
      problems.add(new Problem("corners", sentence));
    }
    return problems;
  }

  private static List<Problem> floorProblems(String name) {
    var problems = new ArrayList<Problem>();
    if (name.isEmpty() || name.length() > ZoneNames.LONGEST) {
      problems.add(
          new Problem("name", "Give the floor a name of up to 60 letters, such as First floor."));
    }
    return problems;
  }

  private static String floorPage(
      PlanVersion plan, int floor, ZoneForm draft, List<Problem> problems, Model model) {
    model.addAttribute("page", new PlanPage(plan, floorAt(plan, floor), draft, problems, true));
    return "contexts/drawing/plan";
  }

  private static String zonePage(
      PlanVersion plan, Zone zone, ZoneForm form, List<Problem> problems, Model model) {
    model.addAttribute("zone", zone);
    model.addAttribute(
        "page", new PlanPage(plan, floorAt(plan, zone.floor()), form, problems, true));
    return "contexts/drawing/zone";
  }

  private static String floorsPage(
      PlanVersion plan, String name, List<Problem> problems, Model model) {
    model.addAttribute(
        "page",
        new PlanPage(plan, plan.floors().getFirst(), ZoneForm.drawn(0, name, ""), problems, true));
    return "contexts/drawing/floors";
  }

  private static Floor floorAt(PlanVersion plan, int position) {
    return plan.floors().stream()
        .filter(floor -> floor.position() == position)
        .findFirst()
        .orElse(plan.floors().getFirst());
  }

  private static String back(PlanVersion plan, int floor) {
    return "redirect:/contexts/plans/%s?floor=%d".formatted(plan.plan(), floor);
  }
}
