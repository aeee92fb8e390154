package org.sightline.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the database is told at every start, so that nothing depends on a file someone may edit.
final class PostgresSettings {

  private PostgresSettings() {}

  static List<String> asArguments(String host, int port, Path logDirectory) {
    var settings = new LinkedHashMap<String, String>();
    settings.putAll(reach(host, port));
    settings.putAll(durability());
    settings.putAll(size());
    settings.putAll(logging(logDirectory));
    return settings.entrySet().stream()
        .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
        .toList();
  }

  private static Map<String, String> reach(String host, int port) {
    return Map.of(
        "listen_addresses", host,
        "port", Integer.toString(port),
        "unix_socket_directories", "",
        "password_encryption", "scram-sha-256",
        "max_connections", "120",
        "max_wal_senders", "0");
  }

  /// what was acknowledged is on the disk. ST-01: nothing keeps the time of a commit, and old
  /// files of the log are deleted, not renamed with their bytes in them for later use
  /// ([TableUpkeep#turnLog]).
  private static Map<String, String> durability() {
    return Map.of(
        "fsync", "on",
        "synchronous_commit", "on",
        "full_page_writes", "on",
        "wal_recycle", "off",
        "track_commit_timestamp", "off");
  }

  /// For a laptop or a small server: two processors, and memory shared with the application.
  private static Map<String, String> size() {
    return Map.of(
        "shared_buffers", "128MB",
        "effective_cache_size", "512MB",
        "work_mem", "8MB",
        "maintenance_work_mem", "64MB",
        "max_wal_size", "512MB",
        "max_worker_processes", "4",
        "max_parallel_workers", "2",
        "max_parallel_workers_per_gather", "1",
        "random_page_cost", "1.1",
        "jit", "off");
  }

  /// AU-10: no value reaches the log. An error's text can quote what was typed and its detail the
  /// row, and so neither is logged (`log` ranks above `error`); the application is told both.
  private static Map<String, String> logging(Path directory) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("logging_collector", "on");
    settings.put("log_directory", directory.toString());
    settings.put("log_filename", "postgresql-%Y%m%d-%H%M%S.log");
    settings.put("log_rotation_age", "1d");
    settings.put("log_rotation_size", "5MB");
    settings.put("log_min_messages", "log");
    settings.put("log_error_verbosity", "terse");
    settings.put("log_statement", "none");
    settings.put("log_min_error_statement", "panic");
    settings.put("log_parameter_max_length", "0");
    settings.put("log_parameter_max_length_on_error", "0");
    settings.put("log_checkpoints", "off");
    settings.put("log_autovacuum_min_duration", "-1");
    settings.put("log_timezone", "UTC");
    settings.put("timezone", "UTC");
    return settings;
  }
}
