package org.sightline.linkage.spark;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.blocking.Apart;
import org.sightline.linkage.blocking.Rules;
import org.sightline.linkage.blocking.Shares;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.Names;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.reading.ByteDictionary;
import org.sightline.linkage.weighing.Pairing.Task;

/// What every executor gets once: each distinct value, and what the rules need. No rows.
final class Shipped implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<Field> fields;
  private final List<ByteDictionary> values;
  private final Names names;
  private final Nicknames nicknames;
  private final Apart apart;
  private final int rows;
  private final int rowsOfAShare;
  private transient @Nullable Shares shares;
  private transient @Nullable Kernel kernel;

  Shipped(Task task, int rowsOfAShare) {
    this.fields = List.copyOf(task.records().fields());
    this.values = List.copyOf(task.records().values());
    this.names = task.names();
    this.nicknames = task.nicknames();
    this.apart = task.apart();
    this.rows = task.records().rows();
    this.rowsOfAShare = rowsOfAShare;
  }

  /// Worked out once on each executor.
  synchronized Shares shares() {
    var known = shares;
    if (known == null) {
      var rules = Rules.of(EnumSet.copyOf(fields), rows, nicknames);
      known = Shares.of(layout(), rows, rowsOfAShare, rules, apart);
      shares = known;
    }
    return known;
  }

  int width() {
    return fields.size();
  }

  /// What it needs of the values is worked out once on each executor.
  synchronized Kernel kernel(Records records) {
    var known = kernel;
    if (known == null) {
      known = new Kernel(layout(), Patterns.of(layout()), names);
      kernel = known;
    }
    return known.over(records);
  }

  /// Fields and values, and no rows.
  private Records layout() {
    return new Records(List.of(), fields, new int[0], values, new int[] {0, 0});
  }
}
