package org.sightline.people;

import java.util.List;
import org.sightline.kernel.WorkspaceId;

/// All that one piece of work knows of a person, as the reader may see it.
///
/// @param openings who opened a protected address by itself
/// @param holders the reader's own pieces of work that hold the record
public record PersonRecord(
    Person person,
    Address address,
    List<AddressOpening> openings,
    List<Statement> statements,
    List<Disclosure> disclosures,
    List<WorkspaceId> holders) {

  public PersonRecord {
    openings = List.copyOf(openings);
    statements = List.copyOf(statements);
    disclosures = List.copyOf(disclosures);
    holders = List.copyOf(holders);
  }

  /// Those that hold.
  public List<Statement> current() {
    return statements.stream().filter(Statement::holds).toList();
  }

  /// Copies whose recipients have yet to be told that something was corrected (RR-02).
  public List<Disclosure> toBeTold() {
    return disclosures.stream().filter(Disclosure::isOutdated).toList();
  }
}
