-- By when students hear what the school did. Until somebody sets it, twelve weeks after the round was
-- opened; worked out where it is read.
alter table engagement.round add column tell_by date;

grant update (tell_by) on engagement.round to sightline_staff;
