-- Events that a package has told the others and that have not been dealt with by all of them yet; no event is lost when the process dies.
create table event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    integer,
    last_resubmission_date timestamptz
);
create index event_publication_open on event_publication (completion_date, publication_date);
grant usage on schema casework to faheng_app;
grant select, insert, update, delete on event_publication to faheng_app;
