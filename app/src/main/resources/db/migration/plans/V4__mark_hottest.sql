-- Whether the place was among those with most red when it was last raised: then it needs a measure and
-- not only a decision (A66).
alter table plans.issue add column hottest boolean not null default false;

grant update (hottest) on plans.issue to sightline_staff;
