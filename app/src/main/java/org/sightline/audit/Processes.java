package org.sightline.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way to the staff database. It opens a transaction, tells row-level security who is
/// acting, does the work, and writes the audit entry last: either both are there or neither.
///
/// Work done outside a process sees no rows at all.
@Component
public class Processes {

  private static final SealedColumn TERMS = new SealedColumn("audit.entry", "detail");

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AuditedRequests requests;
  private final Sealing sealing;
  private final Grounds grounds;

  Processes(
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager,
      AuditedRequests requests,
      Sealing sealing,
      Grounds grounds) {
    this.sealing = sealing;
    this.grounds = grounds;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    this.requests = requests;
  }

  /// A change, with its audit entry.
  ///
  /// @throws NotThere when what is to be changed is not there or not theirs; the denial is recorded
  public <T extends @Nullable Object> T change(SignedIn who, Act act, Supplier<T> work) {
    return audited(
        who,
        act,
        () -> {
          requests.begin(who, jdbc);
          return work.get();
        });
  }

  public void change(SignedIn who, Act act, Runnable work) {
    audited(
        who,
        act,
        () -> {
          requests.begin(who, jdbc);
          work.run();
          return true;
        });
  }

  /// A change whose entry also says a count that is known only once it is done.
  ///
  /// @param detail ids and counts only, from the result
  public <T> T changeCounted(SignedIn who, Act act, Supplier<T> work, Function<T, String> detail) {
    return audited(
        who,
        act,
        () -> {
          requests.begin(who, jdbc);
          return work.get();
        },
        result -> act.with(detail.apply(result)));
  }

  /// A read of a named record, or an export: recorded like a change.
  public <T extends @Nullable Object> T read(SignedIn who, Act act, Supplier<T> work) {
    return audited(who, act, work);
  }

  /// A read that shows several people by name, as a list or a map does: how many is written down
  /// with it, and so many are counted by whoever watches (AU-08).
  ///
  /// @param people how many the result names
  public <T> T readOfSeveral(
      SignedIn who, Act act, Supplier<T> work, ToIntFunction<? super T> people) {
    return audited(who, act, work, result -> act.showing(people.applyAsInt(result)));
  }

  /// Writes down of each of these records that it was shown among others, as in the answer to a
  /// search: each has been seen by name (AC-18). To be called in the process that shows them.
  public void shown(
      SignedIn who, WorkspaceId workspace, String act, Collection<? extends UUID> records) {
    if (records.isEmpty()) {
      return;
    }
    var ground =
        grounds.of(jdbc, who.user().value(), Act.in(workspace, act, records.iterator().next()));
    try {
      appendShown(who, workspace, act, records, ground);
    } catch (DataAccessException unwritable) {
      throw new DataAccessResourceFailureException("The audit takes no entry", unwritable);
    }
    requests.noteAudited();
  }

  /// A search: what was looked for is written down as a keyed hash only, so that the same search is
  /// known again and nobody reads a name (AU-01).
  ///
  /// @param act ends in `-searched`
  /// @param terms as typed
  public <T extends @Nullable Object> T search(
      SignedIn who, Act act, String terms, Supplier<T> work) {
    byte[] hash = sealing.blindIndex(TERMS, terms);
    return audited(who, act.with("terms " + HexFormat.of().formatHex(hash)), work);
  }

  /// A look at what names nobody: the reader's own rows, and no audit entry.
  public <T extends @Nullable Object> T look(SignedIn who, Supplier<T> work) {
    return inside(who, work);
  }

  /// Writes down that somebody was refused something, once whatever they were doing is rolled back.
  public void refuse(SignedIn who, Act act) {
    inside(who, () -> write(who, act, "DENIED"));
    requests.noteDenied();
  }

  /// Whether it was written down in this request that somebody was refused something.
  public static boolean hasRefused(HttpServletRequest request) {
    return request.getAttribute(AuditedRequests.deniedAttribute()) != null;
  }

  private void appendShown(
      SignedIn who,
      WorkspaceId workspace,
      String act,
      Collection<? extends UUID> records,
      Ground ground) {
    jdbc.sql(
            """
            select count(audit.append(:user, :act, :workspace, record, null, 'DONE', :request,
              :agency::uuid, :role, :purpose, :way, :grant::uuid))
              from unnest(:records::uuid[]) as shown (record)
            """)
        .param("user", who.user().value())
        .param("act", act)
        .param("workspace", workspace.value())
        .param("records", records.toArray(UUID[]::new))
        .param("request", who.request())
        .param("agency", ground.agency())
        .param("role", ground.role())
        .param("purpose", ground.purpose())
        .param("way", ground.way())
        .param("grant", ground.grant())
        .query(Long.class)
        .single();
  }

  private long write(SignedIn who, Act act, String outcome) {
    UUID user = who.user().value();
    long number = append(jdbc, user, act, outcome, who.request(), grounds.of(jdbc, user, act));
    requests.noteAudited();
    return number;
  }

  private <T extends @Nullable Object> T audited(SignedIn who, Act act, Supplier<T> work) {
    return audited(who, act, work, result -> act);
  }

  private <T extends @Nullable Object> T audited(
      SignedIn who, Act act, Supplier<T> work, Function<T, Act> done) {
    return inside(
        who,
        () -> {
          try {
            T result = work.get();
            write(who, done.apply(result), "DONE");
            return result;
          } catch (NotThere denied) {
            throw new Denied(act);
          }
        });
  }

  /// The transaction of the outermost process: only once it is rolled back can a denial be written
  /// down.
  @SuppressWarnings("NullAway") // the template passes on whatever the work returned
  private <T extends @Nullable Object> T inside(SignedIn who, Supplier<T> work) {
    var outermost = new AtomicBoolean();
    try {
      return transactions.execute(
          status -> {
            outermost.set(status.isNewTransaction());
            return status.isNewTransaction() ? first(who, work) : further(who, work);
          });
    } catch (Denied denied) {
      if (outermost.get()) {
        refuse(who, denied.act());
      }
      throw denied;
    }
  }

  @SuppressWarnings("NullAway") // as above
  private <T extends @Nullable Object> T first(SignedIn who, Supplier<T> work) {
    act(who);
    // What an outer transaction of another kind has set aside is put back afterwards.
    var before = TransactionSynchronizationManager.unbindResourceIfPossible(this);
    TransactionSynchronizationManager.bindResource(this, who.user());
    try {
      return work.get();
    } finally {
      TransactionSynchronizationManager.unbindResource(this);
      if (before != null) {
        TransactionSynchronizationManager.bindResource(this, before);
      }
    }
  }

  /// A process inside another of the same person's: the database has been told. Anything else is
  /// asked for at the database.
  @SuppressWarnings("NullAway") // as above
  private <T extends @Nullable Object> T further(SignedIn who, Supplier<T> work) {
    if (!who.user().equals(TransactionSynchronizationManager.getResource(this))) {
      act(who);
    }
    return work.get();
  }

  /// Tells row-level security who is acting, until the transaction ends.
  ///
  /// @throws IllegalStateException when somebody else is acting in this transaction already: what
  ///     follows the inner process would be done as them
  private void act(SignedIn who) {
    String before =
        jdbc.sql(
                """
                with before as materialized (select current_setting('app.user', true) as someone)
                select someone from before where set_config('app.user', :user, true) is not null
                """)
            .param("user", who.user().toString())
            .query((row, n) -> String.valueOf(row.getString(1)))
            .single();
    if (!before.equals("null") && !before.isEmpty() && !before.equals(who.user().toString())) {
      throw new IllegalStateException("A process cannot go on as somebody else");
    }
  }

  /// Not there, and in which act that came out.
  private static final class Denied extends NotThere {

    private final transient Act act;

    private Denied(Act act) {
      this.act = act;
    }

    private Act act() {
      return act;
    }
  }

  /// @throws DataAccessResourceFailureException when the entry cannot be written: no audit, no data
  ///     (AU-02)
  static long append(
      JdbcClient jdbc, @Nullable UUID user, Act act, String outcome, UUID request, Ground ground) {
    try {
      return written(jdbc, user, act, outcome, request, ground);
    } catch (DataAccessException unwritable) {
      throw new DataAccessResourceFailureException("The audit takes no entry", unwritable);
    }
  }

  private static long written(
      JdbcClient jdbc, @Nullable UUID user, Act act, String outcome, UUID request, Ground ground) {
    return jdbc.sql(
            """
            select audit.append(:user::uuid, :act, :workspace::uuid, :object::uuid, :detail, :outcome,
              :request, :agency::uuid, :role, :purpose, :way, :grant::uuid)
            """)
        .param("user", user)
        .param("act", act.name())
        .param("workspace", act.workspace() == null ? null : act.workspace().value())
        .param("object", act.object())
        .param("detail", act.detail())
        .param("outcome", outcome)
        .param("request", request)
        .param("agency", ground.agency())
        .param("role", ground.role())
        .param("purpose", ground.purpose())
        .param("way", ground.way())
        .param("grant", ground.grant())
        .query(Long.class)
        .single();
  }
}
