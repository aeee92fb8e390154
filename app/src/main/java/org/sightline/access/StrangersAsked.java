package org.sightline.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which strangers' sessions were begun last, so that there are never too many: the oldest of the
/// same network goes first, so that one place that asks without end does not push out what people
/// elsewhere are about to answer. Behind a proxy that does not say whom it speaks for, all are of
/// one network without a name, which only the limit of all holds.
final class StrangersAsked {

  private final int most;
  private final int mostOfOneNetwork;
  private final Map<String, String> networkById = new LinkedHashMap<>();
  private final Map<String, ArrayDeque<String>> idsByNetwork = new HashMap<>();

  StrangersAsked(int most, int mostOfOneNetwork) {
    if (mostOfOneNetwork < 1 || most < mostOfOneNetwork) {
      throw new IllegalArgumentException("There has to be room for one of each network");
    }
    this.most = most;
    this.mostOfOneNetwork = mostOfOneNetwork;
  }

  /// @param network "" when it is not known
  /// @return ids of the sessions that have to go for it
  synchronized List<String> add(String id, String network) {
    var gone = new ArrayList<String>();
    networkById.put(id, network);
    var ofNetwork = idsByNetwork.computeIfAbsent(network, any -> new ArrayDeque<>());
    ofNetwork.addLast(id);
    if (!network.isEmpty() && ofNetwork.size() > mostOfOneNetwork) {
      gone.add(remove(ofNetwork.getFirst()));
    }
    if (networkById.size() > most) {
      gone.add(remove(networkById.keySet().iterator().next()));
    }
    return gone;
  }

  private String remove(String id) {
    String network = String.valueOf(networkById.remove(id));
    var ofNetwork = idsByNetwork.getOrDefault(network, new ArrayDeque<>());
    ofNetwork.removeFirstOccurrence(id);
    if (ofNetwork.isEmpty()) {
      idsByNetwork.remove(network);
    }
    return id;
  }
}
