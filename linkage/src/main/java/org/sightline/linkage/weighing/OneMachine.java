package org.sightline.linkage.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.sightline.linkage.Stages;
import org.sightline.linkage.blocking.Blocks;
import org.sightline.linkage.blocking.Candidates;
import org.sightline.linkage.blocking.Candidates.Taker;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.Kernels;
import org.sightline.linkage.comparing.PatternCounts;
import org.sightline.linkage.weighing.Samples.Session;

/// Finds and compares pairs on the threads of this machine, one rule after the other. What a model
/// is learned from is drawn in the same go, while the blocks of its rule are there.
public final class OneMachine implements Pairing {

  private static final int TICKS = 100;

  @Override
  public Paired pair(Task task) {
    task.progress().at("Finding pairs", Stages.FINDING);
    return new Run(task).paired();
  }

  private static final class Run {
    private final Task task;
    private final Candidates candidates;
    private final Kernels kernels;
    private final List<Pairs> found = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private PatternCounts random = new PatternCounts();

    Run(Task task) {
      this.task = task;
      candidates = Candidates.of(task.records(), task.rules(), task.apart(), task.workers());
      kernels = new Kernels(new Kernel(task.records(), task.patterns(), task.names()));
    }

    Paired paired() {
      task.progress().at("Comparing", Stages.COMPARING);
      if (candidates.comparesAll()) {
        all();
      }
      for (int rule = 0; rule < candidates.rules(); rule++) {
        boolean trains = task.learns() && task.rules().training().contains(rule);
        if (trains || !candidates.comparesAll()) {
          run(rule, trains);
        }
      }
      task.progress().at("Learning", Stages.LEARNING);
      if (task.learns()) {
        random = Samples.random(task.records(), kernels, task.workers());
      }
      return new Paired(
          Comparing.of(found),
          new Samples(random, sessions),
          candidates.largeBlocks(),
          candidates.rowsInLargeBlocks());
    }

    private void all() {
      var pairs = new Pairs[task.records().rows()];
      var ticks = new Ticks(0, pairs.length, 1);
      task.workers()
          .run(
              pairs.length,
              row -> {
                pairs[row] = compared(taker -> candidates.withAllAfter(row, taker));
                ticks.tick();
              });
      keep(pairs);
    }

    private void run(int rule, boolean trains) {
      var blocks = candidates.blocks(rule, task.workers());
      int tasks = candidates.comparesAll() ? 0 : blocks.tasks();
      var pairs = new Pairs[tasks];
      var session = new PatternCounts();
      var ticks = new Ticks(rule, tasks, candidates.rules());
      task.workers()
          .run(
              tasks + (trains ? 1 : 0),
              t -> {
                if (trains && t == 0) {
                  sample(blocks, session);
                  return;
                }
                int own = trains ? t - 1 : t;
                pairs[own] = compared(taker -> blocks.run(own, taker));
                ticks.tick();
              });
      if (trains) {
        sessions.add(new Session(task.rules().fieldsOf(rule), session));
      }
      keep(pairs);
    }

    private void keep(Pairs[] pairs) {
      found.addAll(Arrays.stream(pairs).filter(p -> p.size() > 0).toList());
    }

    /// Says how far the comparing is.
    private final class Ticks {
      private final int before;
      private final int tasks;
      private final int rules;
      private final AtomicInteger done = new AtomicInteger();

      /// @param before how many rules are done already
      Ticks(int before, int tasks, int rules) {
        this.before = before;
        this.tasks = tasks;
        this.rules = rules;
      }

      void tick() {
        int n = done.incrementAndGet();
        if (n % Math.max(1, tasks * rules / TICKS) == 0) {
          double share = (before + (double) n / tasks) / rules;
          task.progress()
              .at("Comparing", Stages.COMPARING + (Stages.LEARNING - Stages.COMPARING) * share);
        }
      }
    }

    private void sample(Blocks blocks, PatternCounts session) {
      var kernel = kernels.take();
      blocks.sample(Samples.PAIRS_OF_A_SESSION, (l, r) -> session.add(kernel.pattern(l, r)));
      kernels.giveBack(kernel);
    }

    private Pairs compared(Consumer<Taker> candidates) {
      var kernel = kernels.take();
      var pairs = new Pairs();
      candidates.accept(new Comparer(pairs, kernel));
      kernels.giveBack(kernel);
      pairs.trim();
      return pairs;
    }
  }

  /// Compares each pair and keeps it with its pattern.
  private record Comparer(Pairs pairs, Kernel kernel) implements Taker {
    @Override
    public void take(int left, int right) {
      pairs.add(left, right, kernel.pattern(left, right));
    }

    @Override
    public void take(int left, int right, int[] cells, int leftAt, int rightAt) {
      pairs.add(left, right, kernel.pattern(cells, leftAt, rightAt));
    }
  }
}
