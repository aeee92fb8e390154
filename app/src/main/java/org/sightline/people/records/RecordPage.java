package org.sightline.people.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.people.Disclosure;
import org.sightline.people.Person;
import org.sightline.people.PersonRecord;
import org.sightline.people.Statement;
import org.sightline.people.StatementId;

/// One person's record.
///
/// @param numbers as they are said
/// @param otherHolders titles of the reader's other pieces of work that hold it
/// @param couldHold pieces of work the reader could let it be held by, by id
public record RecordPage(
    String workspace,
    String title,
    PersonRecord record,
    String age,
    Map<Person.Number, String> numbers,
    boolean mayWrite,
    List<String> why,
    Map<UserId, String> names,
    List<String> otherHolders,
    Map<String, String> couldHold) {

  public String at() {
    return "/people/" + workspace + "/" + record.person().id();
  }

  public String name(@Nullable UserId user) {
    return user == null ? "" : names.getOrDefault(user, "");
  }

  /// Those that hold, each with what it superseded.
  public List<Statement> statements() {
    return record.current();
  }

  public @Nullable Statement before(Statement statement) {
    StatementId wrong = statement.supersedes();
    return record.statements().stream()
        .filter(other -> other.id().equals(wrong))
        .findFirst()
        .orElse(null);
  }

  public List<Disclosure> copies() {
    return record.disclosures();
  }
}
