package org.sightline.proofs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// What people do before and around a mapping meeting: the rule book and the days off, an exercise
/// from opening to closing, the matrix in and out.
final class MappingJob {

  private static final String NEW = "/network/exercises/new/about";

  private final TestPeople people;
  private final FormSending forms;
  private final Visitor chair;

  MappingJob(TestPeople people, FormFilling.Words words, FormSending.Witness witness) {
    this(people, people.signedIn(Role.CHAIR), words, witness);
  }

  /// @param chair of one team, who does it all
  MappingJob(
      TestPeople people, Visitor chair, FormFilling.Words words, FormSending.Witness witness) {
    this.people = people;
    this.forms = new FormSending(new FormFilling(words), witness);
    this.chair = chair;
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    clocks();
    vocabulary();
    exercise();
    forms.get(chair, "/network/exercises");
  }

  /// One exercise of the chair's own, from opening to closing and open again.
  void exercise() {
    String at = forms.send(chair, NEW + "?risk=no", NEW, "agreement", "none").path();
    forms.send(chair, at + "/objective", "/objective");
    forms.send(chair, at + "/dates/FIRST_MAPPING", "/FIRST_MAPPING", "what", "DONE");
    forms.send(chair, at + "/events", "/events");
    forms.send(chair, at, "/taking-back");
    prepare(at + "/preparing");
    meet(at + "/sessions");
    new MeetingsJob(chair, forms).run(at);
    new TasksJob(chair, forms).run(at);
    forms.send(chair, at + "/closing", "/closing");
    forms.send(chair, at, "/reopening");
  }

  private void clocks() {
    var officer = people.signedIn(Role.GOVERNANCE);
    String rule = "/clocks/rules/emergency-access";
    forms.send(officer, rule, rule, "amount", "4");
    forms.send(officer, rule, rule, "amount", "5");
    String days = "/clocks/calendar";
    forms.send(officer, days, "/closures");
    forms.send(officer, days, "/ending");
    forms.send(officer, days, "/return");
    forms.send(officer, days, "/ending");
    String year = days + "?nation=WALES&year=2029";
    forms.send(
        officer,
        year,
        "/bank-holidays",
        "nation",
        "WALES",
        "holiday-day",
        "5",
        "holiday-month",
        "6",
        "holiday-year",
        "2029");
    String holiday = days + "/bank-holidays/";
    String ending = action(forms.get(officer, year), "form[action^=" + holiday + "]");
    forms.answered(officer, ending, List.of());
    forms.answered(officer, ending.replace("/ending", "/return"), List.of());
    forms.answered(officer, ending, List.of());
    String own = "/clocks/my-calendar";
    forms.send(officer, own, own);
    forms.send(officer, own, "/ending");
  }

  private void vocabulary() {
    String page = "/network/words";
    forms.send(chair, page, page, "name", "A word of " + java.util.UUID.randomUUID());
    forms.send(chair, page, "/ending");
    forms.send(chair, page, "/return");
  }

  private void prepare(String at) {
    forms.get(chair, at);
    String subjects = at + "/subjects";
    forms.send(chair, subjects, "/subjects", "kind", "PLACE", "decision", "PROPOSED");
    forms.send(chair, subjects, "/decision", "decided", "PART");
    forms.send(chair, subjects, "/check");
    forms.send(chair, subjects, "/subjects", "kind", "YOUNG_PERSON", "decision", "PART");
    forms.send(chair, subjects, "/asked");
    var matrix = forms.get(chair, at + "/matrix");
    String cell = href(matrix, "a[href$=/CONCERNS]");
    forms.send(chair, cell, "/CONCERNS");
    forms.send(chair, cell, "/taking-back");
    forms.send(chair, cell, "/return");
    String questions = at + "/questions";
    forms.send(chair, questions, "/questions");
    forms.send(chair, questions, "/taking-back");
    forms.send(chair, questions, "/return");
    String question = href(forms.get(chair, questions), "main a[href^=" + questions + "/]");
    forms.send(chair, question, question);
    String answer = action(forms.get(chair, questions), "form[action*=/answers/]");
    forms.answered(chair, answer, List.of());
    spreadsheet(at);
  }

  private void meet(String at) {
    String session = forms.send(chair, at, "/sessions", "kind", "PARTNERS").path();
    forms.send(chair, session, "/invitations");
    forms.send(chair, session, "/attendance");
    forms.send(chair, session, "/notes");
    String note = action(forms.get(chair, session), "form[action*=/notes/]");
    forms.answered(chair, note, List.of());
    forms.send(chair, session, "/day", "state", "held");
    file(session);
    String ending = session + "/taking-back";
    forms.answered(chair, ending, List.of());
    forms.answered(chair, ending.replace("/taking-back", "/return"), List.of());
  }

  private void file(String session) {
    String map = session.replaceFirst("/network/exercises/([^/]+)/.*", "/network/maps/$1");
    String adding = map + "/nodes/new";
    forms.send(
        chair, adding, "/nodes/new", "names", "Fern Filed\nQuill Named", "kind", "YOUNG_PERSON");
    String fern = href(forms.get(chair, map + "/table"), "main th a");
    forms.send(
        chair,
        fern,
        fern.replaceAll(".*/", ""),
        "kind",
        "YOUNG_PERSON",
        "at",
        "-",
        "label",
        "Fern Filed",
        "key",
        "yes");
    String filing = session + "/filing";
    forms.send(chair, filing, "/minutes", "risk", "County line to the coast");
    String papers = href(forms.get(chair, filing), "tbody th a");
    forms.get(chair, papers + "/papers.pdf");
    forms.get(chair, filing + "/papers.zip");
    forms.send(chair, papers, "/names");
    String named = action(forms.get(chair, papers), "form[action*=/names/]");
    forms.answered(chair, named, List.of());
    forms.answered(chair, named.replace("/taking-back", "/return"), List.of());
    forms.send(chair, filing, "/receipts");
    String receipt =
        attribute(forms.get(chair, filing).page().selectFirst("button[formaction]"), "formaction");
    forms.answered(chair, receipt, List.of());
    forms.send(chair, papers, "/not-filed");
    forms.answered(chair, receipt.replace("/taking-back", "/return"), List.of());
  }

  private void spreadsheet(String at) {
    String page = at + "/spreadsheet";
    bring(page);
    forms.send(chair, page, "/throwing-away");
    bring(page);
    forms.send(chair, page, "/taking-in");
    forms.get(chair, at + "/matrix.csv");
    forms.get(chair, at + "/matrix.xlsx");
  }

  private void bring(String page) {
    byte[] file = "Name,What protects\nPlain,A coach\n".getBytes(StandardCharsets.UTF_8);
    forms.watched("POST", page, () -> chair.upload(page, "file", "list.csv", file));
  }

  private static String action(Arrived arrived, String selector) {
    return attribute(arrived.page().selectFirst(selector), "action");
  }

  private static String href(Arrived arrived, String selector) {
    return attribute(arrived.page().selectFirst(selector), "href");
  }

  private static String attribute(@Nullable Element element, String name) {
    return element == null ? "/nothing-of-the-kind" : element.attr(name);
  }
}
