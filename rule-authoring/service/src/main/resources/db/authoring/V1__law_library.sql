-- Texts of legal instruments. A version is never changed: another text of it is another revision, with who, when and why.
create sequence law_change;

create table law_text (
    sequence     bigint      not null unique default nextval('law_change'),
    title        text        not null,
    version      date        not null,
    revision     integer     not null check (revision > 0),
    content      text        not null,
    content_hash char(64)    not null,
    reason       text        not null,
    by_name      text        not null,
    by_shown     text        not null,
    at           timestamptz not null default now(),
    primary key (title, version, revision)
);

-- The last day of a version, written when another version or a repeal made it known. The one written last holds.
create table law_ending (
    sequence bigint      primary key default nextval('law_change'),
    title    text        not null,
    version  date        not null,
    last_day date        not null,
    document text        not null,
    by_name  text        not null,
    by_shown text        not null,
    at       timestamptz not null default now(),
    check (last_day >= version)
);
create index law_ending_by_version on law_ending (title, version);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on law_text for each row execute function refuse_change();
create trigger append_only before update or delete on law_ending for each row execute function refuse_change();
create trigger no_truncate before truncate on law_text for each statement execute function refuse_change();
create trigger no_truncate before truncate on law_ending for each statement execute function refuse_change();

grant usage on schema authoring to faheng_app;
grant usage on sequence law_change to faheng_app;
grant select, insert on law_text, law_ending to faheng_app;
