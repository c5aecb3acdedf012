-- What everyone did and what was refused. Append-only for everyone; the application may insert and read.
create table entry (
    sequence     bigint generated always as identity primary key,
    at           timestamptz not null,
    caller_kind  text not null check (caller_kind in ('person', 'system', 'none')),
    user_name    text not null,
    display_name text not null,
    roles        text not null,
    address      text not null,
    trace        text not null,
    action       text not null check (action <> ''),
    subject_kind text not null,
    subject      text not null,
    details      text not null,
    outcome      text not null check (outcome in ('done', 'refused'))
);
create index entry_by_time on entry (at, sequence);
create index entry_by_user on entry (user_name, sequence);
create index entry_by_action on entry (action, sequence);
create index entry_by_subject on entry (subject, sequence);

-- The place of an entry in the chain: the hash of the entry, and the head that ties it to everything before it.
create table link (
    position   bigint primary key check (position > 0),
    sequence   bigint not null unique references entry,
    entry_hash char(64) not null,
    head       char(64) not null
);

-- Entries that wait for their place. Filled by the insert itself, so that no entry is forgotten and none waits for the chain.
create table unsealed (
    sequence bigint primary key
);

-- The moment is the database's: nobody who may insert can write an entry for yesterday.
create function stamp() returns trigger language plpgsql as $$
begin
    new.at := clock_timestamp();
    return new;
end
$$;
create trigger stamp before insert on entry for each row execute function stamp();

create function queue_for_seal() returns trigger language plpgsql security definer set search_path = audit as $$
begin
    insert into unsealed (sequence) values (new.sequence);
    return null;
end
$$;
create trigger queue_for_seal after insert on entry for each row execute function queue_for_seal();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on entry for each row execute function refuse_change();
create trigger append_only before update or delete on link for each row execute function refuse_change();
create trigger no_truncate before truncate on entry for each statement execute function refuse_change();
create trigger no_truncate before truncate on link for each statement execute function refuse_change();

grant usage on schema audit to faheng_app;
grant select, insert on entry, link to faheng_app;
grant select, delete on unsealed to faheng_app;
