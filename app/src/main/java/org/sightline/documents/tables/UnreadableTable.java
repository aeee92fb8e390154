package org.sightline.documents.tables;

/// Why a file is no table we can read, as a sentence for whoever brought it.
public final class UnreadableTable extends Exception {

  private static final long serialVersionUID = 1;

  public UnreadableTable(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
