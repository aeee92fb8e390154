package org.sightline.network.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.network.ownmap.Someone;
import org.sightline.testing.SightlineTest;

/// B72 to B74 and B95 to B102 through their pages, and what practice.md promises young people.
@SightlineTest
class OwnMapsTest extends OwnMapsCase {

  @Test
  void theListSaysHowFarEachIsAndWhoDoesIt() {
    assertThat(chair.get(list).page().text()).contains("Quill Invented", "Not said yet");
    var refused = chair.post(base + "/status", "said", "NOT_POSSIBLE", "worker", "Ms Made Up");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().text()).contains("Say why it is not possible");
    assertThat(refused.page().select("#worker").val()).isEqualTo("Ms Made Up");
    assertThat(chair.post(base + "/status", "said", "LATER", "worker", "W").status())
        .isEqualTo(422);
    assertThat(chair.post(base + "/status", day("DONE", TODAY)).page().text())
        .contains("Tick that they were told first");

    chair.post(base + "/status", day("LATER", TODAY.plusDays(9)));
    chair.post(
        base + "/status", "said", "NOT_POSSIBLE", "worker", "Ms Made Up", "why", "Moved away");

    assertThat(chair.get(list).page().text()).contains("Not possible", "Moved away", "Ms Made Up");
    assertThat(chair.get(base).page().text()).contains("Later, on");
    assertThat(chair.get("/network/exercises/" + exercise).page().select("a[href$=/own-maps]"))
        .hasSize(1);
  }

  @Test
  void theyAreToldFirstAndCanSayNo() {
    assertThat(chair.get(base + "/map").status()).isEqualTo(404);
    var telling = chair.get(base + "/telling").page();
    assertThat(telling.text())
        .contains(
            "If I am worried that you or someone else might not be safe",
            "You can put your friends on it",
            "You can stop at any time",
            "can see your map");
    assertThat(telling.select("nav, a[href^=/network/exercises]")).isEmpty();
    assertThat(telling.text()).doesNotContain("Quill");
    assertThat(chair.post(base + "/telling").status()).isEqualTo(422);

    assertThat(chair.post(base + "/telling", "answer", "no").page().text())
        .contains("Nothing of your map is kept");

    assertThat(chair.get(base).page().text()).contains("said no");
    assertThat(chair.get(base + "/map").status()).isEqualTo(404);
  }

  @Test
  void aMapIsDrawnInTheirWordsChangedAndUndone() {
    begin();
    assertThat(chair.post(base + "/map", "someone", id()).status()).isEqualTo(422);
    put("Kit", "1", "FRIEND", "We play football on Fridays");
    put("Auntie Bo", "2", "FAMILY", "");
    var page = put("Youth club", "3", "PLACE", "");

    assertThat(page.select(".own__picture svg a")).hasSize(3);
    assertThat(page.select(".own__picture svg").text()).contains("Me", "Kit", "Auntie Bo");
    assertThat(page.select("h3:contains(Very close) + ul").text())
        .contains("Kit", "A friend", "We play football on Fridays");
    assertThat(page.select("header nav, a[href=/]")).isEmpty();

    String kit = page.select("li a:contains(Kit)").attr("href");
    var changed = chair.post(kit, "name", "Kit", "ring", "3", "kind", "FRIEND", "usedToBe", "yes");
    assertThat(changed.page().select("h3:contains(Not so close) + ul").text())
        .contains("Kit", "It used to be so");
    var moved =
        chair.post(base + "/moving", "someone", last(kit), "ring", "2", "angle", "400").page();
    assertThat(moved.select("a[data-someone=" + last(kit) + "]").attr("data-angle"))
        .isEqualTo("40");
    assertThat(chair.post(base + "/steps/undo").page().text()).contains("Not so close");
    var back = chair.post(base + "/steps/undo").page();
    assertThat(back.select("h3:contains(Very close) + ul").text()).contains("Kit");
    chair.post(base + "/steps/redo");
    chair.post(base + "/map/" + last(kit) + "/taking-off");
    assertThat(chair.get(base + "/map").page().text()).doesNotContain("Kit");
    assertThat(chair.post(base + "/steps/undo").page().text()).contains("Kit");
  }

  @Test
  void theTenQuestionsCanBeAnsweredSkippedOrNotSaid() {
    begin();
    String kit = last(put("Kit", "1", "FRIEND", "").select("li a").attr("href"));
    assertThat(chair.get(base + "/questions/11").status()).isEqualTo(404);
    assertThat(chair.post(base + "/questions/1", "how", "ANSWERED").status()).isEqualTo(422);
    var second = chair.post(base + "/questions/1", "how", "ANSWERED", "people", kit);
    assertThat(second.path()).endsWith("/questions/2");
    chair.post(base + "/questions/2", "how", "SKIPPED", "words", "never kept");
    chair.post(base + "/questions/3", "how", "RATHER_NOT");
    var plans = chair.post(base + "/questions/10", "words", "Once, at school");
    assertThat(plans.path()).endsWith("/plans");

    assertThat(plan("AGREED", "Leave ten minutes early").status()).isEqualTo(422);
    plan("STRENGTHS", "Football twice a week");
    var agreed =
        chair.post(
            base + "/plans",
            "plan",
            id(),
            "what",
            "AGREED",
            "words",
            "Leave early.",
            "with",
            "Invented School",
            "from-day",
            "3",
            "from-month",
            "12",
            "from-year",
            "2026",
            "looked-day",
            "8",
            "looked-month",
            "1",
            "looked-year",
            "2027");
    assertThat(agreed.page().text())
        .contains("Leave early. Agreed with Invented School, from 3 December 2026")
        .contains("Football twice a week");

    var compared = chair.get(base + "/comparing").page();
    assertThat(compared.select("dd").eachText())
        .contains("Kit", "Skipped", "Rather not say", "Once, at school", "Not asked yet");
    assertThat(compared.text()).doesNotContain("never kept");
  }

  @Test
  void whatTheyThrowAwayIsGoneForGood() {
    begin();
    put("Kit", "1", "FRIEND", "");
    UUID map = own.find(team.asChair(), exercise, young).need().id();
    photos.attach(team.asChair(), exercise, young, TODAY, new byte[] {1});
    UUID photo = photos.list(team.asChair(), exercise).getFirst().id();
    assertThat(chair.get(base + "/throwing-away").page().text()).contains("gone for good");

    assertThat(chair.post(base + "/throwing-away").page().text())
        .contains("Nothing of your map is kept");

    assertThat(keys.isShredded(map)).isTrue();
    assertThat(keys.isShredded(photo)).isTrue();
    assertThat(photos.list(team.asChair(), exercise)).isEmpty();
    assertThat(chair.get(base + "/map").status()).isEqualTo(404);
    assertThat(chair.get(base).page().text()).contains("it was").doesNotContain("Kit");
    begin();
    assertThat(chair.get(base + "/map").page().text()).contains("Nobody is on your map yet");
  }

  @Test
  void whatWasTakenOffIsNotKeptOnceTheySayItIsFinished() {
    begin();
    put("Kit", "1", "FRIEND", "");
    String bo = put("Bo", "1", "FRIEND", "").select("li a:contains(Bo)").attr("href");
    chair.post(base + "/map/" + last(bo) + "/taking-off");

    chair.post(base + "/finishing");

    var drawn = own.find(team.asChair(), exercise, young).need();
    assertThat(drawn.map().people()).extracting(Someone::name).containsExactly("Kit");
    assertThat(drawn.canUndo()).isFalse();
    assertThat(chair.post(base + "/steps/undo").page().text()).contains("nothing to undo");
    assertThat(chair.get(list).page().text()).contains("Done on");
    put("Ash", "2", "FRIEND", "");
    assertThat(chair.post(base + "/steps/undo").page().text()).doesNotContain("Ash");
  }

  @Test
  void nothingIsAddedOnceTheExerciseIsClosedAndTheirsCanStillBeThrownAway() {
    begin();
    put("Kit", "1", "FRIEND", "");
    var node = node(team.asChair(), "Kit", null);
    UUID kit = own.find(team.asChair(), exercise, young).need().map().people().getFirst().id();
    String at = "/network/exercises/" + exercise;
    exercises.close(team.asChair(), exercise, TODAY, "It is quiet there.", "Police");

    for (String page : List.of("/telling", "/map", "/map/" + kit, "/questions/1", "/plans")) {
      var refused = chair.get(base + page);
      assertThat(refused.status()).as(page).isEqualTo(422);
      assertThat(refused.page().text()).as(page).contains("This work is finished");
    }
    assertThat(put("Bo", "1", "FRIEND", "").text()).contains("This work is finished");
    assertThat(chair.post(base + "/telling", "answer", "no").status()).isEqualTo(422);
    assertThat(chair.post(base + "/steps/undo").status()).isEqualTo(422);
    assertThat(plan("STRENGTHS", "Football").status()).isEqualTo(422);
    String first = "Its chair can open it again first";
    assertThat(chair.post(base + "/status", day("LATER", TODAY)).page().text()).contains(first);
    assertThat(
            chair.post(base + "/comparing", "someone", kit + "", "node", node + "").page().text())
        .contains(first);
    assertThat(chair.get(base + "/comparing").page().select("main form, main .govuk-button"))
        .isEmpty();
    assertThat(chair.get(base).page().select("form[action$=/telling], form[action$=/status]"))
        .isEmpty();
    assertThat(chair.get(base + "/stopping").page().select("a[href$=/map]")).isEmpty();

    chair.post(base + "/finishing");
    assertThat(chair.get(base).page().text()).contains("that it is finished");
    chair.post(base + "/throwing-away");
    assertThat(chair.get(base).page().text()).contains("thrown away, and it was");
    chair.post(at + "/reopening");
    assertThat(chair.get(base + "/telling").status()).isEqualTo(200);
  }
}
