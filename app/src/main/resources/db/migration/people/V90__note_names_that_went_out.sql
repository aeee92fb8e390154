-- Who got a map, a matrix, papers or a pack with somebody's name on it is told of a correction as well (RR-02).
alter table people.disclosed
  drop constraint disclosed_kind_ck,
  add constraint disclosed_kind_ck
    check (kind in ('PRINTED', 'EXPORTED', 'SHARED', 'MAP', 'MATRIX', 'PAPERS', 'PACK')),
  add constraint disclosed_names_ck
    check (kind not in ('MAP', 'MATRIX', 'PAPERS', 'PACK') or statements = '{}');
