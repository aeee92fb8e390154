package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.kernel.Role;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What is asked of a line, and of who says so, before a version is sealed (B82 to B88).
@SightlineTest
class SealingQuestionsTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework pieces;
  @Autowired private Maps maps;
  @Autowired private SealedMaps sealed;

  private final ElementId ann = ElementId.random();
  private final ElementId bo = ElementId.random();
  private final ElementId friends = ElementId.random();
  private TestCasework.Team team;
  private Visitor chair;
  private Meeting meeting;

  @BeforeEach
  void draw() {
    team = casework.aTeam("Sealing");
    chair = people.signedIn(team.chair());
    meeting = Meeting.of(chair, team);
    pieces.letIn(team.asChair(), meeting.work(), team.practitioner().username(), Role.PRACTITIONER);
    draw(Drawn.aPerson(ann, "Ann Invented"));
    draw(Drawn.aPerson(bo, "Bo Madeup"));
    draw(Drawn.aLine(friends, ann, bo));
  }

  @Test
  void ofThoseTheWorkIsAboutItIsAskedWhichPartTheyHaveAndNothingWaitsForIt() {
    String sealing = meeting.held("INTERNAL") + "/sealing";
    assertThat(chair.get(sealing).page().text()).doesNotContain("Which part do they have");
    draw(Edit.of(new Change(ann, Field.KEY, "YES")));

    var asked = chair.get(sealing).page();
    assertThat(asked.select("h2:contains(Which part) ~ ul a").eachText())
        .containsExactly("Ann Invented");
    draw(Edit.of(new Change(ann, Field.PART_IN_GROUP, "LEADS")));
    assertThat(chair.get(sealing).page().text()).doesNotContain("Which part do they have");
  }

  @Test
  void howReliableWhoeverSaysSoIsIsAskedTooAndNamesNobodyInAGap() {
    String sealing = meeting.held("INTERNAL") + "/sealing";
    var page = chair.get(sealing).page();
    String answering = page.select("li a[href*=/elements/]").attr("href");
    assertThat(page.select("li:has(a)").text())
        .contains("How reliable is whoever says so? (youth worker, Youth service, seen on 3 May");
    String field = page.select("button[name=field]").last().val();

    var gap =
        chair.post(
            sealing + "/gap",
            "edit",
            page.select("input[name=edit]").attr("value"),
            "line",
            friends.toString(),
            "field",
            field);
    assertThat(gap.page().select("#open").text()).contains("Open questions: 10");
    assertThat(nodes())
        .contains("How reliable is whoever says so? Ann Invented and Bo Madeup")
        .noneMatch(label -> label.contains("youth worker"));
    assertThat(text(friends)).contains("nobody knows how reliable");

    var form = chair.get(answering).page();
    var fields = new java.util.ArrayList<String>();
    for (var input :
        form.select("form[action$=" + id(answering) + "] input:not([type=checkbox])")) {
      fields.addAll(List.of(input.attr("name"), input.val()));
    }
    fields.addAll(List.of("seen-or-heard", "SEEN", "reliability", "FIRST_HAND"));
    var back =
        chair.post(
            "/network/maps/" + meeting.work() + "/elements/" + id(answering),
            fields.toArray(String[]::new));
    assertThat(back.path()).isEqualTo(sealing);
    assertThat(text(friends)).contains("seen on 3 May 2026, first hand");
    var undo = sealed.unasked(team.asChair(), meeting.work()).open().getFirst();
    assertThat(undo.fields()).doesNotContain(Field.RELIABILITY).contains(Field.SEEN_BY);
  }

  @Test
  void nobodyKnowsWhereIsTickedAndTwoNeverSeenTogetherAreNotAskedWhere() {
    String at = "/network/maps/" + meeting.work() + "/elements/" + friends;

    var both = chair.post(at, answer("where-seen", "the arcade", "where-seen-not-known", "yes"));
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.page().select("#where-seen-error").text()).contains("not both");
    assertThat(both.page().select("#where-seen").val()).isEqualTo("the arcade");

    chair.post(at, answer("where-seen-not-known", "yes", "times-seen-not-known", "yes"));
    assertThat(text(friends))
        .contains("Nobody knows how often they were seen together.")
        .contains("Nobody knows where they were seen.");
    var form = chair.get(at).page();
    assertThat(form.select("#where-seen").val()).isEmpty();
    assertThat(form.select("#where-seen-not-known").hasAttr("checked")).isTrue();

    chair.post(at, answer("times-seen", "0"));
    assertThat(text(friends)).contains("Never seen together.").doesNotContain("Nobody knows where");
    assertThat(sealed.unasked(team.asChair(), meeting.work()).open().getFirst().fields())
        .doesNotContain(Field.WHERE_SEEN, Field.SEEN_BY)
        .contains(Field.RELIABILITY);
    String table = chair.get(meeting.map() + "/table").page().select("td:last-child").text();
    assertThat(table).endsWith(" 8 questions not asked yet");
  }

  @Test
  void nobodySawAnythingOnADayToCome() {
    String at = "/network/maps/" + meeting.work() + "/elements/" + friends + "/reports";
    var tomorrow = Meeting.TODAY.plusDays(1);
    var refused =
        chair.post(
            at,
            answer(
                "role",
                "teacher",
                "agency",
                "School",
                "seen-or-heard",
                "HEARD",
                "when-day",
                "" + tomorrow.getDayOfMonth(),
                "when-month",
                "" + tomorrow.getMonthValue(),
                "when-year",
                "" + tomorrow.getYear()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#when-error").text()).contains("today or before");
    assertThat(refused.page().select("#when-day").val()).isEqualTo("" + tomorrow.getDayOfMonth());
    assertThat(text(friends)).doesNotContain("teacher");
  }

  private String[] answer(String... more) {
    var page = chair.get("/network/maps/" + meeting.work() + "/elements/" + friends).page();
    var fields =
        new java.util.ArrayList<>(
            List.of("edit", page.select("input[name=edit]").attr("value"), "seen"));
    fields.add(page.select("input[name=seen]").attr("value"));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private String text(ElementId element) {
    return chair.get("/network/maps/" + meeting.work() + "/elements/" + element).page().text();
  }

  private static String id(String path) {
    return path.replaceAll(".*/", "").replaceAll("\\?.*", "");
  }

  private List<String> nodes() {
    return maps.open(team.asChair(), meeting.work()).on(ElementKind.NODE).stream()
        .map(node -> node.value(Field.LABEL))
        .toList();
  }

  private void draw(Edit edit) {
    long seen = maps.open(team.asChair(), meeting.work()).last();
    maps.draw(team.asChair(), meeting.work(), edit, seen);
  }
}
