package org.sightline.demonstration;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sightline.engagement.planning.Round;
import org.sightline.kernel.WorkspaceId;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The rounds of the demonstration in the application of the tests, made once: one finished, one in
/// progress with a session open and one planned.
///
/// @param finished with published results and a plan
/// @param running compared with the finished one
/// @param casework the team's piece of work with its people
public record InventedWorld(
    Round finished, Round running, List<String> sessions, WorkspaceId casework) {

  private static final String MADE = "inventedWorld";
  private static final int SEED = 1;

  public InventedWorld {
    sessions = List.copyOf(sessions);
  }

  /// Making it takes some seconds; later calls only look it up.
  public static InventedWorld in(ApplicationContext application) {
    var beans = ((ConfigurableApplicationContext) application).getBeanFactory();
    if (!beans.containsSingleton(MADE)) {
      beans.registerSingleton(MADE, make(beans));
    }
    return beans.getBean(MADE, InventedWorld.class);
  }

  private static InventedWorld make(ConfigurableListableBeanFactory beans) {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    var made = beans.getBean(InventedRounds.class).make(SEED, today);
    beans.getBean(InventedResponse.class).make(made.finished(), made.running(), today);
    beans.getBean(InventedSharing.class).make(made.finished(), today);
    var casework = beans.getBean(InventedCasework.class).make(today);
    return new InventedWorld(
        made.finished(),
        made.running(),
        made.sessions().stream().map(WorldFile.SessionEntry::id).toList(),
        casework);
  }

  /// The session that is open, as `demo.json` names it.
  public String openSession() {
    return sessions.get(sessions.size() - 2);
  }

  public String plannedSession() {
    return sessions.getLast();
  }

  public String closedSession() {
    return sessions.getFirst();
  }
}
