package org.sightline.sharing.register;

import java.time.Clock;
import java.util.List;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Purpose;
import org.sightline.documents.Sheet;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Agreement;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.RegisterCopies;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Fresh;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class RegisterController {

  private final Agreements agreements;
  private final RegisterCopies copies;
  private final Rows rows;
  private final Pages pages;
  private final Words words;
  private final Clock clock;

  RegisterController(
      Agreements agreements,
      RegisterCopies copies,
      Rows rows,
      Pages pages,
      Words words,
      Clock clock) {
    this.copies = copies;
    this.agreements = agreements;
    this.rows = rows;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/sharing/agreements")
  String register(SignedIn who, Model model) {
    model.addAttribute("page", page(who, agreements.all(who)));
    return "sharing/register/register";
  }

  @Fresh
  @GetMapping("/sharing/agreements.pdf")
  ResponseEntity<byte[]> print(SignedIn who, Purpose purpose) {
    var document =
        pages.document("sharing/register/print-register", page(who, agreements.forPrint(who)));
    String title = words.say("sharing.register.title");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agreements.pdf\"")
        .body(
            copies.take(
                who,
                purpose,
                stamp ->
                    Pdf.of(
                        document,
                        Sheet.A4_LANDSCAPE,
                        new PrintHeading(title, rows.today(), stamp))));
  }

  @GetMapping("/sharing/agreements/{agreement}")
  String one(SignedIn who, @PathVariable String agreement, Model model) {
    var found = agreements.find(who, Ids.parse(agreement));
    var names = rows.names(who);
    boolean keeps = agreements.keeps(who);
    boolean inForce = found.status() == Agreement.Status.IN_FORCE;
    var waiting = found.waiting(clock.instant());
    model.addAttribute(
        "page",
        new AgreementPage(
            rows.row(found, names),
            found.versions().reversed().stream()
                .map(version -> rows.version(who, found, version, names))
                .toList(),
            rows.history(who, found),
            keeps,
            found.startable().isPresent(),
            waiting
                .map(
                    asked ->
                        words.say(
                            "sharing.register.asked",
                            asked.version(),
                            agreements.nameOf(who, asked.by()),
                            Dates.moment(asked.at())))
                .orElse(null),
            waiting.isPresent()
                && agreements.mayActivate(who)
                && !waiting.get().by().equals(who.user()),
            inForce,
            inForce || found.status() == Agreement.Status.SUSPENDED,
            found.returnableUntil(clock.instant()).map(Dates::moment).orElse(null),
            Answers.none(words)));
    return "sharing/register/agreement";
  }

  private RegisterPage page(SignedIn who, List<Agreement> all) {
    var names = rows.names(who);
    return new RegisterPage(
        all.stream().map(one -> rows.row(one, names)).toList(),
        agreements.dueForReview(who).stream().map(one -> rows.row(one, names)).toList(),
        agreements.keeps(who));
  }
}
