package org.sightline.engagement.pile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page on which a pile is dropped, and how far it is.
@Controller
@RequestMapping("/engagement/sessions/{session}/pile")
class PileController {

  private final PileLooks looks;
  private final Dropping dropping;
  private final PileEnd end;
  private final ThrowingAway throwing;
  private final Words words;

  PileController(
      PileLooks looks, Dropping dropping, PileEnd end, ThrowingAway throwing, Words words) {
    this.looks = looks;
    this.dropping = dropping;
    this.end = end;
    this.throwing = throwing;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String session, Model model) {
    return page(who, SessionId.of(session), null, model);
  }

  /// Files of a form, without a script.
  @PostMapping
  String drop(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect)
      throws IOException {
    var id = SessionId.of(session);
    var sent = files == null ? List.<MultipartFile>of() : files;
    int taken = 0;
    int before = 0;
    try {
      for (var file : sent) {
        if (!file.isEmpty() || sent.size() > 1) {
          boolean fresh =
              dropping.drop(who, id, "" + file.getOriginalFilename(), file.getInputStream());
          taken += fresh ? 1 : 0;
          before += fresh ? 0 : 1;
        }
      }
    } catch (Refused refused) {
      response.setStatus(422);
      return page(who, id, refused.sentence(), model);
    }
    if (taken + before == 0) {
      response.setStatus(422);
      return page(who, id, words.say("engagement.pile.no-file"), model);
    }
    Notice.leave(redirect, notice(taken, before));
    return "redirect:" + PilePage.base(id);
  }

  /// One file, as it is: how the script sends them, so that a large one need not fit into a form.
  @PostMapping("/files")
  ResponseEntity<String> dropOne(
      SignedIn who,
      @PathVariable String session,
      @RequestHeader(name = "X-File-Name", defaultValue = "") String name,
      HttpServletRequest request)
      throws IOException {
    try {
      boolean fresh =
          dropping.drop(who, SessionId.of(session), decoded(name), request.getInputStream());
      return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(fresh ? "taken" : "before");
    } catch (Refused refused) {
      return ResponseEntity.status(422)
          .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
          .body(refused.sentence());
    }
  }

  @PostMapping("/finishing")
  String finish(SignedIn who, @PathVariable String session, RedirectAttributes redirect) {
    var id = SessionId.of(session);
    end.finish(who, id);
    Notice.leave(redirect, words.say("engagement.pile.finished"));
    return "redirect:" + PilePage.base(id);
  }

  /// Whose piles wait, before they are thrown away: it cannot be taken back.
  @GetMapping("/throwing-away")
  String waiting(SignedIn who, @PathVariable String session, Model model) {
    var id = SessionId.of(session);
    model.addAttribute("waiting", throwing.waiting(who, id));
    model.addAttribute("base", PilePage.base(id));
    return "engagement/pile/throwing-away";
  }

  @PostMapping("/throwing-away")
  String throwAway(SignedIn who, @PathVariable String session, RedirectAttributes redirect) {
    var id = SessionId.of(session);
    throwing.throwAway(who, id);
    Notice.leave(redirect, words.say("engagement.pile.thrown-away"));
    return "redirect:" + PilePage.base(id);
  }

  private String notice(int taken, int before) {
    var parts = new java.util.ArrayList<String>();
    if (taken > 0) {
      parts.add(words.count("engagement.pile.taken", taken));
    }
    if (before > 0) {
      parts.add(words.count("engagement.pile.before", before));
    }
    return String.join(" ", parts);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException garbled) {
      return "";
    }
  }

  private String page(SignedIn who, SessionId session, @Nullable String problem, Model model) {
    model.addAttribute("page", looks.of(who, session, problem));
    return "engagement/pile/pile";
  }
}
