package org.sightline.concerns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of receipts, as the person who is acting: all that a raiser ever sees again.
@Component
class JdbcReceipts {

  private final JdbcClient jdbc;

  JdbcReceipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void give(Receipt receipt, UserId by) {
    jdbc.sql(
            """
            insert into concerns.receipt (id, raised_by, raised_on, readers, danger, about_adult)
            values (:id, :by, :on, string_to_array(:readers, ','), :danger, :aboutAdult)
            """)
        .param("id", receipt.id().value())
        .param("by", by.value())
        .param("on", receipt.on())
        .param("readers", JdbcConcerns.joined(receipt.to()))
        .param("danger", receipt.danger())
        .param("aboutAdult", receipt.aboutAdult())
        .update();
  }

  Optional<Receipt> receipt(ConcernId id) {
    return receipts().stream().filter(receipt -> receipt.id().equals(id)).findFirst();
  }

  /// The receipts of the person who is acting, newest first.
  List<Receipt> receipts() {
    return jdbc.sql("select * from concerns.receipt order by raised_on desc, id")
        .query(
            (row, n) ->
                new Receipt(
                    new ConcernId(row.getObject("id", UUID.class)),
                    row.getObject("raised_on", LocalDate.class),
                    JdbcConcerns.roles(row, "readers"),
                    row.getBoolean("danger"),
                    row.getBoolean("about_adult")))
        .list();
  }
}
