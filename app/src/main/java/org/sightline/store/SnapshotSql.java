package org.sightline.store;

/// What is asked of the catalogue to take a database out and put it back. Every name that becomes
/// part of a statement is quoted by the database itself.
final class SnapshotSql {

  private SnapshotSql() {}

  static final String SEES_EVERYTHING =
      """
      select rolsuper or (rolbypassrls and pg_has_role(oid, 'pg_read_all_data', 'usage'))
        from pg_roles where rolname = current_user
      """;

  /// One statement that locks all tables of ours, or none when there are none.
  static final String LOCK =
      """
      select 'lock table ' || string_agg(format('%I.%I', n.nspname, c.relname), ', '
               order by n.nspname, c.relname) || ' in access share mode'
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_roles r on r.oid = n.nspowner
       where c.relkind = 'r' and r.rolname = 'sightline_owner'
      having count(*) > 0
      """;

  /// Columns by name: the order in which migrations added them may differ. Rows by primary key, in
  /// an order of letters that is the same everywhere.
  static final String TABLES =
      """
      with ours as (
        select c.oid, n.nspname || '.' || c.relname as name,
               format('%I.%I', n.nspname, c.relname) as quoted,
               (select string_agg(format('%I', a.attname), ', ' order by a.attname collate "C")
                  from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                   and a.attgenerated = '') as columns,
               (select string_agg(format('%I', a.attname)
                         || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', '
                         order by k.n)
                  from pg_index i
                 cross join unnest(i.indkey::int2[]) with ordinality k(att, n)
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.att
                 where i.indrelid = c.oid and i.indisprimary) as key
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_roles r on r.oid = n.nspowner
         where c.relkind = 'r' and r.rolname = 'sightline_owner' and n.nspname <> 'migrations'
      )
      select name,
             format('copy (select %s from %s t order by %s) to stdout (format binary)', columns,
               quoted, coalesce(key, 't::text collate "C"')),
             format('copy %s (%s) from stdin (format binary)', quoted, columns)
        from ours order by name collate "C"
      """;

  static final String SEQUENCES =
      """
      select format('%I.%I', schemaname, sequencename), last_value
        from pg_sequences
       where sequenceowner = 'sightline_owner' and last_value is not null
       order by 1
      """;

  /// One query a module: what had been run.
  static final String HISTORIES =
      """
      select format('select %L, script, checksum from %I.%I where success and type = ''SQL'''
               || ' order by script collate "C"', substr(c.relname, 12), n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'migrations' and c.relkind = 'r' and c.relname like 'history\\_of\\_%'
       order by c.relname
      """;

  /// One statement that empties all tables of ours, whatever refers to them.
  static final String EMPTY =
      """
      select 'truncate ' || string_agg(format('%I.%I', n.nspname, c.relname), ', ')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_roles r on r.oid = n.nspowner
       where c.relkind = 'r' and r.rolname = 'sightline_owner' and n.nspname <> 'migrations'
      having count(*) > 0
      """;

  static final String DROP =
      """
      select format('drop schema %I cascade', n.nspname)
        from pg_namespace n join pg_roles r on r.oid = n.nspowner
       where r.rolname = 'sightline_owner'
      """;

  /// The statement that makes a database of a given name.
  static final String CREATE_DATABASE = "select format('create database %I', ?::text)";

  /// Whether there is anything of anybody's in this database.
  static final String HOLDS_SOMETHING =
      """
      select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'S')
         and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
       limit 1
      """;
}
