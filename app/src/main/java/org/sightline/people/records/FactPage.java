package org.sightline.people.records;

import java.util.Map;
import org.sightline.web.Answers;

/// A form about one thing of a record: a number or the address.
///
/// @param kinds of numbers; empty for an address
public record FactPage(String workspace, String person, Answers form, Map<String, String> kinds) {

  public String at() {
    return "/people/" + workspace + "/" + person;
  }
}
