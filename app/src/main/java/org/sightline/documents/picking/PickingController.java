package org.sightline.documents.picking;

import java.util.List;
import org.sightline.documents.PickUps;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Fresh;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class PickingController {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final PickUps pickUps;

  PickingController(PickUps pickUps) {
    this.pickUps = pickUps;
  }

  @GetMapping("/picking-up")
  String list(SignedIn who, Model model) {
    model.addAttribute("page", new PickingPage(pickUps.waiting(who)));
    return "documents/picking/list";
  }

  @Fresh
  @GetMapping("/picking-up/{address}")
  String show(SignedIn who, @PathVariable String address, Model model) {
    model.addAttribute("page", new PickingPage(List.of(pickUps.find(who, address))));
    return "documents/picking/one";
  }

  /// Sent by a button, so that no program that follows links uses the address up.
  @Fresh
  @PostMapping("/picking-up/{address}")
  ResponseEntity<byte[]> fetch(SignedIn who, @PathVariable String address) {
    byte[] file = pickUps.fetch(who, address);
    boolean packed = file[0] == 'P' && file[1] == 'K';
    return ResponseEntity.ok()
        .contentType(packed ? ZIP : MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"copy." + (packed ? "zip" : "pdf") + "\"")
        .body(file);
  }
}
