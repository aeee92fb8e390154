package org.sightline.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;

/// How long a kind of request took, and how it was answered.
final class Figures {

  private final String name;
  private final ConcurrentHistogram micros = new ConcurrentHistogram(120_000_000L, 3);
  private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();

  Figures(String name) {
    this.name = name;
  }

  void add(long startedNanos, String answer) {
    micros.recordValue(Math.min(119_000_000L, (System.nanoTime() - startedNanos) / 1_000));
    answers.computeIfAbsent(answer, a -> new AtomicInteger()).incrementAndGet();
  }

  int count(String answer) {
    var counted = answers.get(answer);
    return counted == null ? 0 : counted.get();
  }

  static String heading() {
    return "| request | n | p50 ms | p95 ms | p99 ms | max ms | answers |\n|---|---|---|---|---|---|---|";
  }

  /// One row of a Markdown table.
  String row() {
    return "| %s | %d | %.1f | %.1f | %.1f | %.1f | %s |"
        .formatted(
            name,
            micros.getTotalCount(),
            at(50),
            at(95),
            at(99),
            micros.getMaxValue() / 1000.0,
            answers);
  }

  double at(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
