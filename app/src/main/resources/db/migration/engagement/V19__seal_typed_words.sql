-- Whatever a person can type may name somebody (CR-02): the words of questions and consent forms, who does
-- the research, the room. No release has held any in clear; a demonstration made before is made again.
alter table engagement.session alter column room type bytea using null;
comment on column engagement.session.room is 'Sealed: where the session is held, as it was typed';

alter table engagement.question alter column words type bytea using ''::bytea;
alter table engagement.question alter column hint type bytea using ''::bytea;
comment on column engagement.question.words is 'Sealed: what is asked';
comment on column engagement.question.hint is 'Sealed: help for whoever asks it';

alter table consent.text_version alter column content type bytea using ''::bytea;
comment on column consent.text_version.content is 'Sealed: the words of all forms, as JSON';

alter table consent.research alter column body type bytea using ''::bytea;
alter table consent.research alter column ethics type bytea using ''::bytea;
comment on column consent.research.body is 'Sealed: who does the research';
comment on column consent.research.ethics is 'Sealed: its ethical approval';
