package org.sightline.proofs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// What a team does about people: opens a piece of work, writes a record, corrects it, tells who
/// got a copy, is asked from outside.
final class PeopleJob {

  private static final String[] WHO = {
    "kind", "YOUNG_PERSON", "givenName", "Fennel", "surname", "Brindlecombe",
    "born-day", "27", "born-month", "3", "born-year", "2011"
  };

  private final Visitor chair;
  private final Visitor lead;
  private final Visitor analyst;
  private final String colleague;
  private final FormSending forms;

  /// @param colleague the sign-in name of somebody to let in
  PeopleJob(
      Function<String, Visitor> signedIn,
      String colleague,
      FormFilling.Words words,
      FormSending.Witness witness) {
    this.chair = signedIn.apply("CHAIR");
    this.lead = signedIn.apply("SAFEGUARDING_LEAD");
    this.analyst = signedIn.apply("ANALYST");
    this.colleague = colleague;
    this.forms = new FormSending(new FormFilling(words), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    String piece = opened();
    String other = opened();
    String people = piece.replace("/casework/", "/people/");
    String person = post(people + "/new", with(WHO)).path();
    get(people);
    get(person);
    facts(person);
    statements(person);
    copies(piece, person);
    many(piece.replace("/casework/", "/network/maps/"));
    post(person + "/holders", "holder", other.replace("/casework/", ""));
    post("/people/search", "name", "Brindlecombe");
    post(
        "/people/search/exactly",
        "surname",
        "Brindlecombe",
        "born-day",
        "27",
        "born-month",
        "3",
        "born-year",
        "2011");
    guest(piece);
    signpost(piece);
    post(person + "/release");
    post(person + "/return");
  }

  private String opened() {
    String piece = forms.send(chair, "/casework/new", "/casework/new").path();
    forms.send(chair, piece + "/purpose", "/purpose");
    forms.send(chair, piece + "/telling", "/telling");
    post(piece + "/members", "username", colleague, "role", "ANALYST");
    String ending = attribute(get(piece).page().selectFirst("form[action$=/ending]"), "action");
    post(ending, "role", "ANALYST");
    agreements(piece);
    return piece;
  }

  /// While the work relies on it, only what the agreement allows can be chosen.
  private void agreements(String piece) {
    String page = "/sharing" + piece + "/agreements";
    String agreement =
        attribute(get(page).page().selectFirst("option[value~=[0-9a-f-]{36}]"), "value");
    post(page, "agreement", agreement);
    choose(piece);
    post(page + "/" + agreement + "/ending");
    choose(piece);
  }

  private void choose(String piece) {
    String purpose =
        attribute(get(piece + "/opening").page().selectFirst("input[name=purpose]"), "value");
    post(piece + "/opening", "purpose", purpose);
  }

  private void facts(String person) {
    post(person + "/details", with(WHO, "version", "1", "because", "Seen on a passport."));
    get(person + "/history");
    post(person + "/numbers", "numberKind", "UPN", "number", "A123456789012");
    post(attribute(get(person).page().selectFirst("form[action*=/numbers/]"), "action"));
    post(person + "/address", "version", "0", "address", "1 Invented Row", "protected", "yes");
    post(person + "/protected-address", "reason", "The police ask for it tonight.");
  }

  private void statements(String person) {
    forms.send(chair, person + "/statements/new", "/statements/new");
    post(
        person + "/copies/new",
        "toWhom",
        "Somebody invented",
        "purpose",
        "PARTNERS",
        "way",
        "PRINT");
    String correction = attribute(get(person).page().selectFirst("a[href$=/correction]"), "href");
    forms.send(chair, correction, "/correction");
    post(attribute(get(person).page().selectFirst("form[action$=/telling]"), "action"));
  }

  /// A copy that is picked up, a file, and an address that takes two.
  private void copies(String piece, String person) {
    post(piece + "/members", "username", colleague, "role", "ANALYST");
    post(person + "/copies/new", copy("PICK_UP"));
    var listed = forms.get(analyst, "/picking-up").page();
    fetch(analyst, attribute(listed.selectFirst("main a[href^=/picking-up/]"), "href"));
    var file = post(person + "/copies/new", copy("FILE")).page();
    fetch(chair, attribute(file.selectFirst("form[action^=/picking-up/]"), "action"));
    post(
        person + "/copies/address",
        "toWhom",
        "Somebody invented",
        "reason",
        "They fetch him tonight.");
    var asked = forms.get(analyst, "/second-person").page();
    String question = attribute(asked.selectFirst("main a[href^=/second-person/]"), "href");
    forms.answered(analyst, question + "/agreement", List.of());
    unprotect(person);
  }

  /// A map of more than one person alone takes out.
  private void many(String map) {
    var names = new StringBuilder();
    for (int i = 1; i <= 51; i++) {
      names.append("Unknown person ").append(i).append('\n');
    }
    forms.send(
        chair,
        map + "/nodes/new",
        "/nodes/new",
        "names",
        names.toString(),
        "kind",
        "UNKNOWN_PERSON");
    get(map + "/copies");
    post(map + "/copies/second-person", "what", "map", "why", "All of them are talked about.");
  }

  /// The address need not be protected any more; that takes two.
  private void unprotect(String person) {
    post(person + "/address/protection", "reason", "He lives somewhere else since May.");
    get(person + "/address/protection");
    var asked = forms.get(analyst, "/second-person").page();
    String question = attribute(asked.selectFirst("main a[href^=/second-person/]"), "href");
    forms.answered(analyst, question + "/agreement", List.of());
    post(person + "/address/protection/ending");
  }

  private String[] copy(String way) {
    return new String[] {
      "toWhom", "Somebody invented", "purpose", "PARTNERS", "way", way, "receiver", colleague
    };
  }

  private void fetch(Visitor receiver, String address) {
    forms.answered(receiver, address, List.of());
  }

  private void signpost(String piece) {
    forms.answered(
        lead,
        "/people/signposts",
        List.of(
            "surname",
            "Brindlecombe",
            "born-day",
            "27",
            "born-month",
            "3",
            "born-year",
            "2011",
            "reason",
            "Seen near the station late."));
    var questions = get("/people/signposts/questions").page();
    String of = piece.replace("/casework/", "");
    post(
        attribute(questions.selectFirst("form[action*=" + of + "][action$=/answer]"), "action"),
        "answer",
        "yes");
  }

  /// Somebody new is asked for a day, gets another link, and it is ended.
  private void guest(String piece) {
    String guests = piece.replace("/casework/", "/guests/");
    var last = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
    post(
        guests,
        "username",
        "guest-" + UUID.randomUUID(),
        "name",
        "Guestina Invented",
        "until-day",
        "" + last.getDayOfMonth(),
        "until-month",
        "" + last.getMonthValue(),
        "until-year",
        "" + last.getYear());
    post(attribute(get(guests).page().selectFirst("form[action$=/link]"), "action"));
    post(attribute(get(guests).page().selectFirst("form[action$=/ending]"), "action"));
  }

  private Arrived get(String path) {
    return forms.get(chair, path);
  }

  private Arrived post(String path, String... fields) {
    return forms.answered(chair, path, List.of(fields));
  }

  private static String[] with(String[] fields, String... more) {
    var all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String attribute(@Nullable Element element, String name) {
    return element == null ? "" : element.attr(name);
  }
}
