package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.clocks.DueDate.Light;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.Sealing;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The machine's clock goes forward or back a day: what was missed stays missed. That
/// nothing is sent twice is shown by EscalationTest and CouncilLetterPagesTest.
@SightlineTest
class ClockJumpTest {

  private static final LocalDate DUE = LocalDate.of(2027, 3, 10);

  @Autowired private TestCasework casework;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;
  @Autowired private Sealing sealing;

  private final RuleBook rules = RuleBook.shipped();
  private SignedIn chair;
  private WorkspaceId work;

  @BeforeEach
  void open() {
    var team = casework.aTeam("Jumping");
    chair = team.asChair();
    work = casework.aPieceOf(team);
    keep(DUE.minusDays(14), DUE);
  }

  @Test
  void aDateThatWasMissedAndComputedAnewStaysMissedWhateverTheClockSaysLater() {
    keep(DUE.plusDays(1), DUE.plusDays(9));
    assertThat(date().missed()).isEqualTo(DUE);

    keep(DUE.minusDays(1), DUE.plusDays(5));
    assertThat(date().missed()).as("the clock went back two days").isEqualTo(DUE);
    say(DUE.minusDays(1), DueDate.Kind.DONE, DUE.minusDays(1));
    assertThat(date().light(DUE.minusDays(1))).isEqualTo(Light.DONE_LATE);
    keep(DUE.plusDays(3), DUE.plusDays(30));
    assertThat(date().light(DUE.plusDays(3))).isEqualTo(Light.DONE_LATE);
  }

  @Test
  void whatWasDoneLateIsLateOnEveryDayTheClockCanShow() {
    say(DUE.plusDays(1), DueDate.Kind.DONE, DUE.plusDays(1));

    for (int jump = -400; jump <= 400; jump += 50) {
      assertThat(date().light(DUE.plusDays(jump))).as("%s", jump).isEqualTo(Light.DONE_LATE);
    }
  }

  @Test
  void aDateThatIsComputedAgainAfterAJumpIsTheSameDateAndNoNewOne() {
    for (int jump : List.of(1, -1, 1, 0)) {
      keep(DUE.minusDays(14).plusDays(jump), DUE);
    }

    assertThat(date().version()).isEqualTo(1);
    assertThat(date().missed()).isNull();
  }

  private void keep(LocalDate today, LocalDate due) {
    change(
        today,
        dates ->
            dates.keep(
                chair,
                work,
                new DueDates.Computed(
                    "FIRST_MAPPING",
                    DUE.minusDays(14),
                    true,
                    new Deadline(
                        new Due.OnDay(due), new RuleId("first-mapping"), "As a test", List.of()))));
  }

  private void say(LocalDate today, DueDate.Kind kind, LocalDate day) {
    change(today, dates -> dates.say(chair, work, "FIRST_MAPPING", kind, day, null));
  }

  private DueDate date() {
    return processes.look(chair, () -> on(DUE).of(work).getFirst());
  }

  private void change(LocalDate today, java.util.function.Consumer<DueDates> doing) {
    processes.change(
        chair, Act.of("clocks.test-jumped", UUID.randomUUID()), () -> doing.accept(on(today)));
  }

  private DueDates on(LocalDate today) {
    var noon = today.atTime(12, 0).atZone(ZoneId.of("Europe/London")).toInstant();
    return new DueDates(jdbc, sealing, rules, Clock.fixed(noon, ZoneId.of("Pacific/Auckland")));
  }
}
