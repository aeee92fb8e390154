package org.sightline.network.preparing;

import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.EarlierWork;
import org.sightline.network.Exercises;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Earlier work on the same theme at the same place.
@Controller
class EarlierController {

  private final Exercises exercises;
  private final EarlierWork earlier;

  EarlierController(Exercises exercises, EarlierWork earlier) {
    this.exercises = exercises;
    this.earlier = earlier;
  }

  @GetMapping("/network/exercises/{exercise}/preparing/earlier")
  String show(SignedIn who, @PathVariable String exercise, Model model) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    model.addAttribute("exercise", held);
    model.addAttribute("found", earlier.of(who, held.id()));
    return "network/preparing/earlier";
  }
}
