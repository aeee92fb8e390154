package org.sightline.network;

import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestCasework;
import org.sightline.testing.Visitor;

/// Opens exercises through their pages.
public final class TestExercises {

  private TestExercises() {}

  public static WorkspaceId open(Visitor chair, TestCasework.Team team) {
    String at = PreparingTest.exercise(chair, team);
    return WorkspaceId.of(at.replaceAll(".*/exercises/([^/]+).*", "$1"));
  }
}
