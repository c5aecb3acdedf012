-- Drafts of rule sets, and everything that was done with them. Only a draft itself and the fate of a refused save change; the rest is
-- append-only.
create table rule_import (
    id        uuid primary key,
    number    bigint generated always as identity unique,
    at        timestamptz not null,
    by_name   text        not null,
    by_shown  text        not null,
    file_name text        not null,
    sha256    char(64)    not null,
    content   bytea       not null,
    preview   text        not null
);

create table draft (
    id            uuid primary key,
    number        bigint generated always as identity unique,
    revision      integer     not null check (revision > 0),
    state         text        not null,
    title         text        not null,
    item_code     text,
    rule_set      text,
    content_hash  char(64)    not null,
    base_rule_set text,
    base_hash     char(64),
    approved_by   text,
    reviewed_by   text,
    approval_reason text,
    backfill_reason text,
    publication   bigint,
    publish_on    date,
    from_import   uuid references rule_import,
    check ((base_rule_set is null) = (base_hash is null)),
    check ((approved_by is null) = (approval_reason is null))
);
create index draft_by_item on draft (item_code);
create index draft_by_publication on draft (publication) where publication is not null;

create table import_draft (
    import uuid    not null references rule_import,
    item   integer not null check (item > 0),
    draft  uuid    not null references draft,
    primary key (import, item)
);

-- Every save.
create table revision (
    draft        uuid        not null references draft,
    number       integer     not null check (number > 0),
    at           timestamptz not null,
    by_name      text        not null,
    by_shown     text        not null,
    what         text        not null,
    content      text        not null,
    dmn          text,
    imports      text,
    content_hash char(64)    not null,
    primary key (draft, number),
    check ((dmn is null) = (imports is null))
);
create index revision_by_author on revision (by_name, draft);

-- Saves that were refused because somebody else had saved meanwhile.
create table attempt (
    draft     uuid        not null references draft,
    number    integer     not null check (number > 0),
    at        timestamptz not null,
    by_name   text        not null,
    by_shown  text        not null,
    based_on  integer     not null,
    content   text        not null,
    dmn       text,
    imports   text,
    merged_as integer,
    primary key (draft, number),
    check ((dmn is null) = (imports is null))
);

create table remark (
    draft    uuid        not null references draft,
    number   integer     not null check (number > 0),
    row_id   text        not null,
    text     text        not null,
    at       timestamptz not null,
    by_name  text        not null,
    by_shown text        not null,
    primary key (draft, number)
);

-- Proofs, each of one content.
create table proof (
    draft         uuid        not null references draft,
    number        integer     not null check (number > 0),
    revision      integer     not null,
    content_hash  char(64)    not null,
    base_sequence bigint      not null,
    base_hash     char(64)    not null,
    at            timestamptz not null,
    by_name       text        not null,
    by_shown      text        not null,
    reports       text        not null,
    primary key (draft, number)
);

-- What could not be proved and who answers for it; holds for the content it was given for.
create table acknowledgement (
    draft        uuid        not null references draft,
    content_hash char(64)    not null,
    finding      text        not null,
    reason       text        not null,
    at           timestamptz not null,
    by_name      text        not null,
    by_shown     text        not null,
    primary key (draft, content_hash, finding)
);

-- What was done and what was refused.
create table action (
    number     bigint generated always as identity primary key,
    draft      uuid references draft,
    at         timestamptz not null,
    by_name    text        not null,
    by_shown   text        not null,
    action     text        not null,
    refused    boolean     not null,
    from_state text,
    to_state   text,
    revision   integer     not null,
    detail     text        not null
);
create index action_by_draft on action (draft, number);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on rule_import for each row execute function refuse_change();
create trigger append_only before update or delete on import_draft for each row execute function refuse_change();
create trigger append_only before update or delete on revision for each row execute function refuse_change();
create trigger append_only before update or delete on remark for each row execute function refuse_change();
create trigger append_only before update or delete on proof for each row execute function refuse_change();
create trigger append_only before update or delete on acknowledgement for each row execute function refuse_change();
create trigger append_only before update or delete on action for each row execute function refuse_change();
create trigger kept before delete on draft for each row execute function refuse_change();
create trigger kept before delete on attempt for each row execute function refuse_change();

grant usage on schema authoring to faheng_app;
grant select, insert on rule_import, import_draft, revision, remark, proof, acknowledgement, action to faheng_app;
grant select, insert, update on draft, attempt to faheng_app;
