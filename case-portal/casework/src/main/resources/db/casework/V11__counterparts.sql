-- Counterparts. The same number is the same counterpart; one that was merged into another stays, and leads to it.
create table counterpart (
    id                   uuid        primary key,
    revision             integer     not null,
    kind                 text        not null check (kind in ('INDIVIDUAL', 'SOLE_PROPRIETOR', 'ORGANISATION')),
    name                 text        not null check (name <> ''),
    citizen_id           text,
    credit_code          text,
    other_document       text,
    address              text        not null,
    phone                text        not null,
    legal_representative text        not null,
    division             char(6)     not null,
    town_code            char(9),
    number_key           text,
    name_key             text        not null,
    search               text        not null,
    pairs                text[]      not null,
    merged_into          uuid references counterpart,
    check (merged_into <> id)
);
create unique index counterpart_by_number on counterpart (number_key) where merged_into is null;
create index counterpart_by_name on counterpart (name_key, id) where merged_into is null;
create index counterpart_by_pairs on counterpart using gin (pairs) where merged_into is null;
create index counterpart_by_citizen on counterpart (citizen_id) where citizen_id is not null;
create index counterpart_by_merged on counterpart (merged_into) where merged_into is not null;

-- What happened to each of them; the content before and after stays.
create table counterpart_change (
    id          bigint generated always as identity primary key,
    counterpart uuid        not null references counterpart,
    kind        text        not null check (kind in ('MADE', 'CHANGED', 'MERGED', 'REVEALED')),
    revision    integer     not null,
    content     text        not null,
    fields      text[]      not null default '{}',
    reason      text        not null,
    by_account  text        not null,
    by_name     text        not null,
    at          timestamptz not null
);
create index counterpart_change_by_counterpart on counterpart_change (counterpart, id desc);
create trigger append_only before update or delete on counterpart_change for each row execute function refuse_change();
create trigger no_truncate before truncate on counterpart_change for each statement execute function refuse_change();

grant select, insert, update on counterpart to faheng_app;
grant select, insert on counterpart_change to faheng_app;
