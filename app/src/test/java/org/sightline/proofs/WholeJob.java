package org.sightline.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// The whole job of issue 2, told through pages and their own forms: a plan, a round, consent, a
/// session, a class that marks, the close, results, a plan of action, concerns. Every place where a
/// person can type is given words by [FormFilling].
final class WholeJob {

  private final Function<String, Visitor> signedIn;
  private final Supplier<Visitor> student;
  private final FormFilling filling;
  private final FormSending forms;
  private Visitor owner;

  WholeJob(
      Function<String, Visitor> signedIn,
      Supplier<Visitor> student,
      FormFilling.Words words,
      FormSending.Witness witness) {
    this.signedIn = signedIn;
    this.student = student;
    this.filling = new FormFilling(words);
    this.forms = new FormSending(filling, witness);
    this.owner = signedIn.apply("ROUND_OWNER");
  }

  /// What the application did not take, and why.
  List<String> refused() {
    return forms.refused();
  }

  /// @return the round's address
  String run() {
    String plan = plan();
    String round = round();
    questions(round);
    String session = session(round);
    prepare(session);
    consent(round, session);
    send(owner, session + "/starting", "/starting");
    String code = code(session);
    var slips = IntStream.range(0, 14).mapToObj(i -> mark(code, i)).toList();
    runSheet(session);
    withdraw(slips.get(0));
    paper(session);
    send(owner, session + "/closing", "/closing", "out", "14");
    second(round);
    send(owner, "/engagement/slip-box", "/slip-box", "code", slips.get(1));
    results(round);
    actions(round);
    concerns(round);
    send(owner, round + "/telling", "/telling");
    send(owner, round + "/told", "/told", "audience", "EVERYBODY", "ways", "ASSEMBLY");
    send(owner, round + "/told", "/taking-back");
    send(owner, round + "/ending", "/ending", "although", "yes");
    changePlan(plan);
    return round;
  }

  private String plan() {
    var started =
        send(owner, "/contexts/plans/starting", "/starting", "name", "Main site", "way", "boxes");
    String plan = started.path().replaceAll("(/contexts/plans/[^/]+).*", "$1");
    send(owner, plan, plan + "/zones", "name", "Old pavilion", "corners", "1,1 9,1 9,9 1,9");
    String zone = pavilion(plan);
    send(owner, zone, zone, "name", "Old pavilion", "corners", "1,1 9,1 9,9 1,9");
    var key = get(owner, plan).page().select("[data-zone]").first();
    send(
        owner,
        plan,
        "/outlines",
        "zone-" + attribute(key, "data-zone"),
        attribute(key, "data-outline"));
    return plan;
  }

  private String pavilion(String plan) {
    return attribute(
        get(owner, plan).page().select("a[href*=/zones/]:contains(Old pavilion)").first(), "href");
  }

  private void changePlan(String plan) {
    send(owner, plan + "/floors", plan + "/floors", "name", "Attic");
    send(owner, plan + "/floors", "/floors/1", "name", "Loft");
    send(owner, plan + "/floors", "/floors/1/removal");
    send(owner, pavilion(plan), "/removal");
    String older =
        get(owner, plan + "/versions").page().select("a[href*=/versions/]").stream()
            .map(a -> a.attr("href"))
            .reduce("", (a, b) -> b);
    send(owner, older, "/use");
  }

  private String round() {
    var made = send(owner, "/engagement/rounds/new", "/engagement/rounds", "title", "Summer round");
    String round = made.path();
    var colleagues = get(owner, round).page().select("select[name=colleague] option");
    for (Element one : colleagues) {
      if (!one.attr("value").isEmpty()) {
        send(owner, round, "/facilitators", "colleague", one.attr("value"));
      }
    }
    return round;
  }

  private void questions(String round) {
    String kind =
        attribute(get(owner, round).page().select("a[href*=/questions/]").first(), "href");
    send(owner, kind, kind);
    send(owner, kind, kind);
    send(owner, kind, "/removal");
    send(owner, kind, "/copies");
    send(owner, kind, "/place");
    String one =
        get(owner, kind).page().select("a[href^=" + kind + "/]").last() instanceof Element a
            ? a.attr("href")
            : kind;
    send(owner, one, one);
    send(owner, kind, "/removal");
  }

  private String session(String round) {
    return send(owner, round + "/sessions/new", "/sessions").path().replaceAll("/steps/.*", "");
  }

  private void second(String round) {
    String session = session(round);
    prepare(session);
    send(owner, session + "/starting", "/starting");
    String code = code(session);
    for (int i = 0; i < 12; i++) {
      mark(code, i);
    }
    send(owner, session + "/closing", "/closing", "out", "12");
  }

  private void prepare(String session) {
    for (Element link : get(owner, session).page().select("a[href*=/steps/]")) {
      send(owner, link.attr("href"), "/steps/", "sitting", "ONE_LESSON");
    }
  }

  private void consent(String round, String session) {
    send(owner, round + "/consent-text/changing", "/changing");
    send(owner, round + "/consent-text", "/research");
    translate(round + "/consent-text/translating?language=pl");
    String register = session + "/consent";
    String people =
        "Zebulina Tansyfield, 13\nOrlando Tansyfield, 14\nPetra Tansyfield\nBo Tansyfield, 12";
    send(owner, register, "/invitations", "people", people);
    send(owner, register, "/issues");
    var invited =
        get(owner, register).page().select("a[href*=" + register + "/]").stream()
            .map(a -> a.attr("href").replaceAll("(/consent/[0-9a-f-]{36}).*", "$1"))
            .filter(href -> href.matches(".*/consent/[0-9a-f-]{36}"))
            .distinct()
            .toList();
    send(owner, invited.get(0) + "/returning", "/returning", "answer", "yes");
    var handing =
        get(owner, invited.get(1) + "/handing-over").page().selectFirst("form[action$=/signing]");
    send(signedIn.apply("ROUND_OWNER"), filling.address(handing), "/signing", "answer", "yes");
    send(owner, invited.get(0) + "/withdrawing", "/withdrawing");
    get(owner, invited.get(1));
    send(owner, register, "/removal");
    get(owner, register);
    get(owner, session + "/consent-forms.pdf");
  }

  private String code(String session) {
    var text = get(owner, session + "/class-code").page().text();
    var found = Pattern.compile("\\b[A-Z0-9]{3}[- ]?[A-Z0-9]{3}\\b").matcher(text);
    return found.find() ? found.group() : "";
  }

  /// One student marks and gets a slip.
  String mark(String code, int number) {
    var visitor = student.get();
    forms.watched("POST", "/joining", () -> visitor.post("/joining", "code", code));
    var years =
        visitor.get("/year-group").page().select("input[name=year]").stream()
            .map(y -> y.attr("value"))
            .filter(y -> !y.isEmpty())
            .toList();
    var form = FormSending.form(visitor.get("/marking").page(), "/checking", "/slip");
    var fields = new ArrayList<String>();
    var places = form.select("input[type=radio]").stream().map(r -> r.attr("name")).distinct();
    int[] at = {number};
    places.forEach(
        place -> {
          fields.add(place);
          fields.add(List.of("R", "Y", "G").get(at[0]++ % 3));
        });
    fields.addAll(List.of("year", years.get(number % Math.min(2, years.size())), "slip", ""));
    var sent =
        forms.watched("POST", "/slip", () -> visitor.post("/slip", fields.toArray(String[]::new)));
    var text = sent.page().text();
    var slip = Pattern.compile("\\b[0-9A-Z]{4}( [0-9A-Z]{4}){3} [0-9A-Z]\\b").matcher(text);
    if (!slip.find()) {
      forms.refuse("/slip: " + sent.status() + " " + text);
      return "";
    }
    forms.watched("POST", "/leaving", () -> visitor.post("/leaving", "from", "slip"));
    return slip.group();
  }

  /// Lines with places to fill in keep them; all others get words.
  private void translate(String page) {
    var kept = new ArrayList<String>();
    for (Element line : get(owner, page).page().select("label[for^=t:]")) {
      if (line.text().contains("{")) {
        kept.addAll(List.of(line.attr("for"), line.text()));
      }
    }
    send(owner, page, "/translating", kept.toArray(String[]::new));
  }

  private void withdraw(String slip) {
    var visitor = student.get();
    var sent =
        forms.watched("POST", "/withdrawing", () -> visitor.post("/withdrawing", "code", slip));
    if (sent.status() != 200) {
      forms.refuse("/withdrawing " + slip + ": " + sent.page().text());
    }
  }

  private void runSheet(String session) {
    String run = session + "/running";
    for (String what : List.of("/stages", "/cues", "/counts", "/notes", "/notes", "/strikings")) {
      send(owner, run, what);
    }
    var later = get(owner, run).page().select("a[href*=later]").first();
    send(owner, later == null ? run : later.attr("href"), "/later");
    var facilitator = signedIn.apply("FACILITATOR");
    get(facilitator, run);
  }

  /// The pack is printed, and two sheets are keyed: one twice and settled, one taken out again.
  private void paper(String session) {
    var pack = get(owner, session + "/pack").page();
    var copies = new ArrayList<>(List.of("part", "questions"));
    for (Element field : pack.select("form[action$=/printing] input[name]:not([name=part])")) {
      copies.addAll(List.of(field.attr("name"), field.attr("value")));
    }
    forms.answered(owner, session + "/pack/printing", copies);
    String keying = session + "/keying";
    String twice = label(keying);
    String once = label(keying);
    String place =
        attribute(get(owner, keying).page().select(".keying__place input").first(), "name");
    var second = signedIn.apply("FACILITATOR");
    send(owner, keying, "/keying", "label", twice, "spoiled", "-", place, "R");
    send(second, keying + "?pass=2", "/keying", "label", twice, "spoiled", "-", place, "G");
    send(owner, keying + "/differences", "/differences");
    send(owner, keying, "/keying", "label", once, "spoiled", "-", place, "Y");
    var opened = send(owner, keying, "/opening", "label", once, "spoiled", "-").page();
    opened.setBaseUri(keying);
    forms.answered(
        owner,
        keying + "/removing",
        filling.fill(FormSending.form(opened, "/removing"), "label", once, "spoiled", "-"));
    send(owner, keying, "/writing");
    new PileJob(owner, second, forms, session).run();
  }

  private String label(String keying) {
    return send(owner, keying, "/labels")
        .page()
        .select("[data-given]")
        .text()
        .replaceAll("^Write (..) .*", "$1");
  }

  private void results(String round) {
    String results = round + "/results";
    send(owner, results + "/publishing", "/publishing");
    send(owner, results + "/publishing", "/breakdown");
    get(owner, results + "/outcomes");
    forms.answered(owner, results + "/outcomes", List.of());
    String reasons = results + "/reasons";
    String zone = attribute(get(owner, reasons).page().select("a[href*=zone=]").first(), "href");
    send(owner, zone.isEmpty() ? reasons : zone, "/reasons");
    ideas(results + "/ideas");
    for (String page :
        List.of("", "/score-summary.csv", "/score-summary.pdf", "/presenting", "/comparison")) {
      get(owner, results + page);
    }
  }

  /// Of two notes one becomes an idea that goes into the plan, the other one that is set aside.
  private void ideas(String ideas) {
    var links = get(owner, ideas).page().select("a[href*=/ideas/new]").eachAttr("href");
    for (String link : links.subList(0, Math.min(2, links.size()))) {
      send(owner, link, "/ideas/new", "sure", "true");
    }
    send(owner, ideas, "/approving");
    send(owner, ideas, "/planning");
    send(owner, ideas, "/setting-aside");
  }

  private void actions(String round) {
    String plan = round.replace("/engagement/rounds/", "/plans/");
    send(owner, plan + "/issues/new", "/issues/new", "outsideSchool", "yes", "sensitive", "-");
    send(owner, plan + "/issues/new", "/issues/new", "sensitive", "-");
    var issues =
        get(owner, plan).page().select("a[href*=/issues/]").stream()
            .map(a -> a.attr("href").replaceAll("(/issues/[0-9a-f-]{36}).*", "$1"))
            .filter(href -> href.matches(".*/issues/[0-9a-f-]{36}"))
            .distinct()
            .toList();
    String issue = issues.getLast();
    send(owner, issue + "/wording", "/wording");
    send(owner, issue + "/actions/new", "/actions/new");
    String action =
        attribute(
                get(owner, issue).page().select("a[href*=/actions/]:not([href$=new])").first(),
                "href")
            .replaceAll("(/actions/[0-9a-f-]{36}).*", "$1");
    send(owner, action + "/change", "/change", "library", "");
    send(owner, action, "/done");
    send(owner, action, "/undoing");
    send(owner, action, "/done");
    send(owner, action, "/review", "again-day", "", "again-month", "", "again-year", "");
    send(owner, action, "/taking-out");
    send(owner, action, "/putting-back");
    send(owner, issue + "/outcome?kind=NO_ACTION", "/outcome");
    send(owner, issue, "/setting-aside");
    send(owner, issue + "/outcome?kind=REFERRED", "/outcome");
    council(plan);
    library();
    get(owner, plan + "/poster");
    get(owner, plan + "/print");
  }

  private void council(String plan) {
    send(
        owner,
        "/plans/council-contacts",
        "/plans/council-contacts",
        "email",
        "quarkworth@places.invalid");
    send(owner, "/plans/council-contacts", "/use");
    send(owner, plan + "/council", "/sent");
    String reply =
        attribute(get(owner, plan + "/council").page().select("a[href$=/reply]").first(), "href");
    send(owner, reply, "/reply");
  }

  private void library() {
    String measure =
        attribute(
            get(owner, "/plans/measures")
                .page()
                .select("a[href^=/plans/measures/]:not([href*=/new])")
                .first(),
            "href");
    send(owner, measure, measure.replaceAll("\\?.*", ""));
    send(owner, measure, "/retiring");
  }

  private void concerns(String round) {
    var raised =
        send(
            owner,
            "/concerns/raising?round=" + round.replaceAll(".*/", ""),
            "/raising",
            "about-adult",
            "-");
    get(owner, "/concerns/raising/receipts");
    var lead = signedIn.apply("SAFEGUARDING_LEAD");
    get(lead, "/concerns");
    String concern = "/concerns/" + raised.path().replaceAll(".*/", "");
    get(lead, concern);
    send(lead, concern, "/notes");
    send(lead, concern + "/decision", "/decision", "ends", "yes");
    send(lead, concern, "/reopening");
    send(lead, concern + "/copy", "/copy");
  }

  private Arrived get(Visitor visitor, String path) {
    return forms.get(visitor, path);
  }

  private Arrived send(Visitor visitor, String page, String action, String... given) {
    return forms.send(visitor, page, action, given);
  }

  private static String attribute(@Nullable Element element, String name) {
    return element == null ? "" : element.attr(name);
  }
}
