package org.sightline.store;

/// What a database is made of and who may do what in it, a line each, without its rows: columns,
/// constraints, indexes, policies, rights, functions, triggers and roles. Two that read alike
/// protect alike.
final class CatalogueSql {

  private CatalogueSql() {}

  static final String LINES =
      """
      with ours as (
        select n.oid, n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner
         where r.rolname = 'sightline_owner' and n.nspname <> 'migrations'
      ), tables as (
        select c.*, o.nspname || '.' || c.relname as name from pg_class c join ours o on o.oid = c.relnamespace
      ), lines as (
        select 'schema ' || nspname as line from ours
        union all
        select 'table ' || name || ' ' || relkind::text || ' security ' || relrowsecurity || ' forced '
               || relforcerowsecurity || ' owner ' || pg_get_userbyid(relowner)
          from tables where relkind in ('r', 'p', 'v', 'm', 'S')
        union all
        select 'column ' || t.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
               || case when a.attnotnull then ' not null' else '' end || ' identity ' || a.attidentity::text
               || ' default ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
          from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
         where t.relkind in ('r', 'p', 'v')
        union all
        select 'constraint ' || t.name || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
          from tables t join pg_constraint k on k.conrelid = t.oid where k.contype <> 'n'
        union all
        select 'index ' || pg_get_indexdef(i.indexrelid) from tables t join pg_index i on i.indrelid = t.oid
        union all
        select 'policy ' || p.schemaname || '.' || p.tablename || ' ' || p.policyname || ' ' || p.permissive
               || ' ' || p.cmd || ' to ' || array_to_string(p.roles, ',') || ' using ' || coalesce(p.qual, '')
               || ' check ' || coalesce(p.with_check, '')
          from pg_policies p join ours o on o.nspname = p.schemaname
        union all
        select 'grant ' || r.what || ' ' || r.privilege_type || ' to '
               || case r.grantee when 0 then 'public' else pg_get_userbyid(r.grantee) end
               || case when r.is_grantable then ' with grant option' else '' end
          from (
            select 'on ' || t.name as what, a.* from tables t
             cross join aclexplode(coalesce(t.relacl,
               acldefault(case t.relkind when 'S' then 's'::"char" else 'r'::"char" end, t.relowner))) a
             where t.relkind in ('r', 'p', 'v', 'm', 'S')
            union all
            select 'on ' || t.name || '.' || c.attname, a.* from tables t
              join pg_attribute c on c.attrelid = t.oid cross join aclexplode(c.attacl) a
            union all
            select 'on function ' || p.oid::regprocedure::text, a.* from pg_proc p join ours o on o.oid = p.pronamespace
             cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
            union all
            select 'on schema ' || o.nspname, a.* from ours o join pg_namespace n on n.oid = o.oid
             cross join aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
            union all
            select 'on the database', a.* from pg_database d cross join aclexplode(d.datacl) a
             where d.datname = current_database()
               and (a.grantee = 0 or pg_get_userbyid(a.grantee) like 'sightline%')
          ) r
        union all
        select 'function ' || p.oid::regprocedure::text || ' definer ' || p.prosecdef || ' owner '
               || pg_get_userbyid(p.proowner) || ' settings ' || coalesce(array_to_string(p.proconfig, ','), '')
               || ' body ' || encode(sha256(convert_to(pg_get_functiondef(p.oid), 'UTF8')), 'hex')
          from pg_proc p join ours o on o.oid = p.pronamespace where p.prokind in ('f', 'p')
        union all
        select 'trigger ' || t.name || ' ' || pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text
          from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
        union all
        select 'role ' || rolname || ' superuser ' || rolsuper || ' bypasses ' || rolbypassrls || ' creates '
               || (rolcreaterole or rolcreatedb) || ' signs in ' || rolcanlogin || ' settings '
               || coalesce((select string_agg(s, ',' order by s collate "C") from pg_db_role_setting g
                    cross join unnest(g.setconfig) s where g.setrole = r.oid and g.setdatabase = 0), '')
          from pg_roles r where rolname like 'sightline\\_%'
        union all
        select 'member ' || pg_get_userbyid(member) || ' of ' || pg_get_userbyid(roleid) from pg_auth_members
         where pg_get_userbyid(member) like 'sightline\\_%'
      )
      select line from lines where line is not null group by line order by line collate "C"
      """;
}
