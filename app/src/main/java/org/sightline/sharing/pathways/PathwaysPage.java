package org.sightline.sharing.pathways;

import java.util.List;
import java.util.Map;
import org.sightline.sharing.Pathway;
import org.sightline.web.Answers;

/// The ways of all organisations, and the form of another step for whoever keeps them.
///
/// @param organisations that can be chosen, by id
public record PathwaysPage(
    List<Pathway> pathways,
    boolean keeps,
    Answers form,
    Map<String, String> organisations,
    Map<String, String> abouts,
    Map<String, String> turns) {

  public PathwaysPage {
    pathways = List.copyOf(pathways);
  }

  public List<Pathway> written() {
    return pathways.stream().filter(one -> !one.steps().isEmpty()).toList();
  }

  public List<Pathway> missing() {
    return pathways.stream().filter(one -> one.steps().isEmpty()).toList();
  }

  public boolean hasPast() {
    return pathways.stream().anyMatch(one -> !one.past().isEmpty());
  }
}
