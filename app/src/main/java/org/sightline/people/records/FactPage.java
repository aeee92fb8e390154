package org.sightline.people.records;

import java.util.Map;
import org.sightline.web.Answers;

/// A form about one thing of a record: a number or the address.
///
/// @param kinds of numbers; empty for an address
/// @param staysProtected whether an address that is written now is protected whatever is ticked
public record FactPage(
    String workspace,
    String person,
    Answers form,
    Map<String, String> kinds,
    boolean staysProtected) {

  public String at() {
    return "/people/" + workspace + "/" + person;
  }
}
