package org.sightline.people;

import java.util.List;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where people live. A protected address never leaves the database with anything else (EX-08).
@Component
class JdbcAddresses {

  private static final SealedColumn ADDRESS = new SealedColumn("people.address", "address");
  private static final SealedColumn REASON = new SealedColumn("people.address_opened", "reason");

  private final JdbcClient jdbc;
  private final PersonSealing sealed;
  private final Moments moments;

  JdbcAddresses(JdbcClient jdbc, PersonSealing sealed, Moments moments) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.moments = moments;
  }

  Address of(PersonId person) {
    return jdbc.sql(
            """
            select id, version, protected, by_user, at, case when not protected then address end as shown
              from people.address
             where person_id = :person
             order by version desc limit 1
            """)
        .param("person", person.value())
        .query(
            (row, n) ->
                new Address(
                    row.getInt("version"),
                    row.getBoolean("protected"),
                    sealed.openIfAny(
                        person, ADDRESS, row.getObject("id", UUID.class), row.getBytes("shown")),
                    Moments.by(row),
                    Moments.at(row)))
        .optional()
        .orElseGet(Address::none);
  }

  /// The address itself, also when it is protected.
  ///
  /// @throws NotThere when there is none
  String open(SignedIn who, WorkspaceId workspace, PersonId person, String reason) {
    UUID opened = UUID.randomUUID();
    jdbc.sql(
            """
            insert into people.address_opened (id, person_id, workspace_id, reason, by_user, at)
            values (:id, :person, :workspace, :reason, :by, :at)
            """)
        .param("id", opened)
        .param("person", person.value())
        .param("workspace", workspace.value())
        .param("reason", sealed.seal(person, REASON, opened, reason))
        .param("by", who.user().value())
        .param("at", moments.now())
        .update();
    return last(person);
  }

  /// The same address in a version that is not protected. That two agreed is looked at by whoever
  /// calls it, and by the database.
  ///
  /// @throws NotThere when there is none
  void lift(SignedIn who, WorkspaceId workspace, PersonId person) {
    insert(who, workspace, person, of(person).version(), last(person), false);
  }

  private String last(PersonId person) {
    return jdbc.sql(
            """
            select id, address from people.address
             where person_id = :person order by version desc limit 1
            """)
        .param("person", person.value())
        .query(
            (row, n) ->
                sealed.open(
                    person, ADDRESS, row.getObject("id", UUID.class), row.getBytes("address")))
        .optional()
        .orElseThrow(NotThere::new);
  }

  /// Who opened it by itself, the last first.
  List<AddressOpening> openings(PersonId person) {
    return jdbc.sql(
            "select * from people.address_opened where person_id = :person order by at desc, id")
        .param("person", person.value())
        .query(
            (row, n) ->
                new AddressOpening(
                    Moments.by(row),
                    Moments.at(row),
                    sealed.open(
                        person, REASON, row.getObject("id", UUID.class), row.getBytes("reason"))))
        .list();
  }

  /// @param isProtected also true where the address before was: what is protected stays so
  void write(
      SignedIn who,
      WorkspaceId workspace,
      PersonId person,
      int before,
      String address,
      boolean isProtected) {
    insert(who, workspace, person, before, address, isProtected || of(person).isProtected());
  }

  private void insert(
      SignedIn who,
      WorkspaceId workspace,
      PersonId person,
      int before,
      String address,
      boolean isProtected) {
    UUID row = UUID.randomUUID();
    int added =
        jdbc.sql(
                """
                insert into people.address (id, person_id, workspace_id, version, address, protected,
                  by_user, at)
                select :row, :person, :workspace, :before + 1, :address, :protected, :by, :at
                 where :before = (select coalesce(max(version), 0) from people.address
                                   where person_id = :person)
                on conflict do nothing
                """)
            .param("row", row)
            .param("person", person.value())
            .param("workspace", workspace.value())
            .param("before", before)
            .param("address", sealed.seal(person, ADDRESS, row, address))
            .param("protected", isProtected)
            .param("by", who.user().value())
            .param("at", moments.now())
            .update();
    if (added == 0) {
      throw new Stale(
          "Somebody else changed the address while you had the page open. Load the page again and make"
              + " your change once more.");
    }
  }
}
