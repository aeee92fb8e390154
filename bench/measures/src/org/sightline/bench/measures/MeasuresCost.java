package org.sightline.bench.measures;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.plugin.GraphDistance;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.openide.util.Lookup;
import org.sightline.network.measures.Betweenness;
import org.sightline.network.measures.Ties;

/// Betweenness of one invented picture by our own code, by the Gephi toolkit and by JGraphT, in one
/// run. Ends with 1 when they do not agree.
///
/// Arguments: people, lines, threads of ours, and whether the peers are asked.
public final class MeasuresCost {

  private static final double ALIKE = 1e-6;
  private static final PrintStream OUT = System.out;

  private final int people;
  private final int[] from;
  private final int[] to;

  private MeasuresCost(int people, int lines) {
    this.people = people;
    this.from = new int[lines];
    this.to = new int[lines];
    var random = new Random(11);
    var drawn = new HashSet<Long>();
    for (int i = 0; i < lines; ) {
      int one = random.nextInt(people);
      // Two in three know somebody near, as in a school; the rest anybody.
      int near = Math.floorMod(one + 1 + (int) Math.abs(random.nextGaussian() * 60), people);
      int other = random.nextInt(3) == 0 ? random.nextInt(people) : near;
      long pair = (long) Math.min(one, other) * people + Math.max(one, other);
      if (one != other && drawn.add(pair)) {
        from[i] = one;
        to[i++] = other;
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
    int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
    boolean withPeers = arguments.length < 4 || Boolean.parseBoolean(arguments[3]);
    System.exit(new MeasuresCost(people, lines).run(threads, withPeers) ? 0 : 1);
  }

  private boolean run(int threads, boolean withPeers) throws Exception {
    say("%,d people, %,d lines, Java %s", people, from.length, System.getProperty("java.version"));
    double best = Double.MAX_VALUE;
    double[] ours = {};
    for (int i = 1; i <= 3; i++) {
      long start = System.nanoTime();
      ours = Betweenness.of(Ties.of(people, from, to), threads);
      double taken = seconds(start);
      best = Math.min(best, taken);
      say("ours, %d threads, run %d: %.2f s", threads, i, taken);
    }
    long alone = System.nanoTime();
    boolean same = agrees("ours with one thread", ours, Betweenness.of(Ties.of(people, from, to), 1));
    say("ours, 1 thread: %.2f s", seconds(alone));
    if (!withPeers) {
      return same;
    }
    same &= peer("the Gephi toolkit", ours, best, this::gephi);
    same &= peer("JGraphT", ours, best, this::jgrapht);
    return same;
  }

  private interface Peer {
    /// @return the seconds of the measure alone, without building the graph
    double measure(double[] into);
  }

  private boolean peer(String name, double[] ours, double best, Peer peer) {
    var theirs = new double[people];
    double taken = peer.measure(theirs);
    say("%s: %.1f s, %.1f times ours", name, taken, taken / best);
    return agrees(name, ours, theirs);
  }

  private double gephi(double[] into) {
    var projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    GraphModel model =
        Lookup.getDefault()
            .lookup(GraphController.class)
            .getGraphModel(projects.getCurrentWorkspace());
    var graph = model.getUndirectedGraph();
    for (int i = 0; i < people; i++) {
      graph.addNode(model.factory().newNode(String.valueOf(i)));
    }
    for (int i = 0; i < from.length; i++) {
      var one = graph.getNode(String.valueOf(from[i]));
      var other = graph.getNode(String.valueOf(to[i]));
      graph.addEdge(model.factory().newEdge(one, other, false));
    }
    var measure = new GraphDistance();
    measure.setDirected(false);
    measure.setNormalized(false);
    long start = System.nanoTime();
    measure.execute(model);
    double taken = seconds(start);
    for (int i = 0; i < people; i++) {
      into[i] =
          ((Number) graph.getNode(String.valueOf(i)).getAttribute(GraphDistance.BETWEENNESS))
              .doubleValue();
    }
    return taken;
  }

  private double jgrapht(double[] into) {
    var graph = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
    for (int i = 0; i < people; i++) {
      graph.addVertex(i);
    }
    for (int i = 0; i < from.length; i++) {
      graph.addEdge(from[i], to[i]);
    }
    long start = System.nanoTime();
    var scores = new BetweennessCentrality<>(graph).getScores();
    double taken = seconds(start);
    scores.forEach((one, score) -> into[one] = score);
    return taken;
  }

  private static boolean agrees(String name, double[] ours, double[] theirs) {
    double worst = 0;
    for (int i = 0; i < ours.length; i++) {
      worst = Math.max(worst, Math.abs(ours[i] - theirs[i]) / Math.max(1, Math.abs(ours[i])));
    }
    boolean alike = worst <= ALIKE && Arrays.stream(theirs).sum() > 0;
    say("%s: %s, at most %.1e apart", name, alike ? "the same answer" : "ANOTHER ANSWER", worst);
    return alike;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void say(String format, Object... values) {
    OUT.println(String.format(Locale.UK, format, values));
  }
}
