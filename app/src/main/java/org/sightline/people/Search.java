package org.sightline.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.stereotype.Component;

/// Searching what the reader may open anyhow, and nothing else: names in memory, numbers and
/// surname with date of birth by their index. What was searched for is recorded as a keyed hash
/// (AU-01), and of everybody who was found that they were seen (AC-18).
@Component
public class Search {

  private static final SealedColumn TERMS = new SealedColumn("people.search", "terms");

  private final Processes processes;
  private final Sealing sealing;
  private final JdbcPeople people;
  private final JdbcIdentifiers identifiers;

  Search(Processes processes, Sealing sealing, JdbcPeople people, JdbcIdentifiers identifiers) {
    this.processes = processes;
    this.sealing = sealing;
    this.people = people;
    this.identifiers = identifiers;
  }

  /// @param searched how many records were looked at: all that are open to the reader
  public record Found(int searched, List<Hit> hits) {}

  /// A record and one piece of work that it is open through.
  public record Hit(WorkspaceId workspace, Person person) {}

  /// Whose name, or another name they go by, has every one of these words in it.
  public Found byName(SignedIn who, String text) {
    List<String> wanted = List.of(fold(text).split(" "));
    return search(
        who,
        fold(text),
        all ->
            all.stream()
                .filter(hit -> wanted.stream().allMatch(word -> names(hit).contains(word)))
                .toList());
  }

  /// Who has exactly this number, or exactly this surname and date of birth.
  public Found exactly(SignedIn who, LookUp lookUp) {
    return search(
        who,
        terms(lookUp),
        all -> {
          var found =
              new HashSet<>(
                  switch (lookUp) {
                    case LookUp.ByNumber asked ->
                        identifiers.whoHas(identifiers.index(asked.number()));
                    case LookUp.BySurnameAndBirth asked ->
                        identifiers.whoWasBorn(
                            sealing.blindIndexOfPerson(
                                JdbcPeople.SURNAME_BIRTH, asked.surname(), asked.born()));
                  });
          return all.stream().filter(hit -> found.contains(hit.person().id())).toList();
        });
  }

  /// What a look-up is recorded as, before it is hashed.
  static String terms(LookUp lookUp) {
    return switch (lookUp) {
      case LookUp.ByNumber asked -> asked.number().lookedUp();
      case LookUp.BySurnameAndBirth asked -> fold(asked.surname()) + "\n" + asked.born();
    };
  }

  byte[] hash(String terms) {
    return sealing.blindIndex(TERMS, terms);
  }

  private Found search(
      SignedIn who, String terms, java.util.function.UnaryOperator<List<Hit>> filter) {
    return processes.changeCounted(
        who,
        Act.of("people.searched", who.user().value()),
        () -> {
          var all = everybody();
          var hits = filter.apply(all);
          hits.stream()
              .collect(
                  groupingBy(Hit::workspace, mapping(hit -> hit.person().id().value(), toSet())))
              .forEach((held, seen) -> processes.shown(who, held, "people.person-found", seen));
          return new Found(all.size(), hits);
        },
        found ->
            "searched=%d found=%d terms=%s"
                .formatted(
                    found.searched(),
                    found.hits().size(),
                    HexFormat.of().formatHex(hash(terms), 0, 8)));
  }

  private List<Hit> everybody() {
    var all = new ArrayList<Hit>();
    for (Map.Entry<WorkspaceId, List<Person>> held : people.all().entrySet()) {
      held.getValue().forEach(person -> all.add(new Hit(held.getKey(), person)));
    }
    all.sort(java.util.Comparator.comparing(Hit::person, People.byName()));
    return all;
  }

  private static String names(Hit hit) {
    var details = hit.person().details();
    return fold(
        String.join(
            " ", Stream.concat(Stream.of(details.name()), details.aliases().stream()).toList()));
  }

  /// Without case, accents and marks, so that "O'Brien" is found by "obrien".
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}'’`.]", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s-]+", " ")
        .strip();
  }
}
