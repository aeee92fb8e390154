package org.sightline.network.drawing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.NotDrawn;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps a picture as it stands on somebody's screen.
@Controller
class PinningController {

  private final Maps maps;
  private final Sentences sentences;
  private final Words words;

  PinningController(Maps maps, Sentences sentences, Words words) {
    this.maps = maps;
    this.sentences = sentences;
    this.words = words;
  }

  /// Keeps everything where it stands on the screen of who asks, in one edit: what is taken out and
  /// printed is then the picture they see.
  ///
  /// @param pins a line each: the id, across and down
  @PostMapping("/network/maps/{work}/pins")
  String pin(
      SignedIn who,
      @PathVariable String work,
      @RequestParam(defaultValue = "") String pins,
      Model model,
      HttpServletResponse response) {
    var id = WorkspaceId.of(work);
    if (!maps.mayDraw(who, id)) {
      throw new NotThere();
    }
    String sentence;
    try {
      sentence = words.count("network.map.pinned", keep(who, id, pins));
    } catch (Refused refused) {
      sentence = refused.sentence();
      response.setStatus(422);
    } catch (NotDrawn not) {
      sentence = sentences.refusal(not.refusal(), Picture.of(List.of()));
      response.setStatus(422);
    }
    model.addAttribute("sentence", sentence);
    return "network/drawing/said";
  }

  private int keep(SignedIn who, WorkspaceId work, String pins) {
    var picture = maps.open(who, work);
    var changes = new ArrayList<Change>();
    for (String line : pins.lines().toList()) {
      String[] said = line.strip().split(" ", 2);
      if (said.length < 2 || !Field.PIN.accepts(said[1]) || said[1].isEmpty()) {
        throw new Refused(words.say("network.wrong.pin"));
      }
      var node = picture.find(ElementId.of(said[0]));
      if (node != null && node.isOn() && !node.value(Field.PIN).equals(said[1])) {
        changes.add(new Change(node.id(), Field.PIN, said[1]));
      }
    }
    if (!changes.isEmpty()) {
      maps.draw(who, work, new Edit(UUID.randomUUID(), changes), picture.last());
    }
    return changes.size();
  }
}
