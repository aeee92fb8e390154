package org.sightline.audit.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.KeyRing;
import org.sightline.store.SigningKey;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;

/// AU-04: whoever owns the database and rewrites the whole chain with every hash right is found by
/// the checkpoints, and nobody forges those without the key file.
@SightlineTest
class TamperingTest {

  /// Follows every entry from the third on from the one before it, and the head from the last.
  private static final String MEND =
      """
      do $$
      declare
        e audit.entry;
        before bytea := (select hash from audit.entry where seq = 2);
        before_it bytea;
        old bigint;
        number bigint := 2;
      begin
        for e in select * from audit.entry where seq > 2 order by seq loop
          number := number + 1;
          before_it := before;
          old := e.seq;
          e.seq := number;
          before := sha256(before_it || audit.canonical_of(e));
          update audit.entry
             set seq = number, prev_hash = before_it, hash = before
           where seq = old;
        end loop;
        update audit.head set seq = number, hash = before;
      end $$
      """;

  @Autowired private SystemProcesses processes;
  @Autowired private SystemStore store;
  @Autowired private DatabaseSettings database;
  @Autowired private KeyRing keys;
  @Autowired private Checkpoints checkpoints;
  @Autowired private CheckpointFile comparing;
  @TempDir private Path folder;

  private Path file;
  private long atFirst;

  @BeforeEach
  void deliverTwo() throws IOException {
    file = folder.resolve("checkpoints");
    act();
    atFirst = deliver();
    act();
    act();
    deliver();
  }

  @Test
  void whatNobodyTouchedHolds() {
    var now = comparing.compare(file);

    assertThat(now.fault()).isEmpty();
    assertThat(now.good()).isEqualTo(2);
  }

  @Test
  void aFullRewriteIsFoundByTheFirstCheckpointAfterIt() {
    var after = after("update audit.entry set act = 'access.something-else' where seq = 3", MEND);

    assertThat(after.firstBad()).as("every hash is right").isEmpty();
    assertThat(after.fault()).contains("line 1", "entry 1 and entry " + atFirst);
  }

  @Test
  void aRewriteOfTheEndIsFoundByTheLastCheckpoint() {
    var after =
        after(
            "update audit.entry set user_id = gen_random_uuid() where seq = " + (atFirst + 1),
            MEND);

    assertThat(after.firstBad()).isEmpty();
    assertThat(after.fault())
        .contains("line 2", "entry " + (atFirst + 1) + " and entry " + (atFirst + 2));
  }

  @Test
  void anEntryTakenOutOfARewrittenChainIsFound() {
    var after = after("delete from audit.entry where seq = 3", MEND);

    assertThat(after.firstBad()).isEmpty();
    assertThat(after.fault()).contains("line 1");
  }

  @Test
  void anEndCutOffWithItsHeadIsFound() {
    var after = after("delete from audit.entry where seq > " + atFirst, MEND);

    assertThat(after.firstBad()).isEmpty();
    assertThat(after.fault()).contains("line 2", "cut off");
  }

  @Test
  void everythingDoneAwayWithIsFound() {
    var after =
        after(
            "truncate audit.entry",
            "update audit.head set seq = 0, hash = sha256('sightline'::bytea)");

    assertThat(after.firstBad()).isEmpty();
    assertThat(after.fault()).contains("line 1", "cut off");
  }

  @Test
  void aCheckpointThatWasChangedIsFoundByItsLine() throws IOException {
    rewrite(line -> line.replace(" " + atFirst + " ", " " + (atFirst - 1) + " "));

    assertThat(comparing.compare(file).fault()).contains("signature of line 1");
  }

  @Test
  void aCheckpointSignedByAnotherKeyIsFoundByItsLine() throws IOException {
    var other = SigningKey.of(keys, "something-else");
    var head = checkpoints.head();
    var forged = new Checkpoint(other.fingerprint(), head.number(), head.hash(), head.at());
    Files.writeString(file, forged.signedBy(other) + "\n");

    assertThat(comparing.compare(file).fault()).contains("line 1", "another key");
  }

  @Test
  void aLineCutOffWhenTheMachineStoppedIsLeftOutAndNamed() throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(file));
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1).substring(0, 50));
    deliver();

    var now = comparing.compare(file);

    assertThat(now.fault()).isEmpty();
    assertThat(now.unreadable()).containsExactly(2);
    assertThat(now.good()).isEqualTo(2);
  }

  @Test
  void noCheckpointIsNoProof() throws IOException {
    Files.writeString(file, "nothing\n");

    assertThat(comparing.compare(file).holds()).isFalse();
    assertThatThrownBy(() -> comparing.compare(folder.resolve("nowhere")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void otherProgramsCheckThemWithThePublicKeyBesideThem() throws Exception {
    String pem = Files.readString(folder.resolve("checkpoints.pub"));
    byte[] der = java.util.Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
    var signature = java.security.Signature.getInstance("Ed25519");
    signature.initVerify(
        java.security.KeyFactory.getInstance("Ed25519")
            .generatePublic(new java.security.spec.X509EncodedKeySpec(der)));
    String line = Files.readAllLines(file).getFirst();
    signature.update(line.substring(0, line.lastIndexOf(' ')).getBytes());

    assertThat(
            signature.verify(
                java.util.Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1))))
        .isTrue();
  }

  private record After(OptionalLong firstBad, String fault) {}

  /// What plain checking and the checkpoints say once a superuser has done this.
  private After after(String... tampering) {
    return Superuser.rolledBack(
        database,
        jdbc -> {
          jdbc.sql("set local session_replication_role = replica").update();
          for (String sql : tampering) {
            jdbc.sql(sql).update();
          }
          long bad = jdbc.sql("select coalesce(audit.first_bad(), -1)").query(Long.class).single();
          return new After(
              bad < 0 ? OptionalLong.empty() : OptionalLong.of(bad),
              new CheckpointFile(new SystemStore(jdbc, store.transactions()), keys)
                  .compare(file)
                  .fault());
        });
  }

  private void act() {
    processes.change(Act.of("access.tried-out", UUID.randomUUID()), () -> true);
  }

  private long deliver() throws IOException {
    var key = SigningKey.of(keys, Checkpoints.PURPOSE);
    var head = checkpoints.head();
    new FileSink(file, key.publicPem()).deliver(head.signedBy(key));
    return head.number();
  }

  private void rewrite(UnaryOperator<String> change) throws IOException {
    Files.write(file, Files.readAllLines(file).stream().map(change).toList());
  }
}
