package org.sightline.sharing.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.SignInNames;
import org.sightline.documents.Copies;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Purpose;
import org.sightline.documents.Sheet;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.HandingOver;
import org.sightline.sharing.Passing;
import org.sightline.sharing.Pathways;
import org.sightline.sharing.Share;
import org.sightline.sharing.SharedReading;
import org.sightline.sharing.Shares;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One share: taking it back in time, its receipt, its docket.
@Controller
@RequestMapping("/sharing/shares/{share}")
class ShareController {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

  private final Shares shares;
  private final Passing passing;
  private final SharedReading shared;
  private final Sayings sayings;
  private final HandingOver handingOver;
  private final Pathways pathways;
  private final SignInNames colleagues;
  private final Copies copies;
  private final Pages pages;
  private final Words words;
  private final Clock clock;

  ShareController(
      Shares shares,
      Passing passing,
      SharedReading shared,
      Sayings sayings,
      HandingOver handingOver,
      Pathways pathways,
      SignInNames colleagues,
      Copies copies,
      Pages pages,
      Words words,
      Clock clock) {
    this.shares = shares;
    this.passing = passing;
    this.shared = shared;
    this.sayings = sayings;
    this.handingOver = handingOver;
    this.pathways = pathways;
    this.colleagues = colleagues;
    this.copies = copies;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String share, Model model) {
    model.addAttribute("page", page(who, shared.find(who, Ids.parse(share)), Answers.none(words)));
    return "sharing/desk/share";
  }

  @GetMapping("/record.pdf")
  @Fresh
  ResponseEntity<byte[]> print(SignedIn who, @PathVariable String share, Purpose purpose) {
    var found = shared.forPrint(who, Ids.parse(share));
    var document =
        pages.document("sharing/desk/print-share", page(who, found, Answers.none(words)));
    var of = new Original("sharing.share-record", found.workspace(), found.id());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"share.pdf\"")
        .body(
            copies.take(
                who,
                of,
                purpose,
                stamp ->
                    Pdf.of(
                        document,
                        Sheet.A4_PORTRAIT,
                        new PrintHeading(
                            words.say("sharing.share.record"), sayings.today(), stamp))));
  }

  @PostMapping("/undoing")
  String undo(SignedIn who, @PathVariable String share, RedirectAttributes redirect) {
    var id = Ids.parse(share);
    shares.undo(who, id);
    Notice.leave(redirect, words.say("sharing.share.undone"));
    return "redirect:/sharing/shares/" + id;
  }

  @PostMapping("/adding")
  String add(
      SignedIn who,
      @PathVariable String share,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = Ids.parse(share);
    var form = new Answers(words, values);
    String more = form.needLines("more", "sharing.risk.more.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      model.addAttribute("page", page(who, shared.find(who, id), form));
      return "sharing/desk/share";
    }
    passing.addTo(who, id, more);
    Notice.leave(redirect, words.say("sharing.risk.added"));
    return "redirect:/sharing/shares/" + id;
  }

  @PostMapping("/receipt")
  String receipt(
      SignedIn who,
      @PathVariable String share,
      @RequestParam MultiValueMap<String, String> values,
      RedirectAttributes redirect) {
    var id = Ids.parse(share);
    var form = new Answers(words, values);
    boolean arrived = !form.is("arrived", "no");
    shares.receipt(who, id, arrived, form.lines("note"));
    Notice.leave(
        redirect, words.say(arrived ? "sharing.share.arrived" : "sharing.share.not-arrived"));
    return "redirect:/sharing/shares/" + id;
  }

  private SharePage page(SignedIn who, Share share, Answers form) {
    var state = share.state(clock.instant());
    return new SharePage(
        share.id().toString(),
        share.workspace().toString(),
        share.kind(),
        state,
        sayings.state(share),
        shared.mayShare(who, share.workspace()) || share.by().equals(who.user()),
        share.kind() == Share.Kind.RISK_OF_HARM && share.by().equals(who.user()),
        share.content().words() != null,
        sayings.told(share.content(), sayings.names(who)),
        left(share, state),
        sayings.decided(who, share),
        share.receipt().map(step -> words.say("sharing.stepkind." + step.kind())).orElse(null),
        sayings.history(who, share),
        sayings.standards(who, share),
        share.id().toString().substring(0, 8),
        files(share),
        pathways.of(who, share),
        form);
  }

  /// The answer is the page itself: the words that open the file are shown once.
  @PostMapping("/file")
  @Fresh
  String file(
      SignedIn who,
      @PathVariable String share,
      @RequestParam(defaultValue = "") String record,
      Model model) {
    var id = Ids.parse(share);
    model.addAttribute(
        "page",
        new FilePage("/sharing/shares/" + id, handingOver.lock(who, id, Ids.parse(record))));
    return "sharing/desk/file";
  }

  /// The same for a colleague who signs in here.
  @PostMapping("/leaving")
  @Fresh
  String leave(
      SignedIn who,
      @PathVariable String share,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = Ids.parse(share);
    var form = new Answers(words, values);
    String name = form.needLine("receiver", "sharing.share.leave.missing");
    var found = colleagues.find(name).filter(one -> !one.equals(who.user()));
    if (found.isEmpty()) {
      form.problem("receiver", words.say("sharing.share.leave.unknown"));
    } else {
      try {
        handingOver.leave(who, id, Ids.parse(form.value("record")), found.orElseThrow());
        Notice.leave(redirect, words.say("sharing.share.leave.done"));
        return "redirect:/sharing/shares/" + id;
      } catch (Refused refused) {
        form.problem("receiver", refused.sentence());
      }
    }
    response.setStatus(422);
    model.addAttribute("page", page(who, shared.find(who, id), form));
    return "sharing/desk/share";
  }

  private Map<String, String> files(Share share) {
    var files = new LinkedHashMap<String, String>();
    handingOver.files(share).forEach(item -> files.put(item.record().toString(), item.title()));
    return files;
  }

  private @Nullable String left(Share share, Share.State state) {
    if (state != Share.State.LEAVING) {
      return null;
    }
    Instant end = share.decided().map(Share.Step::finalAt).orElse(null);
    return end == null ? null : SECONDS.format(end.atZone(ZoneId.of("Europe/London")));
  }
}
