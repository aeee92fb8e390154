package org.sightline.proofs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What somebody unfriendly, unlucky or merely unusual may send in a field (R-12, WB-05).
///
/// @param name for the report of a failure
/// @param encoded as it stands in the body, so that it may be no UTF-8 at all
record Naughty(String name, String encoded) {

  /// What may never stand in a page unescaped: an element and an attribute nobody else has.
  static final String ELEMENT = "planted-element";

  static final String ATTRIBUTE = "onplanted";

  /// What 7 × 191919 makes, should anything work it out.
  static final String WORKED_OUT = "1343433";

  static final String VERY_MUCH = "very much";

  static final String MUCH_OF_IT = "abcdefghi ".repeat(5_000);

  static final List<Naughty> ALL = all();

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// So many of them, the same ones for the same seed; all when there are no more.
  static List<Naughty> some(int most, Random random) {
    var shuffled = new ArrayList<>(ALL);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(most, ALL.size()));
  }

  private static List<Naughty> all() {
    var all = new ArrayList<Naughty>();
    put(all, "nothing", "");
    put(all, "white space", " \t\u00a0\u2003 ");
    put(all, "an element", "<%1$s onload=alert(1)>x</%1$s>".formatted(ELEMENT));
    put(all, "a script", "</title></textarea><script>%s</script>".formatted(ELEMENT));
    put(all, "the end of an attribute", "\" %1$s=\"x' %1$s='x".formatted(ATTRIBUTE));
    put(
        all,
        "SQL",
        "x'; drop table contexts.zone; select set_config('app.user', '1', false) || pg_sleep(9) --");
    put(all, "an expression", "${7*191919} #{7*191919} @{7*191919} !{7*191919} {{7*191919}}");
    put(all, "a template's call", "@`x` @template.web.error(page = null) @if(true)x@endif");
    put(all, "a formula", "=HYPERLINK(\"http://elsewhere.example\")");
    put(all, "a formula behind a tab", "\t+1-1@SUM(A1)|cmd");
    put(all, "the way up", "../../../../etc/passwd\\..\\..");
    put(all, "a line more", "x\r\nX-Planted: yes\r\n\r\n<%s>".formatted(ELEMENT));
    put(all, "the word null", "null");
    put(all, "a huge number", "99999999999999999999999999");
    put(all, "just over an int", "2147483648");
    put(all, "a negative number", "-1");
    put(all, "a fraction", "1e308");
    put(all, "other digits", "\u0663\u0661");
    put(all, "a day that is none", "31/02/2026");
    put(all, "a year that is none", "9999999");
    put(all, "an id of nothing", "00000000-0000-4000-8000-000000000000");
    put(all, "half an id", "00000000-0000");
    put(all, "marks on marks", "Z\u0335\u0321\u0321\u0327\u0348\u0352a\u0300\u0301".repeat(40));
    put(all, "right to left", "\u202egnp.nalp\u2066\u200b\ufeff");
    put(all, "beyond the first plane", Character.toString(0x1F9ED) + Character.toString(0x20000));
    put(all, "JSON", "{\"a\":[[[[" + "[".repeat(500));
    put(all, "control characters", "a\u0001b\u000bc\u001bd\ufffee\uffff");
    put(all, "an address that goes on", "a@" + ".".repeat(150_000) + "@");
    put(all, "a line that goes on", "M1 1" + "L1 1".repeat(14_000));
    put(all, "a gap that goes on", "sheet" + " ".repeat(50_000) + "x");
    put(all, VERY_MUCH, MUCH_OF_IT + MUCH_OF_IT);
    all.add(new Naughty("nothing at all, ended", "abc%00def"));
    all.add(new Naughty("half a character", "abc%ED%A0%80def"));
    all.add(new Naughty("no UTF-8", "abc%FF%FEdef"));
    all.add(new Naughty("an escape that is none", "abc%zzdef"));
    return List.copyOf(all);
  }

  private static void put(List<Naughty> all, String name, String text) {
    all.add(new Naughty(name, encode(text)));
  }
}
