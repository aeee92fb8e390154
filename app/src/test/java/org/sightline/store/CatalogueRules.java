package org.sightline.store;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rules of [CatalogueTest]: each a query for what breaks it, the exceptions with their
/// reasons, and a breach to prove it with.
final class CatalogueRules {

  private CatalogueRules() {}

  /// @param offences what breaks the rule now
  /// @param breach a statement that breaks it
  record Rule(String name, Function<JdbcClient, List<String>> offences, String breach) {}

  /// Tables without row-level security, and why.
  private static final Map<String, String> OPEN_TABLES =
      Map.of(
          "access.sign_in", "read before anybody is known; ids only",
          "access.sign_in_attributes", "read before anybody is known; ids only");

  /// Functions that run with their owner's rights. A new one needs a reason, a fixed search path
  /// and no right for everybody to call it.
  private static final Map<String, String> DEFINERS =
      Map.ofEntries(
          entry("access.my_workspaces", "a policy on memberships cannot read memberships"),
          entry("access.may_grant", "the policy on memberships cannot read memberships"),
          entry("access.my_workspaces_as", "a policy on memberships cannot read memberships"),
          entry("access.closed_to_me", "whoever is kept away does not read that they are"),
          entry(
              "access.sealed_for_me", "a policy on readers of seals cannot read readers of seals"),
          entry("access.my_packs", "whoever is kept away does not read that they are"),
          entry("access.kept_by_me", "a school's lead looks after rounds they are no member of"),
          entry("access.open_casework", "the first membership, which no policy could allow"),
          entry("access.grounds", "an act's ground is told whoever acts, the application too"),
          entry("access.never_signposted", "the application's role asks on somebody's behalf"),
          entry("access.kept_from", "the application's role asks on somebody's behalf"),
          entry("access.closed_workspaces", "whoever is kept away does not read that they are"),
          entry("access.end_with_last_role", "whoever ends a role at a school ends it in its work"),
          entry("access.refuse_anothers_pack", "whether a pack is another's, whoever may not know"),
          entry("network.hides_somebody", "whoever is kept away does not read that they are"),
          entry("people.open_to_me", "a policy on holdings cannot read holdings"),
          entry("people.may_hold", "whether a record is new, or mine, whoever may not read it"),
          entry("people.is_brought_in_by", "whoever holds a record too does not see who else does"),
          entry("people.refuse_anothers_seal", "whoever seals does not see who else holds it"),
          entry("access.open_workspace", "the first membership, which no policy could allow"),
          entry("audit.append", "the one way in to the entries"),
          entry("concerns.name_barred", "a trigger reads who is a member, for whoever may not"),
          entry(
              "engagement.may_count",
              "marks are read by counting functions only: who may call them"),
          entry("engagement.round_maps", "marks are read by counting functions only"),
          entry("engagement.mark_counts", "marks are read by counting functions only"),
          entry("engagement.assign_cohort", "marks are read by counting functions only"),
          entry("engagement.cohort_maps", "marks are read by counting functions only"),
          entry(
              "engagement.end_withdrawal_windows", "maps get new ids, which no role may give them"),
          entry(
              "engagement.end_piles",
              "pictures are the transcriber's alone, and end for everybody"),
          entry("engagement.forget_used_slips", "used slips are nobody's to read"),
          entry("engagement.mix_withdrawals", "used slips are nobody's to read"),
          entry("student.class_state", "the student site sees no table"),
          entry("student.stage", "the student site sees no table"),
          entry("student.staged_by", "the student site sees no table"),
          entry("student.slip_window", "the student site sees no table"),
          entry("student.count_withdrawal", "the student site sees no table"),
          entry("student.withdraw_staged", "the student site sees no table"),
          entry("student.withdraw", "the student site sees no table"));

  /// Columns of tables young people write to that may hold a moment, and why.
  private static final Map<String, String> MOMENTS =
      Map.of(
          "network.own_map.told_at", "drawn with a worker who knows them, and kept as told",
          "network.own_map.finished_at", "drawn with a worker who knows them, and always dated");

  private static final Set<String> RUNTIME =
      Set.of("sightline_staff", "sightline_student", "sightline_system");

  static List<Rule> all() {
    return List.of(
        new Rule(
            "DB-01 every table enables and forces row-level security",
            CatalogueRules::openTables,
            "create table access.planted (id uuid primary key)"),
        new Rule(
            "DB-01 every granted command has a policy for the role",
            CatalogueRules::grantsWithoutPolicy,
            "grant delete on access.workspace to sightline_staff"),
        new Rule(
            "DB-02 no working role is more than a working role",
            CatalogueRules::roleAttributes,
            "alter role sightline_staff createdb"),
        new Rule(
            "DB-02 no working role is a member of another role",
            CatalogueRules::roleMemberships,
            "grant sightline_owner to sightline_staff"),
        new Rule(
            "DB-02 no working role owns, creates, truncates, refers or triggers",
            CatalogueRules::tooMuch,
            "grant truncate on access.membership to sightline_system"),
        new Rule(
            "DB-02 no working role creates schemas or temporary tables",
            CatalogueRules::creators,
            "grant create on schema access to sightline_staff"),
        new Rule(
            "DB-05 functions with their owner's rights are pinned",
            CatalogueRules::definers,
            "create function access.planted() returns int language sql security definer as 'select 1'"),
        new Rule(
            "DB-05 views run with their reader's rights, and none is materialised",
            CatalogueRules::views,
            "create view access.planted as select 1 as one"),
        new Rule(
            "DB-07 no function claims to be leakproof",
            CatalogueRules::leakproof,
            "create function access.planted() returns int language sql leakproof as 'select 1'"),
        new Rule(
            "DB-09 every role has its timeouts",
            CatalogueRules::timeouts,
            "alter role sightline_student reset statement_timeout"),
        new Rule(
            "ST-01 what young people write holds no moment and no order",
            CatalogueRules::momentsAndOrder,
            """
            do $$ begin
              create schema planted;
              create table planted.mark (id bigint generated always as identity, at timestamptz);
            end $$
            """),
        new Rule(
            "ST-09 no path of foreign keys leads from consent to marks",
            CatalogueRules::consentToMarks,
            """
            do $$ begin
              create schema planted;
              create table planted.mark (id uuid primary key);
              create table planted.pupil (id uuid primary key, mark uuid references planted.mark);
              create table planted.consent (id uuid primary key, pupil uuid references planted.pupil);
            end $$
            """),
        new Rule(
            "CR-02 every sealed column says so and holds bytes",
            CatalogueRules::sealedColumns,
            """
            do $$ begin
              create table access.planted (id uuid, name text);
              comment on column access.planted.name is 'Sealed: name';
            end $$
            """));
  }

  private static List<String> openTables(JdbcClient jdbc) {
    return without(
        OPEN_TABLES.keySet(),
        list(
            jdbc,
            """
            select c.oid::regclass::text
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and %s and not (c.relrowsecurity and c.relforcerowsecurity)
            """
                .formatted(OURS)));
  }

  private static List<String> grantsWithoutPolicy(JdbcClient jdbc) {
    return without(
        OPEN_TABLES.keySet(),
        list(
            jdbc,
            """
            select c.oid::regclass::text || ' ' || cmd.name || ' ' || r.rolname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             cross join (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) as cmd(name, code)
             cross join pg_roles r
             where c.relkind in ('r', 'p') and %s
               and r.rolname in ('sightline_staff', 'sightline_student', 'sightline_system')
               and (has_table_privilege(r.oid, c.oid, cmd.name)
                 or cmd.code <> 'd' and has_any_column_privilege(r.oid, c.oid, case cmd.code when 'd' then 'select' else cmd.name end))
               and not exists (
                 select 1 from pg_policy p
                  where p.polrelid = c.oid and p.polcmd in ('*', cmd.code::"char")
                    and r.oid = any (p.polroles))
            """
                .formatted(OURS)));
  }

  private static List<String> roleAttributes(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select rolname from pg_roles
         where rolname like 'sightline\\_%'
           and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
        """);
  }

  private static List<String> roleMemberships(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select m.member::regrole::text || ' in ' || m.roleid::regrole::text
          from pg_auth_members m where m.member::regrole::text = any ('{%s}')
        """
            .formatted(String.join(",", RUNTIME)));
  }

  private static List<String> tooMuch(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select c.oid::regclass::text || ' ' || r.rolname
          from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join pg_roles r
         where c.relkind in ('r', 'p', 'v', 'm', 'S') and %s and r.rolname = any ('{%s}')
           and (c.relowner = r.oid
             or c.relkind <> 'S' and has_table_privilege(r.oid, c.oid, 'truncate, references, trigger'))
        """
            .formatted(OURS, String.join(",", RUNTIME)));
  }

  private static List<String> creators(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select r.rolname || ' in schema ' || n.nspname
          from pg_namespace n cross join pg_roles r
         where r.rolname = any ('{%1$s}') and n.nspname !~ '^pg_'
           and has_schema_privilege(r.oid, n.oid, 'create')
        union all
        select r.rolname || ' in the database' from pg_roles r
         where r.rolname = any ('{%1$s}')
           and has_database_privilege(r.oid, current_database(), 'create, temporary')
        """
            .formatted(String.join(",", RUNTIME)));
  }

  private static List<String> definers(JdbcClient jdbc) {
    var found =
        list(
            jdbc,
            """
            select n.nspname || '.' || p.proname
              from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.prosecdef and %s
            """
                .formatted(OURS));
    var loose =
        list(
            jdbc,
            """
            select n.nspname || '.' || p.proname || ' is open or has no fixed search path'
              from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.prosecdef and %s
               and (p.proconfig is null
                 or not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%%')
                 or exists (
                   select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    where a.grantee = 0 and a.privilege_type = 'EXECUTE'))
            """
                .formatted(OURS));
    var offences = new java.util.ArrayList<>(without(DEFINERS.keySet(), found));
    offences.addAll(loose);
    return offences;
  }

  private static List<String> views(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select c.oid::regclass::text
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where %s and (c.relkind = 'm' or c.relkind = 'v'
           and not coalesce('security_invoker=true' = any (c.reloptions), false))
        """
            .formatted(OURS));
  }

  private static List<String> leakproof(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select n.nspname || '.' || p.proname
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where p.proleakproof and %s
        """
            .formatted(OURS));
  }

  private static List<String> timeouts(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select r.rolname || ' ' || s.name
          from pg_roles r
         cross join (values ('statement_timeout'), ('lock_timeout'), ('idle_in_transaction_session_timeout')) as s(name)
         where r.rolname = any ('{%s}')
           and not exists (
             select 1 from unnest(coalesce(r.rolconfig, '{}')) c
              where c like s.name || '=%%' and c not like '%%=0')
        """
            .formatted(String.join(",", RUNTIME)));
  }

  private static List<String> momentsAndOrder(JdbcClient jdbc) {
    return without(
        MOMENTS.keySet(),
        list(
            jdbc,
            """
            select c.oid::regclass::text || '.' || a.attname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|migrations)'
               and (%s or has_table_privilege('sightline_student', c.oid, 'insert'))
               and (a.atttypid in ('timestamp'::regtype, 'timestamptz'::regtype, 'time'::regtype, 'timetz'::regtype)
                 or a.attidentity <> ''
                 or pg_get_expr(d.adbin, d.adrelid) ~* '(nextval|now\\(|timestamp|uuidv7)')
            """
                .formatted(MARKS)));
  }

  private static List<String> consentToMarks(JdbcClient jdbc) {
    var links =
        jdbc.sql(
                """
                select conrelid::regclass::text as one, confrelid::regclass::text as other
                  from pg_constraint where contype = 'f'
                """)
            .query((row, n) -> new ForeignKeys.Link(row.getString("one"), row.getString("other")))
            .list();
    var marks =
        list(
            jdbc,
            """
            select c.oid::regclass::text
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and %s
            """
                .formatted(MARKS));
    var consents =
        list(
            jdbc,
            """
            select c.oid::regclass::text
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and (n.nspname ~ 'consent' or c.relname ~ 'consent')
               and n.nspname !~ '^(pg_|information_schema|migrations)'
            """);
    return new ForeignKeys(links).paths(consents, marks);
  }

  private static List<String> sealedColumns(JdbcClient jdbc) {
    return list(
        jdbc,
        """
        select c.oid::regclass::text || '.' || a.attname
          from pg_description t
          join pg_class c on c.oid = t.objoid
          join pg_attribute a on a.attrelid = c.oid and a.attnum = t.objsubid
         where t.description like 'Sealed%' and a.atttypid <> 'bytea'::regtype
        """);
  }

  private static final String OURS =
      "n.nspname !~ '^(pg_|information_schema$|migrations$|public$)'";

  /// Tables that hold what young people marked, by name.
  private static final String MARKS =
      "(c.relname ~ '(^|_)(mark|marks|map|maps|staged|staging)(_|$)' or n.nspname ~ '^student')"
          + " and n.nspname !~ '^(pg_|information_schema|migrations)'";

  private static List<String> list(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private static List<String> without(Set<String> excepted, List<String> found) {
    return found.stream()
        .filter(one -> excepted.stream().noneMatch(e -> one.equals(e) || one.startsWith(e + " ")))
        .toList();
  }
}
