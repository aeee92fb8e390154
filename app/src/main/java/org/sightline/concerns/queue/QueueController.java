package org.sightline.concerns.queue;

import java.util.List;
import org.sightline.concerns.ConcernState;
import org.sightline.concerns.CouncilDesk;
import org.sightline.concerns.DutyWords;
import org.sightline.concerns.Following;
import org.sightline.concerns.Following.Queued;
import org.sightline.concerns.Moments;
import org.sightline.concerns.Naming;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class QueueController {

  private final Following following;
  private final Naming naming;
  private final CouncilDesk council;
  private final DutyWords duties;
  private final Words words;

  QueueController(
      Following following, Naming naming, CouncilDesk council, DutyWords duties, Words words) {
    this.following = following;
    this.naming = naming;
    this.council = council;
    this.duties = duties;
    this.words = words;
  }

  @GetMapping("/concerns")
  String show(SignedIn who, Model model) {
    var queue = following.queue(who);
    model.addAttribute(
        "page",
        new QueuePage(rows(who, queue, false), rows(who, queue, true), council.anyGap(who)));
    return "concerns/queue/queue";
  }

  private List<QueuePage.Row> rows(SignedIn who, List<Queued> queue, boolean closed) {
    return queue.stream()
        .filter(queued -> (queued.concern().state() == ConcernState.ENDED) == closed)
        .map(queued -> row(who, queued))
        .toList();
  }

  private QueuePage.Row row(SignedIn who, Queued queued) {
    var concern = queued.concern();
    return new QueuePage.Row(
        "/concerns/" + concern.id(),
        concern.id().receipt(),
        Moments.inWords(concern.raisedAt()),
        naming.nameOf(who, concern.raisedBy()),
        duties.due(concern, queued.duty()),
        duties.why(queued.duty()),
        duties.missed(queued.duty()),
        words.say(concern.state().key()),
        concern.isUnseenDanger());
  }
}
