package org.sightline.access.teams;

import java.util.List;
import org.sightline.access.Teams;
import org.sightline.web.Answers;

/// The reader's teams, and the form for another.
public record TeamsPage(List<Teams.Team> teams, Answers form) {

  public TeamsPage {
    teams = List.copyOf(teams);
  }
}
