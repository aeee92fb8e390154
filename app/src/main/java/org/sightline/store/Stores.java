package org.sightline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The pools, one for each database role that works.
@Configuration(proxyBeanMethods = false)
class Stores {

  /// Proof that roles and tables are in place; every pool waits for it.
  record Prepared() {}

  @Bean
  Prepared preparedDatabase(DatabaseSettings settings, KeyRing keys) {
    Roles.prepare(settings, keys);
    try (var owner = pool(settings, keys, Roles.OWNER, 2, 0)) {
      Migrations.run(owner);
    }
    return new Prepared();
  }

  @Bean
  @Primary
  @DependsOn("preparedDatabase")
  DataSource staffDataSource(
      DatabaseSettings settings,
      KeyRing keys,
      @Value("${sightline.pool.staff:16}") int size,
      @Value("${sightline.pool.patience:40}") int patience) {
    return pool(settings, keys, Roles.STAFF, size, patience);
  }

  @Bean
  @DependsOn("preparedDatabase")
  DataSource studentDataSource(
      DatabaseSettings settings,
      KeyRing keys,
      @Value("${sightline.pool.student:12}") int size,
      @Value("${sightline.pool.patience:40}") int patience) {
    return pool(settings, keys, Roles.STUDENT, size, patience);
  }

  @Bean
  @DependsOn("preparedDatabase")
  DataSource systemDataSource(
      DatabaseSettings settings,
      KeyRing keys,
      @Value("${sightline.pool.system:2}") int size,
      @Value("${sightline.pool.patience:40}") int patience) {
    return pool(settings, keys, Roles.SYSTEM, size, patience);
  }

  @Bean
  @Primary
  PlatformTransactionManager transactionManager(DataSource staffDataSource) {
    return new JdbcTransactionManager(staffDataSource);
  }

  @Bean
  StudentStore studentStore(@Qualifier("studentDataSource") DataSource studentDataSource) {
    return new StudentStore(JdbcClient.create(studentDataSource), transactions(studentDataSource));
  }

  @Bean
  SystemStore systemStore(@Qualifier("systemDataSource") DataSource systemDataSource) {
    var transactions = transactions(systemDataSource);
    transactions.setName(SystemStore.NAME);
    return new SystemStore(JdbcClient.create(systemDataSource), transactions);
  }

  @Bean
  TableUpkeep tableUpkeep(
      @Qualifier("systemDataSource") DataSource systemDataSource, DatabaseSettings settings) {
    return new TableUpkeep(systemDataSource, settings);
  }

  @Bean
  Sealing sealing(KeyRing keys) {
    return new Sealing(keys);
  }

  @Bean
  RecordKeys recordKeys(KeyRing keys) {
    return new RecordKeys(keys);
  }

  @Bean
  SessionKeys sessionKeys(@Value("${sightline.session-keys}") Path folder, KeyRing keys) {
    return new SessionKeys(folder, keys);
  }

  private static TransactionTemplate transactions(DataSource source) {
    return new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /// @param patience seconds for which a connection is listened on, or 0 for as long as it takes. A
  ///     database that has gone away without a word, as when a network is pulled out, would be
  ///     waited for without end; one that is there ends every statement of a role's after thirty
  ///     seconds (`Roles`)
  private static HikariDataSource pool(
      DatabaseSettings settings, KeyRing keys, String role, int size, int patience) {
    var config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(role);
    config.setPassword(keys.rolePassword(role));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setIdleTimeout(60_000);
    config.setPoolName(role);
    config.setConnectionTimeout(10_000);
    config.setValidationTimeout(2_000);
    config.addDataSourceProperty("ApplicationName", role);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", "" + patience);
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }
}
