package org.sightline.network.exercises;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// One date.
///
/// @param earlier and `said` sentences, the last first
public record DatePage(
    Exercise exercise,
    ExercisePage.DateLine date,
    List<String> earlier,
    List<String> said,
    boolean mayWrite,
    Answers form,
    Map<String, String> kinds) {}
