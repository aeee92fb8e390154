create table engagement.publication (
  workspace_id  uuid not null,
  number        int not null,
  published_on  date not null,
  published_by  uuid not null,
  maps          int not null,
  gone_before   int not null,
  detail        text not null,
  small_number  int not null,
  outward       jsonb not null,
  constraint publication_pk primary key (workspace_id, number),
  constraint publication_round_fk foreign key (workspace_id) references engagement.round (workspace_id),
  constraint publication_number_ck check (number > 0),
  constraint publication_maps_ck check (maps > 0),
  constraint publication_gone_before_ck check (gone_before >= 0),
  constraint publication_detail_ck check (detail in ('BANDS', 'COUNTS')),
  constraint publication_small_number_ck check (small_number >= 4)
);
comment on table engagement.publication is 'Results of a round as they were made, never changed: later ones are weighed against them';
comment on column engagement.publication.outward is 'The table for everyone in the round, presenter view, poster and exports';
comment on column engagement.publication.gone_before is 'Maps of earlier publications that had been withdrawn when this one was made';
comment on column engagement.publication.small_number is 'The smallest count shown; the first publication sets it for its round';

-- A table of its own, so that the database keeps exact counts to those who may read them.
create table engagement.publication_inward (
  workspace_id  uuid not null,
  number        int not null,
  inward        jsonb not null,
  constraint publication_inward_pk primary key (workspace_id, number),
  constraint publication_inward_publication_fk foreign key (workspace_id, number)
    references engagement.publication (workspace_id, number)
);
comment on table engagement.publication_inward is 'Exact counts: for the owner of the round and the safeguarding lead only';

-- One for a round, ever.
create table engagement.breakdown (
  workspace_id  uuid not null,
  number        int not null,
  made_on       date not null,
  made_by       uuid not null,
  breakdown     jsonb not null,
  constraint breakdown_pk primary key (workspace_id),
  constraint breakdown_publication_fk foreign key (workspace_id, number)
    references engagement.publication (workspace_id, number)
);
comment on table engagement.breakdown is 'Bands by year group or by gender: made once for a round';

alter table engagement.publication enable row level security;
alter table engagement.publication force row level security;
alter table engagement.publication_inward enable row level security;
alter table engagement.publication_inward force row level security;
alter table engagement.breakdown enable row level security;
alter table engagement.breakdown force row level security;

create policy publication_read on engagement.publication for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy publication_make on engagement.publication for insert to sightline_staff
  with check (published_by = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));
create policy publication_inward_read on engagement.publication_inward for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD')));
create policy publication_inward_make on engagement.publication_inward for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));
create policy breakdown_read on engagement.breakdown for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy breakdown_make on engagement.breakdown for insert to sightline_staff
  with check (made_by = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));

grant select, insert on engagement.publication, engagement.publication_inward, engagement.breakdown
  to sightline_staff;
