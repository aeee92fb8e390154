package org.sightline.people.copies;

import org.sightline.web.Answers;

/// Asks who a printed copy is for.
public record CopyFormPage(String workspace, String person, Answers form) {

  public String at() {
    return "/people/" + workspace + "/" + person;
  }
}
