package org.sightline.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestCasework;

/// One of two pieces of work that differ in nothing but the word planted everywhere in them.
record Twin(
    String word,
    TestCasework.Team team,
    WorkspaceId piece,
    PersonId person,
    StatementId statement,
    DisclosureId copy) {

  static final LocalDate BORN = LocalDate.of(2011, 3, 27);
  static final Identifier SAME_NUMBER =
      new Identifier(IdentifierKind.UPN, null, "A123456789012");

  static Twin of(
      TestCasework casework, People records, Recipients recipients, String start) {
    String word = start + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    var team = casework.aTeam(word);
    var chair = team.asChair();
    var piece = casework.aPieceOf(team);
    var person = casework.aPerson(chair, piece, word, "Sameperson", BORN, List.of(SAME_NUMBER));
    records.setAddress(chair, piece, person, 0, word + " street", true);
    var statement = casework.aStatement(chair, piece, person, word + " was said.");
    recipients.copy(chair, piece, person, Disclosure.Kind.PRINTED, word + " recipient", false);
    records.change(
        chair, piece, person, 1, TestCasework.details(word, "Sameperson", BORN), word + " why.");
    var copy = records.record(chair, piece, person).disclosures().getFirst().id();
    return new Twin(word, team, piece, person, statement, copy);
  }
}
