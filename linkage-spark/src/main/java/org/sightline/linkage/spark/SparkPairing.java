package org.sightline.linkage.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.sightline.linkage.Stages;
import org.sightline.linkage.blocking.Candidates;
import org.sightline.linkage.blocking.Shares;
import org.sightline.linkage.blocking.Survey;
import org.sightline.linkage.blocking.Surveyed;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.PatternCounts;
import org.sightline.linkage.spark.ShareTasks.Found;
import org.sightline.linkage.weighing.Comparing;
import org.sightline.linkage.weighing.OneMachine;
import org.sightline.linkage.weighing.Pairing;
import org.sightline.linkage.weighing.Samples;
import org.sightline.linkage.weighing.Samples.Session;

/// Finds and compares pairs on a Spark cluster.
///
/// 1. Each distinct value goes to each executor once. 2. Rows are exploded: each goes, as numbers,
///    to the share of each of its keys. That is the one shuffle. 3. Each share says which of its
///    blocks are large, and how many pairs there are to learn from. 4. Each share finds and
///    compares its pairs. What comes back is in the order in which one machine would have found it.
public final class SparkPairing implements Pairing {

  private final JavaSparkContext context;
  private final int rowsOfAShare;

  public SparkPairing(JavaSparkContext context) {
    this(context, Shares.ROWS_OF_A_SHARE);
  }

  SparkPairing(JavaSparkContext context, int rowsOfAShare) {
    this.context = context;
    this.rowsOfAShare = rowsOfAShare;
  }

  @Override
  public Paired pair(Task task) {
    if (Candidates.comparesAll(task.records().rows())) {
      return new OneMachine().pair(task);
    }
    task.progress().at("Finding pairs", Stages.FINDING);
    var shipped = context.broadcast(new Shipped(task, rowsOfAShare));
    var shares = shipped.value().shares();
    var rows = shuffled(Chunk.of(task.records()), shipped, shares.count());
    var surveyed = Surveyed.of(shares.rules(), surveys(rows, shipped), Samples.PAIRS_OF_A_SESSION);
    task.progress().at("Comparing", Stages.COMPARING);
    var about = context.broadcast(surveyed);
    var found = found(rows, shipped, about, task.learns());
    task.progress().at("Learning", Stages.LEARNING);
    var samples = task.learns() ? samples(task, found) : Samples.none();
    about.destroy();
    shipped.destroy();
    return new Paired(
        compared(found), samples, surveyed.largeBlocks(), surveyed.rowsInLargeBlocks());
  }

  private JavaPairRDD<Integer, int[]> shuffled(
      List<Chunk> chunks, Broadcast<Shipped> shipped, int shares) {
    return context
        .parallelize(chunks, chunks.size())
        .flatMapToPair(chunk -> ShareTasks.explode(shipped.value(), chunk))
        .partitionBy(new ByShare(shares));
  }

  private static List<Survey> surveys(
      JavaPairRDD<Integer, int[]> rows, Broadcast<Shipped> shipped) {
    return rows.mapPartitionsWithIndex(
            (share, entries) -> ShareTasks.survey(shipped.value(), share, entries), false)
        .collect();
  }

  private static List<Found> found(
      JavaPairRDD<Integer, int[]> rows,
      Broadcast<Shipped> shipped,
      Broadcast<Surveyed> surveyed,
      boolean learns) {
    return rows.mapPartitionsWithIndex(
            (share, entries) ->
                ShareTasks.compare(shipped.value(), surveyed.value(), learns, share, entries),
            false)
        .collect();
  }

  private static Comparing compared(List<Found> found) {
    return Comparing.of(found.stream().map(Found::pairs).toList());
  }

  private static Samples samples(Task task, List<Found> found) {
    var sessions = new ArrayList<Session>();
    for (int rule : task.rules().training()) {
      var patterns = new PatternCounts();
      found.stream().filter(f -> f.rule() == rule).forEach(f -> patterns.addAll(f.session()));
      sessions.add(new Session(task.rules().fieldsOf(rule), patterns));
    }
    var kernel = new Kernel(task.records(), task.patterns(), task.names());
    return new Samples(Samples.random(task.records(), kernel), sessions);
  }
}
