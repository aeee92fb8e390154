package org.sightline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The chair of a piece of work about people, who opens it, puts people on record and lets
/// colleagues in, through the pages.
final class Chair implements AutoCloseable {

  private static final int STATEMENTS = 5;

  private final Browser browser;

  Chair(World world) throws IOException, InterruptedException {
    browser = new Browser(world.staff());
    var who = world.signIn("CHAIR");
    var home =
        browser.post("/signing-in", Map.of("username", who.username(), "password", who.password()));
    if (home.path().equals("/signing-in")) {
      throw new IllegalStateException("The chair could not sign in");
    }
  }

  /// A piece of work, and the addresses of the records in it.
  record Piece(String path, List<String> records) {

    /// The list of its people.
    String people() {
      return path.replace("/casework/", "/people/");
    }
  }

  Piece piece(int people) throws IOException, InterruptedException {
    String place =
        browser.get("/casework/new").find("name=\"place\"[^>]*value=\"([0-9a-f-]{36})\"");
    String path =
        browser
            .post(
                "/casework/new",
                Map.of(
                    "place", place,
                    "risk", "no",
                    "title", "Loaded work",
                    "kind", "ASSESS",
                    "basis", "Children Act 2004, section 11",
                    "whyNow", "To be measured.",
                    "contact", "Loaded duty desk"))
            .path();
    if (!path.matches("/casework/[0-9a-f-]{36}")) {
      throw new IllegalStateException("No piece of work was opened: " + path);
    }
    purpose(browser, path);
    var records = new ArrayList<String>();
    for (int i = 0; i < people; i++) {
      records.add(person(path.replace("/casework/", "/people/"), i));
    }
    return new Piece(path, records);
  }

  /// Lets somebody work on it, who then says what for.
  void letIn(Piece piece, String username, Browser theirs)
      throws IOException, InterruptedException {
    browser.post(piece.path() + "/members", Map.of("username", username, "role", "PRACTITIONER"));
    purpose(theirs, piece.path());
  }

  private static void purpose(Browser browser, String piece)
      throws IOException, InterruptedException {
    browser.post(piece + "/opening", Map.of("purpose", "ASSESS"));
  }

  private String person(String people, int number) throws IOException, InterruptedException {
    String record =
        browser
            .post(
                people + "/new",
                Map.of(
                    "kind", "YOUNG_PERSON",
                    "givenName", "Loaded",
                    "surname", "Invented " + number,
                    "born-day", "27",
                    "born-month", "3",
                    "born-year", "2011"))
            .path();
    if (!record.startsWith(people) || record.endsWith("/new")) {
      throw new IllegalStateException("Nobody was put on record: " + record);
    }
    for (int i = 0; i < STATEMENTS; i++) {
      browser.post(
          record + "/statements/new",
          Map.of(
              "label", "REPORTED",
              "words", "They were at the arcade on Friday evening, number " + i + ".",
              "agency", "Loaded youth club",
              "role", "Youth worker",
              "knownOn-day", "2",
              "knownOn-month", "3",
              "knownOn-year", "2026",
              "reliability", "LIKELY"));
    }
    return record;
  }

  @Override
  public void close() {
    browser.close();
  }
}
