package org.sightline.sharing.desk;

import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.SharedReading;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class DeskController {

  private final SharedReading shared;
  private final Agreements agreements;
  private final Sayings sayings;

  DeskController(SharedReading shared, Agreements agreements, Sayings sayings) {
    this.shared = shared;
    this.agreements = agreements;
    this.sayings = sayings;
  }

  @GetMapping("/sharing")
  String desk(SignedIn who, Model model) {
    model.addAttribute(
        "page",
        new DeskPage(
            shared.desks(who),
            sayings.rows(who, shared.waiting(who)),
            sayings.rows(who, shared.list(who, null)),
            agreements.keeps(who) ? agreements.dueForReview(who).size() : 0));
    return "sharing/desk/desk";
  }

  @GetMapping("/sharing/workspaces/{workspace}")
  String workspace(SignedIn who, @PathVariable String workspace, Model model) {
    var in = WorkspaceId.of(workspace);
    var desk = shared.desk(who, in);
    model.addAttribute(
        "page",
        new WorkspacePage(
            in.toString(),
            desk.name(),
            shared.mayShare(who, in),
            sayings.rows(who, shared.list(who, in))));
    return "sharing/desk/workspace";
  }
}
