package org.sightline.journeys;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.sightline.testing.Visitor;

/// What meetings leave in an exercise: a map with a sealed version, minutes, an action, the map of
/// a young person's own, a photo.
final class MetIn {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  private MetIn() {}

  /// @param at where the exercise lies
  /// @return pages that only a tablet shows, that a form leads to, or that one of many links does
  static List<String> an(Visitor chair, String at) {
    String map = at.replace("/exercises/", "/maps/");
    String session = href(chair, at + "/sessions", "main a[href^='" + at + "/sessions/']");
    Forms.send(chair, session, "form[action$='/day']", day("day", "state", "held"));
    Forms.send(
        chair,
        map + "/nodes/new",
        "form[action$='/nodes/new']",
        "names",
        "Fern Invented\nQuill Invented",
        "kind",
        "YOUNG_PERSON");
    String fern = href(chair, map + "/table", "main th a");
    String known = "form[action='" + fern + "']";
    Forms.send(chair, fern, known, "kind", "YOUNG_PERSON", "key", "yes", "aliases", "Ferny");
    chair.get(map + "/copies/people.csv");
    Forms.send(chair, fern, known, "aliases", "Fernie");
    Forms.send(
        chair,
        session + "/sealing",
        "form[action$='/sealing']",
        "told",
        "Both were told on Monday.");
    Forms.send(
        chair,
        session + "/filing",
        "form[action$='/minutes']",
        "pattern",
        "mapping-minutes",
        "risk",
        "Waiting at the corner");
    act(chair, map + "/actions");
    decide(chair, at + "/assessments/PEER");
    file(chair, session + "/filing");
    String review =
        Forms.send(
                chair, at + "/sessions", "form[action$='/sessions']", day("day", "kind", "REVIEW"))
            .path();
    Forms.send(
        chair,
        map + "/nodes/new",
        "form[action$='/nodes/new']",
        "names",
        "Who opens the shop?",
        "kind",
        "GAP");
    String own = ownMap(chair, at + "/own-maps");
    photograph(chair, at + "/photos");
    return List.of(
        session + "/filing",
        href(chair, session + "/filing", "tbody th a"),
        review + "/review",
        href(chair, map + "/gaps", "main a[href$=/found]"),
        map + "/corrections",
        own + "/telling",
        own + "/map",
        href(chair, own + "/map", "li a[href^='" + own + "/map/']"),
        own + "/questions/1",
        own + "/plans",
        own + "/stopping",
        own + "/throwing-away",
        own + "/thanks");
  }

  private static String ownMap(Visitor chair, String list) {
    String own = href(chair, list, "a[href^='" + list + "/']");
    Forms.send(chair, own + "/telling", "form[action$='/telling']", "answer", "yes");
    Forms.send(
        chair,
        own + "/map",
        "form[action$='/map']",
        "name",
        "Fern Invented",
        "kind",
        "FRIEND",
        "ring",
        "1");
    Forms.send(
        chair,
        own + "/plans",
        "form[action$='/plans']",
        "what",
        "STRENGTHS",
        "words",
        "Football on Fridays");
    Forms.send(chair, own + "/comparing", "form[action$='/comparing']:has(input[name=node])");
    return own;
  }

  private static void act(Visitor chair, String all) {
    String one =
        Forms.send(
                chair,
                all + "/new",
                "form[action='" + all + "']",
                day(
                    "due",
                    "words",
                    "Light the bus stop",
                    "kind",
                    "ENVIRONMENT",
                    "about",
                    "CONTEXT",
                    "agency",
                    "Invented council",
                    "owner",
                    "outside",
                    "outside",
                    "Lighting desk"))
            .path();
    Forms.send(
        chair,
        one,
        "form[action$='/updates']",
        day("day", "state", "GOING_ON", "said", "The lamps are ordered."));
  }

  private static void decide(Visitor chair, String question) {
    Forms.send(
        chair,
        question,
        "form[action='" + question + "']",
        day(
            "day",
            "first",
            "YES",
            "second",
            "YES",
            "document",
            "Invented threshold guide",
            "version",
            "2",
            "decision",
            "NOT_YET",
            "why",
            "Two reports are awaited.",
            "decided-by",
            "Invented lead"));
  }

  private static void file(Visitor chair, String at) {
    var page = chair.get(at).page();
    String papers = page.select("tbody th a").attr("href");
    String one = page.select("input[name=papers]").val();
    Forms.send(
        chair,
        at,
        "form[action$='/receipts']",
        day("day", "papers", one, "where", "Invented case system"));
    String other = chair.get(papers).page().select("input[name=others]").val();
    Forms.send(
        chair,
        papers,
        "form[action$='/names']",
        "others",
        other,
        "because",
        "It was shared in a strategy meeting.");
  }

  private static void photograph(Visitor chair, String at) {
    var picture = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY), "png", picture);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    chair.upload(at, "file", "map.png", picture.toByteArray(), day("day"));
  }

  private static String[] day(String name, String... more) {
    var all = new ArrayList<>(List.of(more));
    all.addAll(List.of(name + "-day", "" + TODAY.getDayOfMonth()));
    all.addAll(List.of(name + "-month", "" + TODAY.getMonthValue()));
    all.addAll(List.of(name + "-year", "" + TODAY.getYear()));
    return all.toArray(String[]::new);
  }

  private static String href(Visitor chair, String page, String select) {
    var found = chair.get(page).page().selectFirst(select);
    if (found == null) {
      throw new AssertionError(page + " has no " + select);
    }
    return found.attr("href");
  }
}
