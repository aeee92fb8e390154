package org.sightline.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The round's owner, who makes rounds and sessions through the staff site's own pages.
final class Owner implements AutoCloseable {

  private final Browser browser;

  Owner(World world) throws IOException, InterruptedException {
    browser = new Browser(world.staff());
    var who = world.signIn("ROUND_OWNER");
    var home =
        browser.post("/signing-in", Map.of("username", who.username(), "password", who.password()));
    if (home.path().equals("/signing-in")) {
      throw new IllegalStateException("The round's owner could not sign in");
    }
  }

  /// One open session.
  record Open(String id, String classCode) {}

  /// @return the address of a new round's page
  String round() throws IOException, InterruptedException {
    String plan =
        browser.get("/engagement/rounds/new").find("name=\"plan\"[^>]*value=\"([0-9a-f-]{36})\"");
    return browser.post("/engagement/rounds", Map.of("title", "Load", "plan", plan)).path();
  }

  /// @return the address of a round of the demonstration whose results are made
  String scored() throws IOException, InterruptedException {
    for (String round :
        browser.get("/engagement/rounds").all("href=\"(/engagement/rounds/[0-9a-f-]{36})\"")) {
      if (browser.get(round + "/results").body().contains("results-ranking")) {
        return round;
      }
    }
    throw new IllegalStateException("No round of the demonstration has results");
  }

  /// A round on a new plan of labelled boxes.
  String round(int zones) throws IOException, InterruptedException {
    var form = new ArrayList<Map.Entry<String, String>>();
    form.add(Map.entry("name", "Load " + zones));
    form.add(Map.entry("way", "boxes"));
    for (int i = 1; i < zones; i++) {
      form.add(Map.entry("place", "Place " + i));
    }
    String plan = browser.post("/contexts/plans/starting", form).find("<h1[^>]*>(Load)");
    String version =
        browser
            .get("/engagement/rounds/new")
            .find(
                "name=\"plan\"[^>]*value=\"([0-9a-f-]{36})\"[^>]*>\\s*<label[^>]*>\\s*"
                    + plan
                    + " "
                    + zones);
    return browser
        .post("/engagement/rounds", Map.of("title", "Load " + zones, "plan", version))
        .path();
  }

  List<Open> sessions(String round, int count) throws IOException, InterruptedException {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    var open = new ArrayList<Open>();
    for (int i = 0; i < count; i++) {
      String session =
          browser
              .post(
                  round + "/sessions",
                  Map.of(
                      "heldOn-day", "" + today.getDayOfMonth(),
                      "heldOn-month", "" + today.getMonthValue(),
                      "heldOn-year", "" + today.getYear(),
                      "startsAt", "10:00",
                      "sitting", "ONE_LESSON"))
              .path();
      String step = session + "/steps/confidentiality";
      var form = browser.get(step);
      browser.post(
          step,
          Map.of(
              "version", form.find("name=\"version\"[^>]*value=\"(\\d+)\""),
              "response.lead", form.find("<option value=\"([0-9a-f-]{36})\""),
              "response.pathway", "To the safeguarding lead, then to the council."));
      browser.post(session + "/starting", Map.of());
      String code =
          browser
              .get(session + "/class-code")
              .find("([2-9CFGHJMPQRVWX]{3} ?[2-9CFGHJMPQRVWX]{3})\\s*<");
      open.add(new Open(session.substring(session.lastIndexOf('/') + 1), code.replace(" ", "")));
    }
    return open;
  }

  /// Closes a session.
  ///
  /// @return how many maps came in
  int close(Open session, int mapsOut) throws IOException, InterruptedException {
    var page =
        browser.post(
            "/engagement/sessions/" + session.id() + "/closing", Map.of("out", "" + mapsOut));
    return Integer.parseInt(page.find("\\d+ out, (\\d+) in"));
  }

  Browser.Answer get(String path) throws IOException, InterruptedException {
    return browser.get(path);
  }

  Browser.Answer post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return browser.post(path, form);
  }

  @Override
  public void close() {
    browser.close();
  }
}
