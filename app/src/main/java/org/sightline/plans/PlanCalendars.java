package org.sightline.plans;

import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.SchoolCalendar;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// The days off by which a plan counts: those of its school or team, in its nation.
@Component
public class PlanCalendars {

  private final Calendars calendars;
  private final Workspaces workspaces;
  private final Processes processes;

  PlanCalendars(Calendars calendars, Workspaces workspaces, Processes processes) {
    this.calendars = calendars;
    this.workspaces = workspaces;
    this.processes = processes;
  }

  public SchoolCalendar of(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who, () -> calendars.of(workspaces.parentOf(workspace).orElse(workspace)));
  }
}
