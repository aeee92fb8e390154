package org.sightline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.AdministratorsCode;
import org.sightline.audit.Act;
import org.sightline.audit.AuditChain;
import org.sightline.audit.SystemProcesses;
import org.sightline.engagement.marks.KeylessSessions;
import org.sightline.engagement.marks.LedgerReplay;
import org.sightline.engagement.marks.UsedSlip;
import org.sightline.engagement.marks.WithdrawalLedger;
import org.sightline.kernel.SignedIn;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.KeyRing;
import org.sightline.store.Restored;
import org.springframework.context.ConfigurableApplicationContext;

/// What is done once rows are back: this version's migrations, the audit's check and its entry.
final class AfterRestore {

  private AfterRestore() {}

  /// @param owner who is asked for a code of an administrator in the backup
  /// @return sentences for whoever restores
  /// @throws IllegalStateException with a sentence when it is not to be used
  static List<String> on(
      DatabaseSettings database,
      Path dataDirectory,
      Path keyFile,
      Restored restored,
      KeyRing keys,
      Set<UsedSlip> ledger,
      RestoringOwner owner) {
    var said = new ArrayList<String>();
    var differences = restored.differencesFromFresh();
    if (!differences.isEmpty()) {
      said.add(
          "The backed-up database differed from a fresh one in %d of its tables, rights or roles; they are as in a fresh one now. See verify-backup."
              .formatted(differences.size()));
    }
    var sample = restored.sample(keys);
    if (sample.opened().isEmpty() && !sample.shut().isEmpty()) {
      throw new IllegalStateException(
          "Nothing sealed in the backup opens with %s. Nothing was put back.".formatted(keyFile));
    }
    try (var context = Running.beside(Restoring.class, dataDirectory, keyFile, database)) {
      var who = owner.ask(context.getBean(AdministratorsCode.class), said);
      var bad = context.getBean(AuditChain.class).firstBad();
      if (bad.isPresent()) {
        said.add(
            "The audit in the backup is broken: entry %d does not follow from the one before it."
                .formatted(bad.getAsLong()));
      }
      said.addAll(sessionsAndSlips(context, ledger));
      record(context.getBean(SystemProcesses.class), who);
    }
    return said;
  }

  private static void record(SystemProcesses processes, @Nullable SignedIn who) {
    if (who == null) {
      processes.change(new Act("store.backup-restored", null, null, "without a code"), () -> true);
    } else {
      processes.change(who, new Act("store.backup-restored", null, null, null), () -> true);
    }
  }

  /// First the slips: what waits in a session whose key is here can still be found by them.
  private static List<String> sessionsAndSlips(
      ConfigurableApplicationContext context, Set<UsedSlip> ledger) {
    var said = new ArrayList<String>();
    int gone = context.getBean(LedgerReplay.class).replay(ledger);
    context.getBean(WithdrawalLedger.class).addAll(ledger);
    said.add(
        "The ledger held %d used slips; %d maps that were taken out after the backup are out again."
            .formatted(ledger.size(), gone));
    var lost = context.getBean(KeylessSessions.class).backToPlanned();
    if (lost.sessions() > 0) {
      said.add(
          "%d sessions were open when the backup was made. No backup holds a session's key, so the %d maps that waited in them are lost; the sessions are planned again and can be held anew. Print their sheets again first."
              .formatted(lost.sessions(), lost.maps()));
    }
    return said;
  }
}
