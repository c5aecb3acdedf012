-- Dated versions of bodies, officers, items and lines of lists of powers. A version is proposed by one person and put in force by
-- another; neither is ever changed.
create table directory_version (
    id            bigint generated always as identity primary key,
    subject       text        not null check (subject in ('BODY', 'OFFICER', 'ITEM', 'POWER')),
    code          text        not null,
    name          text        not null,
    -- What lists are narrowed by: the body of an officer or a power, the division, the kind, the fields, and another key (an account, an item).
    body          text,
    division      text,
    kind          text,
    fields        text[]      not null default '{}',
    other_key     text,
    search        text        not null,
    content       text        not null,
    content_hash  char(64)    not null,
    applies_from  date        not null,
    based_on      bigint references directory_version,
    reason        text        not null check (reason <> ''),
    compiled_by   text        not null,
    compiled_name text        not null,
    compiled_at   timestamptz not null,
    import_id     uuid
);
create index directory_version_by_code on directory_version (subject, code, applies_from desc, id desc);
create index directory_version_by_body on directory_version (subject, body) where body is not null;
create index directory_version_by_key on directory_version (subject, other_key) where other_key is not null;
create index directory_version_by_import on directory_version (import_id) where import_id is not null;

create table directory_review (
    version       bigint      primary key references directory_version,
    decision      text        not null check (decision in ('IN_FORCE', 'RETURNED', 'WITHDRAWN')),
    remark        text        not null,
    reviewed_by   text        not null,
    reviewed_name text        not null,
    reviewed_at   timestamptz not null
);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on directory_version for each row execute function refuse_change();
create trigger append_only before update or delete on directory_review for each row execute function refuse_change();
create trigger no_truncate before truncate on directory_version for each statement execute function refuse_change();
create trigger no_truncate before truncate on directory_review for each statement execute function refuse_change();

-- Whoever compiled a version does not review it; nobody else withdraws it.
create or replace function refuse_own_review() returns trigger language plpgsql as $$
begin
    if exists (select from casework.directory_version v where v.id = new.version and v.compiled_by = new.reviewed_by) = (new.decision <> 'WITHDRAWN') then
        raise exception 'compiled and reviewed by the same person, or withdrawn by another' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger other_person before insert on directory_review for each row execute function refuse_own_review();

-- Photos of officers, named by the hash of their bytes.
create table officer_photo (
    key         char(64)    primary key,
    content     bytea       not null check (length(content) <= 2097152),
    width       integer     not null,
    height      integer     not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);
create trigger append_only before update or delete on officer_photo for each row execute function refuse_change();

grant usage on schema casework to faheng_app;
grant select, insert on directory_version, directory_review, officer_photo to faheng_app;
