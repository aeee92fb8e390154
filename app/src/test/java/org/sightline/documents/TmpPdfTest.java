package org.sightline.documents;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TmpPdfTest {
  static final String S =
      " Ann Invented and Bo Madeup are friends (known). Strength 4 of 5. The link protects. Who says so: youth worker, Youth service, seen on 3 May 2026.";

  @Test
  void time() throws Exception {
    one("warm", "<div>", "</div>", i -> "<p>" + i + S + "</p>");
    var main = Thread.currentThread();
    var counts = new java.util.concurrent.ConcurrentHashMap<String, Integer>();
    var stop = new java.util.concurrent.atomic.AtomicBoolean();
    var sampler =
        new Thread(
            () -> {
              while (!stop.get()) {
                var seen = new java.util.HashSet<String>();
                int depth = 0;
                for (var frame : main.getStackTrace()) {
                  String name =
                      frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName();
                  if (depth++ == 0) name = "TOP " + name;
                  if (seen.add(name)) counts.merge(name, 1, Integer::sum);
                }
                counts.merge("ALL", 1, Integer::sum);
                try {
                  Thread.sleep(5);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    sampler.start();
    one("p", "<div>", "</div>", i -> "<p>" + i + S + "</p>");
    stop.set(true);
    sampler.join();
    counts.entrySet().stream()
        .sorted((x, y) -> y.getValue() - x.getValue())
        .limit(90)
        .forEach(e -> System.err.println("TMP " + e.getValue() + " " + e.getKey()));
  }

  void one(String name, String open, String close, IntFunction<String> each) {
    var page = new StringBuilder("<html lang=\"en-GB\"><head><title>t</title></head><body>" + open);
    for (int i = 1; i <= 2000; i++) page.append(each.apply(i));
    long start = System.nanoTime();
    Pdf.of(
        page + close + "</body></html>",
        Sheet.A4_LANDSCAPE,
        new PrintHeading("t", LocalDate.of(2026, 1, 1), null));
    System.err.printf("TMP %s %.2f%n", name, (System.nanoTime() - start) / 1e9);
  }
}
