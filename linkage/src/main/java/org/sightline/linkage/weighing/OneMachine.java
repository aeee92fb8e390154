package org.sightline.linkage.weighing;

import java.util.ArrayList;
import org.sightline.linkage.Stages;
import org.sightline.linkage.blocking.Candidates;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.PatternCounts;
import org.sightline.linkage.weighing.Samples.Session;

/// Finds and compares pairs on the threads of this machine.
public final class OneMachine implements Pairing {

  @Override
  public Paired pair(Task task) {
    task.progress().at("Finding pairs", Stages.FINDING);
    var candidates = Candidates.of(task.records(), task.rules(), task.apart(), task.workers());
    task.progress().at("Comparing", Stages.COMPARING);
    var compared =
        Comparing.run(
            task.records(),
            task.patterns(),
            task.names(),
            candidates,
            task.workers(),
            task.progress());
    task.progress().at("Learning", Stages.LEARNING);
    var samples = task.learns() ? samples(candidates, task) : Samples.none();
    return new Paired(compared, samples, candidates.largeBlocks(), candidates.rowsInLargeBlocks());
  }

  private static Samples samples(Candidates candidates, Task task) {
    var rules = task.rules().training();
    var counts = new PatternCounts[rules.size() + 1];
    task.workers()
        .run(
            counts.length,
            place -> {
              var kernel = new Kernel(task.records(), task.patterns(), task.names());
              if (place == 0) {
                counts[0] = Samples.random(task.records(), kernel);
              } else {
                var seen = new PatternCounts();
                candidates.sample(
                    rules.get(place - 1),
                    Samples.PAIRS_OF_A_SESSION,
                    (l, r) -> seen.add(kernel.pattern(l, r)));
                counts[place] = seen;
              }
            });
    var sessions = new ArrayList<Session>();
    for (int i = 0; i < rules.size(); i++) {
      sessions.add(new Session(task.rules().fieldsOf(rules.get(i)), counts[i + 1]));
    }
    return new Samples(counts[0], sessions);
  }
}
