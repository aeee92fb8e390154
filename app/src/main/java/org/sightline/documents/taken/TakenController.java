package org.sightline.documents.taken;

import java.util.List;
import java.util.Optional;
import org.sightline.access.NamedWorkspaces;
import org.sightline.access.Users;
import org.sightline.audit.Processes;
import org.sightline.documents.Copies;
import org.sightline.documents.PickUps;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class TakenController {

  /// As many as the page shows.
  private static final int MOST = 200;

  private final Copies copies;
  private final PickUps pickUps;
  private final Processes processes;
  private final Users users;
  private final List<NamedWorkspaces> workspaces;
  private final Words words;

  TakenController(
      Copies copies,
      PickUps pickUps,
      Processes processes,
      Users users,
      List<NamedWorkspaces> workspaces,
      Words words) {
    this.copies = copies;
    this.pickUps = pickUps;
    this.processes = processes;
    this.users = users;
    this.workspaces = workspaces;
    this.words = words;
  }

  @GetMapping("/copies-taken")
  String show(SignedIn who, Model model) {
    var taken = copies.all(who, MOST);
    model.addAttribute(
        "page",
        new TakenPage(
            processes.look(who, () -> taken.stream().map(this::row).toList()),
            pickUps.leftBy(who)));
    return "documents/taken/taken";
  }

  private TakenPage.Row row(Copies.Taken copy) {
    return new TakenPage.Row(
        "" + copy.number(),
        words.say(copy.kind().replaceFirst("\\.", ".copy.")),
        named(copy.workspace()),
        users.nameOf(copy.by()),
        Dates.moment(copy.at()),
        words.say(copy.purpose().key()),
        copy.forWhom() == null ? "" : copy.forWhom());
  }

  private String named(WorkspaceId workspace) {
    return workspaces.stream()
        .map(kind -> kind.named(workspace))
        .flatMap(Optional::stream)
        .map(NamedWorkspaces.Named::name)
        .findFirst()
        .orElse("");
  }
}
