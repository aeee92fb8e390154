package org.sightline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Waiting;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Where Spring Modulith's registry of event publications keeps what has not been worked off
/// (`docs/decisions/0017`). A publication is written by whoever gives rise to the event, person or
/// system, in their own transaction; everything after that is done as the system. One that is
/// completed goes.
///
/// Only [Waiting] is kept: ids, a kind and a path, never content.
@Component
class EventPublications implements EventPublicationRepository {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final SystemStore system;
  private final Clock clock;

  EventPublications(JdbcClient jdbc, SystemStore system, Clock clock) {
    this.jdbc = jdbc;
    this.system = system;
    this.clock = clock;
  }

  @Override
  public TargetEventPublication create(TargetEventPublication publication) {
    if (!(publication.getEvent() instanceof Waiting event)) {
      throw new IllegalArgumentException(
          "Not an event that is kept: " + publication.getEvent().getClass().getName());
    }
    clientOf(system, jdbc)
        .sql(
            """
            insert into documents.event_publication (id, listener, event_type, event, published_at, status, attempts)
            values (:id, :listener, :type, :event, :at, 'PUBLISHED', 1)
            """)
        .param("id", publication.getIdentifier())
        .param("listener", publication.getTargetIdentifier().getValue())
        .param("type", Waiting.class.getSimpleName())
        .param("event", JSON.writeValueAsString(event))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return publication;
  }

  /// The database as whoever is acting in this transaction: the system, or a person.
  ///
  /// @throws IllegalStateException outside any process
  static JdbcClient clientOf(SystemStore system, JdbcClient staff) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Somebody can only be told inside a process");
    }
    return system.isWorking() ? system.jdbc() : staff;
  }

  @Override
  public void markProcessing(UUID id) {
    mark(id, Status.PROCESSING);
  }

  @Override
  public void markFailed(UUID id) {
    mark(id, Status.FAILED);
  }

  private void mark(UUID id, Status status) {
    asSystem(
        () ->
            system
                .jdbc()
                .sql("update documents.event_publication set status = :status where id = :id")
                .param("status", status.name())
                .param("id", id)
                .update());
  }

  @Override
  public boolean markResubmitted(UUID id, Instant at) {
    return asSystem(
            () ->
                system
                    .jdbc()
                    .sql(
                        """
                        update documents.event_publication
                           set status = 'RESUBMITTED', attempts = attempts + 1, resubmitted_at = :at
                         where id = :id
                           and (resubmitted_at is null or resubmitted_at < :at - interval '1 minute')
                        """)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update())
        == 1;
  }

  @Override
  public void markCompleted(TargetEventPublication publication, Instant at) {
    markCompleted(publication.getIdentifier(), at);
  }

  @Override
  public void markCompleted(UUID id, Instant at) {
    deletePublications(List.of(id));
  }

  @Override
  public void markCompleted(Object event, PublicationTargetIdentifier listener, Instant at) {
    findIncompletePublicationsByEventAndTargetIdentifier(event, listener)
        .ifPresent(found -> markCompleted(found.getIdentifier(), at));
  }

  @Override
  public List<TargetEventPublication> findIncompletePublications() {
    return findIncompletePublicationsPublishedBefore(Instant.parse("9999-01-01T00:00:00Z"));
  }

  @Override
  public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant before) {
    return asSystem(
        () ->
            system
                .jdbc()
                .sql(
                    """
                    select * from documents.event_publication
                     where published_at < :before
                     order by published_at, id
                     limit 1000
                    """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> publication(row))
                .list());
  }

  @Override
  public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
    return findIncompletePublications().stream()
        .filter(publication -> publication.getStatus() == Status.FAILED)
        .toList();
  }

  @Override
  public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(
      Object event, PublicationTargetIdentifier listener) {
    return findIncompletePublications().stream()
        .filter(publication -> publication.isAssociatedWith(event, listener))
        .findFirst();
  }

  @Override
  public void deletePublications(List<UUID> ids) {
    asSystem(
        () ->
            ids.stream()
                .mapToInt(
                    id ->
                        system
                            .jdbc()
                            .sql("delete from documents.event_publication where id = :id")
                            .param("id", id)
                            .update())
                .sum());
  }

  /// What is completed is gone already.
  @Override
  public void deleteCompletedPublications() {}

  @Override
  public void deleteCompletedPublicationsBefore(Instant before) {}

  private static TargetEventPublication publication(ResultSet row) throws SQLException {
    var resubmitted = row.getObject("resubmitted_at", OffsetDateTime.class);
    return new KeptPublication(
        row.getObject("id", UUID.class),
        JSON.readValue(row.getString("event"), Waiting.class),
        PublicationTargetIdentifier.of(row.getString("listener")),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        resubmitted == null ? null : resubmitted.toInstant());
  }

  @SuppressWarnings("NullAway") // the template passes on whatever the work returned
  private <T> T asSystem(Supplier<T> work) {
    return system.transactions().execute(status -> work.get());
  }

  private record KeptPublication(
      UUID id,
      Waiting event,
      PublicationTargetIdentifier listener,
      Instant at,
      Status status,
      int attempts,
      @Nullable Instant resubmitted)
      implements TargetEventPublication {

    @Override
    public UUID getIdentifier() {
      return id;
    }

    @Override
    public Object getEvent() {
      return event;
    }

    @Override
    public PublicationTargetIdentifier getTargetIdentifier() {
      return listener;
    }

    @Override
    public Instant getPublicationDate() {
      return at;
    }

    @Override
    public Optional<Instant> getCompletionDate() {
      return Optional.empty();
    }

    @Override
    public void markCompleted(Instant when) {
      // What is completed is deleted: there is nothing to say of it.
    }

    @Override
    public Status getStatus() {
      return status;
    }

    @Override
    public @Nullable Instant getLastResubmissionDate() {
      return resubmitted;
    }

    @Override
    public int getCompletionAttempts() {
      return attempts;
    }
  }
}
