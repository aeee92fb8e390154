package org.sightline.network.drawing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.NotDrawn;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Lets go of what was put somewhere by hand: one, or all of them in one edit, which one undo takes
/// back.
@Controller
class PinsController {

  private final Maps maps;
  private final Sentences sentences;
  private final Words words;

  PinsController(Maps maps, Sentences sentences, Words words) {
    this.maps = maps;
    this.sentences = sentences;
    this.words = words;
  }

  /// @param element the one to let go of, whose page is answered; left out, all of them
  @PostMapping("/network/maps/{work}/unpin")
  String unpin(
      SignedIn who,
      @PathVariable String work,
      @RequestParam(defaultValue = "") String element,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(work);
    maps.requireDrawer(who, id);
    String sentence;
    try {
      sentence = words.count("network.map.unpinned", letGo(who, id, element));
    } catch (NotDrawn not) {
      sentence = sentences.refusal(not.refusal(), Picture.of(List.of()));
      response.setStatus(part == null ? 200 : 422);
    }
    if (part != null && element.isEmpty()) {
      model.addAttribute("sentence", sentence);
      return "network/drawing/said";
    }
    Notice.leave(redirect, sentence);
    return "redirect:/network/maps/"
        + id
        + (element.isEmpty() ? "/table" : "/elements/" + ElementId.of(element));
  }

  private int letGo(SignedIn who, WorkspaceId work, String only) {
    var picture = maps.open(who, work);
    var changes =
        picture.on(ElementKind.NODE).stream()
            .filter(node -> !node.value(Field.PIN).isEmpty())
            .map(Element::id)
            .filter(node -> only.isEmpty() || node.toString().equals(only))
            .map(node -> new Change(node, Field.PIN, ""))
            .toList();
    if (!changes.isEmpty()) {
      maps.draw(who, work, new Edit(UUID.randomUUID(), changes), picture.last());
    }
    return changes.size();
  }
}
