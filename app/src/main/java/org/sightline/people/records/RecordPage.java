package org.sightline.people.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.people.Disclosure;
import org.sightline.people.Person;
import org.sightline.people.PersonRecord;
import org.sightline.people.Statement;
import org.sightline.people.StatementId;
import org.sightline.web.Words;

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

  /// A statement that was superseded, and the one that corrected it.
  public record Past(Statement statement, Statement correction) {}

  /// What a statement superseded, the latest first.
  public List<Past> before(Statement statement) {
    var past = new ArrayList<Past>();
    var correction = statement;
    while (correction.supersedes() != null) {
      var wrong = find(correction.supersedes());
      if (wrong == null) {
        break;
      }
      past.add(new Past(wrong, correction));
      correction = wrong;
    }
    return past;
  }

  /// Where a statement comes from, for members of the piece of work it was written in.
  public String source(Words words, Statement statement) {
    var text = statement.text();
    return words.say(
        text.fromYoungPerson() ? "people.source.young" : "people.source.agency",
        text.role(),
        text.agency());
  }

  /// Who says so on a printed page, when paper must not say it: a young person is never exposed as
  /// a source (practice.md 3). `null` when paper says the same.
  public @Nullable String onPaper(Words words, Statement statement) {
    return statement.text().fromYoungPerson() ? words.say("people.source.withheld") : null;
  }

  public List<Disclosure> copies() {
    return record.disclosures();
  }

  private @Nullable Statement find(@Nullable StatementId id) {
    return record.statements().stream()
        .filter(other -> other.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
