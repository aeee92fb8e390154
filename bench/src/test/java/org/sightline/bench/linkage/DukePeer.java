package org.sightline.bench.linkage;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.datasources.InMemoryDataSource;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/// Duke 1.2 on an invented borough, with probabilities as its own examples have them.
///
/// The peer is favoured: the making of its records is not counted, and of all thresholds the best
/// F1 is taken.
final class DukePeer {

  private static final double LEAST = 0.7;

  record Match(int left, int right, double confidence) {}

  private final List<Match> matches = new ArrayList<>();
  private long nanos;
  private long compared;

  double link(Path file, Truth truth, int threads) throws IOException {
    var records = new InMemoryDataSource();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      int id = 0;
      for (var row : csv) {
        var record = new RecordImpl();
        record.addValue("id", "" + id++);
        for (var field : row.getFieldsAsMap().entrySet()) {
          var value = field.getValue().strip().toLowerCase(Locale.ROOT);
          if (!value.isEmpty()) {
            record.addValue(field.getKey(), value);
          }
        }
        records.add(record);
      }
    }
    var configuration = new ConfigurationImpl();
    configuration.setThreshold(LEAST);
    configuration.setProperties(properties());
    configuration.addDataSource(0, records);
    long began = System.nanoTime();
    var processor = new Processor(configuration, true);
    processor.setThreads(threads);
    processor.addMatchListener(
        new AbstractMatchListener() {
          @Override
          public synchronized void matches(Record left, Record right, double confidence) {
            matches.add(new Match(number(left), number(right), confidence));
          }
        });
    processor.deduplicate();
    nanos = System.nanoTime() - began;
    compared = processor.getComparisonCount();
    processor.close();
    return best(truth);
  }

  double seconds() {
    return nanos / 1e9;
  }

  long compared() {
    return compared;
  }

  /// Dates and postcodes as they are: Duke takes half of their signs alike for evidence.
  private static List<Property> properties() {
    return List.of(
        new PropertyImpl("id"),
        property("forename", new JaroWinkler(), 0.85, 0.3),
        property("surname", new JaroWinkler(), 0.9, 0.3),
        property("date_of_birth", new ExactComparator(), 0.95, 0.1),
        property("postcode", new ExactComparator(), 0.9, 0.3),
        property("school", new ExactComparator(), 0.6, 0.45));
  }

  private static Property property(String name, Comparator comparator, double high, double low) {
    return new PropertyImpl(name, comparator, low, high);
  }

  private static int number(Record record) {
    return Integer.parseInt(record.getValue("id"));
  }

  private double best(Truth truth) {
    double best = 0;
    for (double threshold = LEAST; threshold < 1; threshold += 0.02) {
      int[] parent = new int[truth.personOf().length];
      for (int i = 0; i < parent.length; i++) {
        parent[i] = i;
      }
      for (var match : matches) {
        if (match.confidence() >= threshold) {
          int a = find(parent, match.left());
          int b = find(parent, match.right());
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
      for (int i = 0; i < parent.length; i++) {
        parent[i] = find(parent, i);
      }
      best = Math.max(best, truth.f1(parent));
    }
    return best;
  }

  private static int find(int[] parent, int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
