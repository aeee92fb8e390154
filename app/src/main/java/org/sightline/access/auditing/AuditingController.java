package org.sightline.access.auditing;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Fresh;
import org.sightline.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AuditingController {

  private final Auditing auditing;
  private final Words words;

  AuditingController(Auditing auditing, Words words) {
    this.auditing = auditing;
    this.words = words;
  }

  @GetMapping("/auditing")
  String latest(
      @RequestParam Map<String, String> values,
      Model model,
      SignedIn who,
      HttpServletResponse response) {
    return page(who, Filter.of(words, values), model, response);
  }

  /// By post, so that what was typed is in no address; the answer is the page itself.
  @PostMapping("/auditing/records")
  String ask(
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String record,
      Model model,
      SignedIn who,
      HttpServletResponse response) {
    UUID id;
    try {
      id = Ids.parse(record.isBlank() ? chosen : record.strip());
    } catch (NotThere noNumber) {
      var none = Filter.none(words);
      none.form()
          .with("chosen", chosen)
          .with("record", record)
          .problem("record", words.say("access.auditing.record-bad"));
      return page(who, none, model, response);
    }
    model.addAttribute("page", auditing.record(who, id, -1L));
    return "access/auditing/record";
  }

  private String page(SignedIn who, Filter filter, Model model, HttpServletResponse response) {
    if (filter.form().isWrong()) {
      response.setStatus(422);
    }
    model.addAttribute("page", auditing.latest(who, filter));
    return "access/auditing/auditing";
  }

  @Fresh
  @GetMapping("/auditing/records/{record}/who-saw.csv")
  ResponseEntity<byte[]> table(@PathVariable String record, SignedIn who) {
    byte[] file = auditing.table(who, Ids.parse(record));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"who-saw.csv\"")
        .body(file);
  }

  @GetMapping("/auditing/records/{record}")
  String record(
      @PathVariable String record,
      @RequestParam(defaultValue = "") String before,
      Model model,
      SignedIn who) {
    if (!before.matches("[0-9]{0,18}")) {
      throw new NotThere();
    }
    long until = before.isEmpty() ? -1 : Long.parseLong(before);
    model.addAttribute("page", auditing.record(who, Ids.parse(record), until));
    return "access/auditing/record";
  }
}
