package org.sightline.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Letters to the council and the replies to them.
@Component
class JdbcLetters {

  private static final SealedColumn RECIPIENT =
      new SealedColumn("plans.council_letter", "recipient");
  private static final SealedColumn REPLY = new SealedColumn("plans.council_reply", "reply");
  private static final SealedColumn FOR_STUDENTS =
      new SealedColumn("plans.council_reply", "for_students");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PlanDates dates;

  JdbcLetters(JdbcClient jdbc, Sealing sealing, PlanDates dates) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.dates = dates;
  }

  List<CouncilLetter> of(WorkspaceId workspace) {
    var replies = replies(workspace);
    return jdbc.sql(
            """
            select id, recipient, sent_on, reply_by, by_user
              from plans.council_letter
             where workspace_id = :workspace
             order by sent_on, at
            """)
        .param("workspace", workspace.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new CouncilLetter(
                  new LetterId(id),
                  sealing.open(RECIPIENT, id, row.getBytes("recipient")),
                  row.getObject("sent_on", LocalDate.class),
                  row.getObject("reply_by", LocalDate.class),
                  new UserId(row.getObject("by_user", UUID.class)),
                  replies.getOrDefault(id, List.of()));
            })
        .list();
  }

  void add(
      SignedIn who,
      WorkspaceId workspace,
      LetterId id,
      String recipient,
      LocalDate sentOn,
      LocalDate replyBy) {
    jdbc.sql(
            """
            insert into plans.council_letter (id, workspace_id, recipient, sent_on, reply_by, by_user, at)
            values (:id, :workspace, :recipient, :sentOn, :replyBy, :by, :at)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .param("recipient", sealing.seal(RECIPIENT, id.value(), recipient))
        .param("sentOn", sentOn)
        .param("replyBy", replyBy)
        .param("by", who.user().value())
        .param("at", dates.now())
        .update();
  }

  void addReply(
      SignedIn who,
      WorkspaceId workspace,
      LetterId letter,
      LocalDate on,
      String reply,
      @Nullable String forStudents) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into plans.council_reply (id, letter_id, workspace_id, replied_on, reply,
              for_students, by_user, at)
            values (:id, :letter, :workspace, :on, :reply, :forStudents, :by, :at)
            """)
        .param("id", id)
        .param("letter", letter.value())
        .param("workspace", workspace.value())
        .param("on", on)
        .param("reply", sealing.seal(REPLY, id, reply))
        .param("forStudents", sealing.sealIfAny(FOR_STUDENTS, id, forStudents))
        .param("by", who.user().value())
        .param("at", dates.now())
        .update();
  }

  private record ReplyOf(UUID letter, CouncilLetter.Reply reply) {}

  private Map<UUID, List<CouncilLetter.Reply>> replies(WorkspaceId workspace) {
    return jdbc
        .sql(
            """
            select id, letter_id, replied_on, reply, for_students, by_user
              from plans.council_reply
             where workspace_id = :workspace
             order by replied_on, at
            """)
        .param("workspace", workspace.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new ReplyOf(
                  row.getObject("letter_id", UUID.class),
                  new CouncilLetter.Reply(
                      row.getObject("replied_on", LocalDate.class),
                      sealing.open(REPLY, id, row.getBytes("reply")),
                      sealing.openIfAny(FOR_STUDENTS, id, row.getBytes("for_students")),
                      new UserId(row.getObject("by_user", UUID.class))));
            })
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                ReplyOf::letter, Collectors.mapping(ReplyOf::reply, Collectors.toList())));
  }
}
