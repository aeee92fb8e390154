package org.sightline.sharing;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Adds shares, their versions and their steps to the database. Nothing is ever changed.
@Component
class ShareWriting {

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  ShareWriting(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  void add(SignedIn who, Share share) {
    jdbc.sql(
            """
            insert into sharing.share (id, workspace_id, school_id, kind, about_staff, by_user, at)
            values (:id, :workspace, :school, :kind, :aboutStaff, :by, :at)
            """)
        .param("id", share.id())
        .param("workspace", share.workspace().value())
        .param("school", share.school().value())
        .param("kind", share.kind().name())
        .param("aboutStaff", share.aboutStaff())
        .param("by", who.user().value())
        .param("at", utc(clock.instant()))
        .update();
  }

  /// @return whether it was the next version; false when somebody else wrote one meanwhile
  boolean addVersion(SignedIn who, Share share, int before, Content content) {
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(
                """
                insert into sharing.share_version (id, share_id, workspace_id, version, held_for, purpose,
                  marking, about_kind, categories, route, protected_address, unsafe_to_inform, people, flags,
                  by_user, at)
                select :id, :share, :workspace, :before + 1, :heldFor, :purpose, :marking, :about,
                  string_to_array(:categories, ','), :route, :protectedAddress, :unsafe, :people,
                  string_to_array(:flags, ','), :by, :at
                 where :before = (select coalesce(max(version), 0)
                                    from sharing.share_version
                                   where share_id = :share)
                on conflict on constraint share_version_once_uq do nothing
                """)
            .param("id", id)
            .param("share", share.id())
            .param("workspace", share.workspace().value())
            .param("before", before)
            .param("heldFor", name(content.heldFor()), Types.VARCHAR)
            .param("purpose", name(content.purpose()), Types.VARCHAR)
            .param("marking", name(content.marking()), Types.VARCHAR)
            .param("about", name(content.about()), Types.VARCHAR)
            .param("categories", Lists.join(content.categories()))
            .param("route", name(content.route()), Types.VARCHAR)
            .param("protectedAddress", content.protectedAddress())
            .param("unsafe", content.unsafeToInform())
            .param("people", content.people(), Types.INTEGER)
            .param("flags", Lists.join(content.flags()))
            .param("by", who.user().value())
            .param("at", utc(clock.instant()))
            .update();
    if (added == 1) {
      addWords(who, share, id, content.texts());
      content.items().forEach(item -> addItem(share, id, item));
      content.recipients().forEach(recipient -> addRecipient(share, id, recipient));
    }
    return added == 1;
  }

  private void addWords(SignedIn who, Share share, UUID version, Content.Texts words) {
    jdbc.sql(
            """
            insert into sharing.share_words (version_id, share_id, workspace_id, what, about, owner, area,
              change_reason, by_user)
            values (:version, :share, :workspace, :what, :about, :owner, :area, :change, :by)
            """)
        .param("version", version)
        .param("share", share.id())
        .param("workspace", share.workspace().value())
        .param("what", sealing.sealIfAny(JdbcShares.WHAT, version, words.what()), Types.BINARY)
        .param("about", sealing.sealIfAny(JdbcShares.ABOUT, version, words.about()), Types.BINARY)
        .param("owner", sealing.sealIfAny(JdbcShares.OWNER, version, words.owner()), Types.BINARY)
        .param("area", sealing.sealIfAny(JdbcShares.AREA, version, words.area()), Types.BINARY)
        .param(
            "change",
            sealing.sealIfAny(JdbcShares.CHANGE, version, words.changeReason()),
            Types.BINARY)
        .param("by", who.user().value())
        .update();
  }

  private void addItem(Share share, UUID version, Content.Item item) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into sharing.share_item (id, version_id, share_id, workspace_id, record_id, kind, title)
            values (:id, :version, :share, :workspace, :record, :kind, :title)
            """)
        .param("id", id)
        .param("version", version)
        .param("share", share.id())
        .param("workspace", share.workspace().value())
        .param("record", item.record())
        .param("kind", item.kind())
        .param("title", sealing.seal(JdbcShares.TITLE, id, item.title()))
        .update();
  }

  private void addRecipient(Share share, UUID version, Recipient recipient) {
    UUID id = recipient.id();
    jdbc.sql(
            """
            insert into sharing.share_recipient (id, version_id, share_id, workspace_id, organisation_id,
              person)
            values (:id, :version, :share, :workspace, :organisation, :person)
            """)
        .param("id", id)
        .param("version", version)
        .param("share", share.id())
        .param("workspace", share.workspace().value())
        .param("organisation", recipient.organisation(), Types.OTHER)
        .param("person", sealing.sealIfAny(JdbcShares.PERSON, id, recipient.person()), Types.BINARY)
        .update();
  }

  /// @return whether it was the next step; false when somebody else took one meanwhile
  boolean step(SignedIn who, Share share, Share.Step step) {
    UUID id = UUID.randomUUID();
    Instant end = step.finalAt();
    return jdbc.sql(
                """
                insert into sharing.share_step (id, share_id, workspace_id, number, version, kind, way,
                  agreement_id, agreement_version, basis, withheld, reason, final_at, by_user, at)
                values (:id, :share, :workspace, :number, :version, :kind, :way, :agreement,
                  :agreementVersion, :basis, :withheld, :reason, :finalAt, :by, :at)
                on conflict on constraint share_step_once_uq do nothing
                """)
            .param("id", id)
            .param("share", share.id())
            .param("workspace", share.workspace().value())
            .param("number", step.number())
            .param("version", step.version())
            .param("kind", step.kind().name())
            .param("way", name(step.way()), Types.VARCHAR)
            .param("agreement", step.agreement(), Types.OTHER)
            .param("agreementVersion", step.agreementVersion(), Types.INTEGER)
            .param("basis", name(step.basis()), Types.VARCHAR)
            .param("withheld", name(step.withheld()), Types.VARCHAR)
            .param("reason", sealing.sealIfAny(JdbcShares.REASON, id, step.reason()), Types.BINARY)
            .param("finalAt", end == null ? null : utc(end), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("by", who.user().value())
            .param("at", utc(step.at()))
            .update()
        == 1;
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
