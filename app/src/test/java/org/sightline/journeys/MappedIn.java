package org.sightline.journeys;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.sightline.testing.Visitor;

/// A mapping exercise in which somebody has worked, by filling in pages.
final class MappedIn {

  private MappedIn() {}

  /// @return its address
  static String exercise(Visitor chair) {
    var day = LocalDate.now(ZoneId.of("Europe/London")).minusDays(20);
    String at =
        Forms.send(
                chair,
                "/network/exercises/new/about?risk=no",
                "form[action='/network/exercises/new/about']",
                "title",
                "Invented corner",
                "kind",
                "ASSESS",
                "basis",
                "Children Act 2004, section 11",
                "whyNow",
                "Two reports in a week.",
                "contact",
                "Invented desk",
                "framework",
                "contextual-safeguarding",
                "unit",
                "peer-group",
                "source",
                "police-report",
                "identified-day",
                "" + day.getDayOfMonth(),
                "identified-month",
                "" + day.getMonthValue(),
                "identified-year",
                "" + day.getYear(),
                "agreement",
                "none",
                "objective",
                "Find out who waits at the corner.",
                "believed",
                "Older boys wait for younger ones after school.")
            .path();
    String subjects = at + "/preparing/subjects";
    String adding = "form[action$='/subjects']";
    Forms.send(
        chair,
        subjects,
        adding,
        "kind",
        "YOUNG_PERSON",
        "name",
        "Quill Invented",
        "decision",
        "PART",
        "because",
        "Named in both reports.");
    Forms.send(
        chair,
        subjects,
        adding,
        "kind",
        "PLACE",
        "name",
        "Invented arcade",
        "decision",
        "PART",
        "because",
        "Named in both reports.");
    Forms.send(
        chair,
        subjects,
        adding,
        "kind",
        "YOUNG_PERSON",
        "name",
        "Tansy Madeup",
        "decision",
        "PROPOSED",
        "because",
        "A friend mentioned her to the youth club.");
    String cell =
        chair
            .get(at + "/preparing/matrix")
            .page()
            .select("a[href$=/CONCERNS]")
            .first()
            .attr("href");
    Forms.send(
        chair,
        cell,
        "form[action$='/CONCERNS']",
        "words",
        "Out late on Fridays.",
        "label",
        "REPORTED",
        "agency",
        "Invented youth club",
        "role",
        "Youth worker",
        "knownOn-day",
        "2",
        "knownOn-month",
        "3",
        "knownOn-year",
        "2026",
        "reliability",
        "LIKELY");
    Forms.send(
        chair,
        at + "/preparing/questions",
        "form[action$='/questions']",
        "question",
        "Who drives the van?");
    String question =
        chair
            .get(at + "/preparing/questions")
            .page()
            .select("main a[href^=" + at + "/preparing/questions/]")
            .attr("href");
    Forms.send(
        chair,
        question,
        "form[action='" + question + "']",
        "answer",
        "An uncle",
        "foundBy",
        "Police");
    Forms.send(
        chair,
        at + "/preparing/questions",
        "form[action$='/questions']",
        "question",
        "Who opens the shop?");
    Forms.send(
        chair,
        at + "/events",
        "form[action$='/events']",
        "kind",
        "INCIDENT",
        "what",
        "A fight.",
        "day-day",
        "" + day.getDayOfMonth(),
        "day-month",
        "" + day.getMonthValue(),
        "day-year",
        "" + day.getYear());
    chair.upload(
        at + "/preparing/spreadsheet",
        "file",
        "list.csv",
        "Kind,Name,What protects\nPersn,Nobody,Nothing\nPlace,Invented pier,A lamp\n"
            .getBytes(StandardCharsets.UTF_8));
    String session =
        Forms.send(
                chair,
                at + "/sessions",
                "form[action$='/sessions']",
                "kind",
                "INTERNAL",
                "day-day",
                "" + day.getDayOfMonth(),
                "day-month",
                "" + day.getMonthValue(),
                "day-year",
                "" + day.getYear())
            .path();
    Forms.send(
        chair,
        session,
        "form[action$='/invitations']",
        "partner",
        "police",
        "agency",
        "Invented police",
        "role",
        "Analyst");
    Forms.send(
        chair, session, "form[action$='/notes']", "note", "TANGENT", "words", "The shop next door");
    return at;
  }
}
