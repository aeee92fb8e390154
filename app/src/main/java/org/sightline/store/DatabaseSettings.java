package org.sightline.store;

/// Where the database is, and who may prepare it.
///
/// @param url JDBC URL of the database
/// @param owner a role that may create roles and schemas; used at start-up, and by [TableUpkeep]
///     for the log
public record DatabaseSettings(String url, String owner, String password) {

  @Override
  public String toString() {
    return "DatabaseSettings[" + url + "]";
  }
}
