package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A lesson with the run sheet open, and a connection that goes away in the middle of it.
final class FacilitatorsJob {

  private static final Pattern ENTRY = Pattern.compile("entry=([0-9a-f-]{36})");

  private final Person facilitator;
  private final String session;

  FacilitatorsJob(Person facilitator, String session) {
    this.facilitator = facilitator;
    this.session = session;
  }

  void openTheRunSheet(String round, String title) {
    facilitator.open("/").follow("Rounds").sees("Rounds").follow(title).sees(title);
    assertThat(facilitator.path()).isEqualTo(round);
    facilitator.follow("Session 1").sees("Session 1").pressAt("a[href$='/running']");
    facilitator.sees("Run sheet");
  }

  void tickStartTheTimerAndNote() {
    String stage =
        facilitator.find("[data-stage]:has([data-cue])").first().getAttribute("data-stage");
    facilitator.pressAt("[data-stage-link='" + stage + "']");
    facilitator.pressAt(".run__stage--on [data-cue] button");
    facilitator.find(".run__stage--on .run__said").waitFor();
    String before = facilitator.text(".run__stage--on [data-clock]");
    facilitator.pressAt(".run__stage--on [data-timer] button");
    facilitator
        .page()
        .waitForFunction(
            "before => document.querySelector('.run__stage--on [data-clock]').textContent !== before",
            before);
    note("Many say the stairs are dark.");
    facilitator.pressAt("[data-step='1'][data-for=count-out]");
  }

  private void note(String text) {
    facilitator.type("text", text).press("Save note");
    facilitator.find(".run__notes li").filter(hasText(text)).waitFor();
  }

  /// @return the id of the concern the note for later has become
  String workThroughALostConnection() {
    var entry = new AtomicReference<String>();
    facilitator
        .page()
        .onRequest(
            request -> {
              if (request.url().endsWith("/later")) {
                Matcher found = ENTRY.matcher(request.postData());
                entry.set(found.find() ? found.group(1) : null);
              }
            });
    facilitator.browser().connected(false);
    note("Written without a connection.");
    facilitator.reads("The run sheet goes on working.");
    facilitator.pressAt("[data-later] summary");
    facilitator.type("later-text", "Somebody is followed home.");
    facilitator.pressAt("[data-later-form] button");
    assertThat(facilitator.find("#later-text").inputValue()).isEmpty();
    facilitator.pressAt("[data-step='1'][data-for=count-out]");
    facilitator.reads("Waiting to be sent: 3");
    facilitator.browser().connected(true);
    facilitator.reads("Connected again.");

    facilitator.page().reload();
    facilitator.sees("Run sheet");
    assertThat(facilitator.find(".run__notes li").filter(hasText("without a connection")).count())
        .isEqualTo(1);
    assertThat(facilitator.find(".run__said").count()).isEqualTo(1);
    assertThat(facilitator.find("#count-out").inputValue()).isEqualTo("2");
    assertThat(facilitator.text("main")).doesNotContain("followed home");
    return entry.get();
  }

  /// One map came on paper: its sheet gets a label, and is keyed by hand.
  void keyASheet() {
    facilitator.open(session + "/keying").pressAt("form[action$='/labels'] button");
    String said = facilitator.text("[data-given]");
    Matcher label = Pattern.compile("Write (..) ").matcher(said);
    assertThat(label.find()).as(said).isTrue();
    // Undo appears when the page's script listens.
    facilitator.find("#keying [data-undo]").waitFor();
    facilitator.pressAt("#label");
    var keys = facilitator.page().keyboard();
    keys.type(label.group(1));
    facilitator
        .page()
        .waitForFunction("() => document.activeElement.closest('.keying__place') !== null");
    int places = facilitator.find(".keying__place").count();
    for (int i = 0; i < places; i++) {
      keys.press(i % 3 == 0 ? "r" : i % 3 == 1 ? "g" : "Space");
    }
    keys.press("Enter");
    facilitator.reads("Sheet " + label.group(1) + " is saved.");
    facilitator.open(session + "/running").sees("Run sheet");
  }

  /// @return what the page says about how many maps went out and came in
  String close(int out) {
    facilitator.follow("Close the session").sees("Close the session");
    facilitator.type("out", "" + out).pressAt("main form button").comesTo(session + "/closing");
    facilitator.find(".closing__counts").waitFor();
    return facilitator.text(".closing__counts");
  }

  private static com.microsoft.playwright.Locator.FilterOptions hasText(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }
}
