package org.sightline.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.sightline.store.Backup;

/// A backup takes everything out of the house: the audit says so before it does, and the backup
/// says where the audit ended.
public final class AuditedBackups implements Backup.Audit {

  @Override
  public void begun(Connection connection) throws SQLException {
    try (var append =
        connection.prepareStatement("select audit.append(null, ?, null, null, null, 'DONE', ?)")) {
      append.setString(1, "store.backup-begun");
      append.setObject(2, UUID.randomUUID());
      append.execute();
    }
  }

  @Override
  public String head(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var head =
            statement.executeQuery("select seq || ' ' || encode(hash, 'hex') from audit.head")) {
      return head.next() ? head.getString(1) : "none";
    }
  }
}
