package org.sightline.network.taking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSessions;
import org.sightline.network.Maps;
import org.sightline.network.drawing.View;
import org.sightline.network.drawing.Views;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The map on a large screen in a room, without anything to work with (B78). It shows what may
/// leave: no young person is a source there.
@Controller
class ScreenController {

  private final Maps maps;
  private final Exercises exercises;
  private final Views views;
  private final Words words;
  private final MappingSessions sessions;
  private final Clock clock;

  ScreenController(
      Maps maps,
      Exercises exercises,
      Views views,
      Words words,
      MappingSessions sessions,
      Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
    this.maps = maps;
    this.exercises = exercises;
    this.views = views;
    this.words = words;
  }

  @GetMapping("/network/maps/{work}/screen")
  String show(SignedIn who, @PathVariable String work, Model model) {
    var id = WorkspaceId.of(work);
    var view = views.outward(maps.see(who, id));
    model.addAttribute(
        "page", new ScreenPage(id, exercise(who, id), drawn(view), view.last(), isToday(who, id)));
    return "network/taking/screen";
  }

  private String drawn(View view) {
    String of = words.say("network.taking.of", Dates.day(views.today()));
    return MapPicture.of(view, of, List.of(), false);
  }

  /// Whether a session of it is today: the screen then stays while people talk about it.
  private boolean isToday(SignedIn who, WorkspaceId work) {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return sessions.planned(who, work).stream().anyMatch(each -> today.equals(each.day()));
  }

  private @Nullable Exercise exercise(SignedIn who, WorkspaceId work) {
    boolean isOne = exercises.mine(who).stream().anyMatch(each -> each.id().equals(work));
    return isOne ? exercises.find(who, work) : null;
  }
}
