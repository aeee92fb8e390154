package org.sightline.contexts.drawing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Intake;
import org.sightline.contexts.floorplans.PlanIntake;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.StarterZones;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plans of a school, and starting one.
@Controller
class PlansController {

  private final FloorPlans plans;
  private final Drawing drawing;
  private final PlanIntake intake;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Words words;

  PlansController(
      FloorPlans plans,
      Drawing drawing,
      PlanIntake intake,
      Processes processes,
      Workspaces workspaces,
      Words words) {
    this.plans = plans;
    this.drawing = drawing;
    this.intake = intake;
    this.processes = processes;
    this.workspaces = workspaces;
    this.words = words;
  }

  @GetMapping("/contexts/plans")
  String list(SignedIn who, Model model) {
    List<PlanVersion> found =
        schools(who).stream().flatMap(school -> plans.newestOf(who, school).stream()).toList();
    model.addAttribute("plans", found);
    return "contexts/drawing/plans";
  }

  @GetMapping("/contexts/plans/starting")
  String askHow(Model model) {
    return form(model, StartForm.empty(), List.of());
  }

  @PostMapping("/contexts/plans/starting")
  String start(
      SignedIn who,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String way,
      @RequestParam(defaultValue = "1") String page,
      @RequestParam(name = "place", required = false) @Nullable List<String> places,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response)
      throws IOException {
    var form = new StartForm(name.strip(), way, page.strip(), places == null ? List.of() : places);
    var problems = form.problems(file == null || file.isEmpty());
    WorkspaceId school = schools(who).stream().findFirst().orElseThrow(NotThere::new);
    if (problems.isEmpty() && form.isBoxes()) {
      return started(drawing.startWithBoxes(who, school, form.name(), form.places()), redirect);
    }
    if (problems.isEmpty() && file != null) {
      switch (intake.take(file.getBytes(), "" + file.getOriginalFilename(), form.pageNumber())) {
        case Intake.Taken taken -> {
          return started(
              drawing.startWithPicture(who, school, form.name(), taken.picture()), redirect);
        }
        case Intake.Refused(String sentence) -> problems.add(new Problem("file", sentence));
      }
    }
    response.setStatus(422);
    return form(model, form, problems);
  }

  @GetMapping("/contexts/pictures/{picture}")
  ResponseEntity<byte[]> picture(SignedIn who, @PathVariable String picture) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cache-Control", "private, max-age=600")
        .body(plans.picture(who, Ids.parse(picture)));
  }

  private String started(PlanVersion plan, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say("contexts.drawing.started", plan.name()));
    return "redirect:/contexts/plans/" + plan.plan();
  }

  private String form(Model model, StartForm form, List<Problem> problems) {
    model.addAttribute("form", form);
    model.addAttribute("problems", new ArrayList<>(problems));
    model.addAttribute("starters", StarterZones.all());
    return "contexts/drawing/starting";
  }

  private List<WorkspaceId> schools(SignedIn who) {
    return processes.look(who, workspaces::schools);
  }
}
