package org.sightline.clocks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.sightline.access.Users;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A calendar for somebody's own device, at an address of 128 random bits. It says on which days
/// something is due, and never what or about whom. The address is shown once and kept as a hash;
/// a new one, or ending it, shuts the one before (B58 to B69).
@Component
public class Feeds {

  private static final int BYTES = 16;

  /// What was missed longer ago is not in anybody's calendar any more.
  private static final int DAYS_BACK = 60;

  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final SystemStore store;
  private final Users users;
  private final JdbcClient jdbc;
  private final Words words;
  private final ObjectProvider<DaysDue> more;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Feeds(
      Processes processes,
      SystemProcesses systemProcesses,
      SystemStore store,
      Users users,
      JdbcClient jdbc,
      Words words,
      ObjectProvider<DaysDue> more,
      Clock clock) {
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.store = store;
    this.users = users;
    this.jdbc = jdbc;
    this.words = words;
    this.more = more;
    this.clock = clock;
  }

  /// Since when the reader has a calendar, if they have one.
  public Optional<Instant> since(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select at from clocks.feed where ended_at is null")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional());
  }

  /// A new address; the one before opens nothing from now on.
  ///
  /// @return the secret part of the address, to be shown once
  public String lend(SignedIn who) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String address = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.of("clocks.feed-lent", id),
        () -> {
          end();
          jdbc.sql(
                  "insert into clocks.feed (id, user_id, hash, at) values (:id, :user, :hash, :at)")
              .param("id", id)
              .param("user", who.user().value())
              .param("hash", hash(address))
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
    return address;
  }

  /// Ends the calendar: its address opens nothing from now on.
  public void end(SignedIn who) {
    processes.change(
        who,
        Act.of("clocks.feed-ended", who.user().value()),
        () -> {
          if (end() == 0) {
            throw new NotThere();
          }
        });
  }

  private int end() {
    return jdbc.sql("update clocks.feed set ended_at = :at where ended_at is null")
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The calendar at an address; nothing when it is nobody's, or ended, or whose it was is switched
  /// off.
  public Optional<String> calendar(String address) {
    var whose =
        systemProcesses.look(
            () ->
                store
                    .jdbc()
                    .sql("select user_id from clocks.feed where hash = :hash and ended_at is null")
                    .param("hash", hash(address))
                    .query(UUID.class)
                    .optional());
    return whose
        .map(UserId::new)
        .filter(user -> processes.look(SignedIn.as(user), () -> users.isOn(user)))
        .map(user -> written(days(SignedIn.as(user))));
  }

  /// The days on which anything is due in work the person does and that is open, as row-level
  /// security shows it to them today. Dates say nothing of whom they are about, so nobody is asked
  /// what for.
  private List<LocalDate> days(SignedIn whose) {
    var from = LocalDate.now(clock.withZone(Days.LONDON)).minusDays(DAYS_BACK);
    return processes.look(
        whose,
        () -> {
          var days = new TreeSet<>(ofWork(from));
          more.stream().forEach(one -> days.addAll(one.of(whose, from)));
          return List.copyOf(days);
        });
  }

  private List<LocalDate> ofWork(LocalDate from) {
    return jdbc.sql(
            """
            select distinct d.due_on
              from (select distinct on (workspace_id, slot) workspace_id, slot, due_on
                      from clocks.due_date order by workspace_id, slot, version desc) d
              left join lateral (select kind from clocks.said_of_date s
                     where s.workspace_id = d.workspace_id and s.slot = d.slot
                     order by s.number desc limit 1) s on true
              left join lateral (select stopped_on from clocks.stopped t
                     where t.workspace_id = d.workspace_id
                     order by t.number desc limit 1) t on true
             where d.due_on >= :from
               and t.stopped_on is null
               and coalesce(s.kind, 'OPEN') in ('OPEN', 'PLANNED')
               and d.workspace_id in
                   (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
            """)
        .param("from", from)
        .query((row, n) -> row.getObject(1, LocalDate.class))
        .list();
  }

  /// RFC 5545. An event is the day alone: its identifier too tells nothing of what is due.
  private String written(List<LocalDate> days) {
    var now =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .format(clock.instant().atOffset(ZoneOffset.UTC));
    var text =
        new StringBuilder(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sightline//Due//EN\r\nX-WR-CALNAME:Sightline\r\n");
    for (var day : days) {
      text.append("BEGIN:VEVENT\r\nUID:")
          .append(day)
          .append("@sightline\r\nDTSTAMP:")
          .append(now)
          .append("\r\nDTSTART;VALUE=DATE:")
          .append(DateTimeFormatter.BASIC_ISO_DATE.format(day))
          .append("\r\nDTEND;VALUE=DATE:")
          .append(DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(1)))
          .append("\r\nSUMMARY:")
          .append(words.say("clocks.feed.event"))
          .append("\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    }
    return text.append("END:VCALENDAR\r\n").toString();
  }

  private static byte[] hash(String address) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
