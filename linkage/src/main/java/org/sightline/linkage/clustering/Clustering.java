package org.sightline.linkage.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sightline.linkage.Workers;
import org.sightline.linkage.weighing.Line;
import org.sightline.linkage.weighing.Pairs;
import org.sightline.linkage.weighing.Thresholds;

/// Makes people of pairs.
///
/// Connected components alone fall together into one person when records are full of errors. So:
/// 1. What people judged to be the same is joined. 2. Links are taken from the heaviest to the
/// lightest. 3. A link joins two groups only if nothing keeps them apart and all compared pairs
/// between the groups, the unlike ones too, together speak for it: average linkage over what was
/// compared. A chain that hangs on one bridge is cut there.
public final class Clustering {

  private static final double LEAST = Thresholds.weight(Thresholds.LIKELY_MATCH_PROBABILITY);
  private static final double SURE = Thresholds.weight(Thresholds.SURE_MATCH_PROBABILITY);

  private final Links links;
  private final Component joined;
  private final Workers workers;
  private final Bonds bonds;
  private final BetweenLists between;
  private final Line line;

  public Clustering(int rows, List<Pairs> pairs, Bonds bonds) {
    this(rows, pairs, bonds, BetweenLists.unknown(), new Workers(1), Line.usual());
  }

  /// @param between what the lists tell of a link, for the counting of people
  /// @param line from where on two records are one person
  public Clustering(
      int rows, List<Pairs> pairs, Bonds bonds, BetweenLists between, Workers workers, Line line) {
    this.line = line;
    this.between = between;
    this.bonds = bonds;
    this.workers = workers;
    this.joined = new Component(rows);
    join(joined);
    this.links = new Links(joined, pairs, LEAST - between.most(), workers);
  }

  public People people() {
    var groups = new Groups(links, bonds);
    int[] earlier = bonds.earlierOfTheSame();
    for (int row = 0; row < earlier.length; row++) {
      if (earlier[row] >= 0) {
        groups.joinJudged(earlier[row], row);
      }
    }
    bonds.same().forEach(j -> groups.joinJudged(j.left(), j.right()));
    // A judgement that parts two records looks beyond the component, and stays with one thread.
    int threads = bonds.hasJudgedApart() ? 1 : workers.threads();
    workers.run(threads, thread -> join(groups, thread, threads));
    return numbered(groups);
  }

  /// Takes the links of some of the components, the heaviest first: what becomes of one component
  /// has nothing to do with the others.
  private void join(Groups groups, int thread, int threads) {
    double least = Thresholds.weight(line.same());
    for (int link = 0; link < links.size() && links.weight(link) >= least; link++) {
      int left = links.left(link);
      if (threads == 1 || joined.find(left) % threads == thread) {
        groups.join(left, links.right(link), links.weight(link));
      }
    }
  }

  /// The records whose person depends on where the line is drawn: those joined by links of which at
  /// least one is neither sure nor unlikely.
  public int[] doubtfulRows() {
    var component = new Component(links.rows());
    for (int link = 0; link < links.size(); link++) {
      if (counted(link) >= LEAST) {
        component.join(links.left(link), links.right(link));
      }
    }
    join(component);
    var doubtful = new boolean[links.rows()];
    for (int link = 0; link < links.size(); link++) {
      double weight = counted(link);
      if (weight >= LEAST && weight < SURE) {
        doubtful[component.find(links.left(link))] = true;
      }
    }
    return IntStream.range(0, links.rows()).filter(r -> doubtful[component.find(r)]).toArray();
  }

  /// Joins what is one person whatever the pairs weigh.
  private void join(Component component) {
    bonds.same().forEach(j -> component.join(j.left(), j.right()));
    int[] earlier = bonds.earlierOfTheSame();
    for (int row = 0; row < earlier.length; row++) {
      if (earlier[row] >= 0) {
        component.join(earlier[row], row);
      }
    }
  }

  public Workers workers() {
    return workers;
  }

  /// Draws the line elsewhere for some records, again and again; for one thread.
  public Redrawn redrawn() {
    var groups = new Groups(links, bonds);
    return (probability, rows, linksOfRows) -> peopleAt(groups, probability, rows, linksOfRows);
  }

  /// The line drawn elsewhere.
  public interface Redrawn {

    /// @param rows whole components, as [#doubtfulRows] has them
    /// @return for each of the rows a record that stands for its person
    int[] peopleAt(double probability, int[] rows, int[] linksOfRows);
  }

  private int[] peopleAt(Groups groups, double probability, int[] rows, int[] linksOfRows) {
    for (int row : rows) {
      groups.alone(row);
    }
    int[] earlier = bonds.earlierOfTheSame();
    for (int row : rows) {
      if (earlier.length > 0 && earlier[row] >= 0) {
        groups.joinJudged(earlier[row], row);
      }
    }
    for (var judgement : bonds.same()) {
      if (Arrays.binarySearch(rows, judgement.left()) >= 0
          && Arrays.binarySearch(rows, judgement.right()) >= 0) {
        groups.joinJudged(judgement.left(), judgement.right());
      }
    }
    double least = Thresholds.weight(probability);
    for (int link : linksOfRows) {
      if (links.weight(link) + between.most() < least) {
        break;
      }
      if (counted(link) >= least) {
        groups.join(links.left(link), links.right(link), links.weight(link));
      }
    }
    return Arrays.stream(rows).map(groups::find).toArray();
  }

  /// What a link weighs when people are counted.
  private double counted(int link) {
    return links.weight(link) + between.bits(links.left(link), links.right(link));
  }

  /// The links among some records, heaviest first.
  public int[] linksOf(int[] rows) {
    var wanted = new boolean[links.rows()];
    for (int row : rows) {
      wanted[row] = true;
    }
    return IntStream.range(0, links.size()).filter(l -> wanted[links.left(l)]).toArray();
  }

  private People numbered(Groups groups) {
    int rows = links.rows();
    var personOf = new int[rows];
    var numberOfRoot = new int[rows];
    int count = 0;
    var weakest = new float[rows];
    for (int row = 0; row < rows; row++) {
      int root = groups.find(row);
      if (numberOfRoot[root] == 0) {
        weakest[count] = groups.weakest(root);
        numberOfRoot[root] = ++count;
      }
      personOf[row] = numberOfRoot[root] - 1;
    }
    return new People(personOf, count, Arrays.copyOf(weakest, count), doubts(personOf, count));
  }

  private float[] doubts(int[] personOf, int count) {
    var doubts = new float[count];
    Arrays.fill(doubts, -60);
    for (int link = 0; link < links.size(); link++) {
      int left = personOf[links.left(link)];
      int right = personOf[links.right(link)];
      if (left != right) {
        doubts[left] = Math.max(doubts[left], links.weight(link));
        doubts[right] = Math.max(doubts[right], links.weight(link));
      }
    }
    return doubts;
  }
}
