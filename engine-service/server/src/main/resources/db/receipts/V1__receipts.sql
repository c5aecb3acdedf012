-- What was decided. Append-only for everyone; the application may insert and read.
create table receipt (
    id               uuid primary key,
    sequence         bigint generated always as identity unique,
    recorded_at      timestamptz not null,
    client           text        not null,
    idempotency_key  text,
    idempotency_line integer,
    request_hash     char(64),
    content_hash     char(64)    not null,
    content          text        not null,
    trace            text        not null,
    check ((idempotency_key is null) = (request_hash is null)),
    check ((idempotency_key is null) = (idempotency_line is null))
);
create unique index receipt_by_key on receipt (client, idempotency_key, idempotency_line)
    where idempotency_key is not null;

-- A group of receipts under one Merkle root, chained to the group before.
create table seal (
    number         bigint primary key check (number > 0),
    first_position bigint      not null,
    size           integer     not null check (size > 0),
    merkle_root    char(64)    not null,
    previous_head  char(64)    not null,
    head           char(64)    not null,
    sealed_at      timestamptz not null
);

-- The place of a receipt in the chain.
create table leaf (
    position   bigint primary key check (position > 0),
    receipt_id uuid     not null unique references receipt,
    leaf_hash  char(64) not null,
    seal       bigint   not null references seal
);
create index leaf_by_seal on leaf (seal);

-- Receipts that wait for their seal. Filled by the insert itself, so that no receipt is forgotten and none waits for the chain.
create table unsealed (
    sequence   bigint primary key,
    receipt_id uuid not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on receipt for each row execute function refuse_change();
create trigger append_only before update or delete on seal for each row execute function refuse_change();
create trigger append_only before update or delete on leaf for each row execute function refuse_change();
create trigger no_truncate before truncate on receipt for each statement execute function refuse_change();
create trigger no_truncate before truncate on seal for each statement execute function refuse_change();
create trigger no_truncate before truncate on leaf for each statement execute function refuse_change();

create function queue_for_seal() returns trigger language plpgsql security definer set search_path = receipts as $$
begin
    insert into unsealed (sequence, receipt_id) values (new.sequence, new.id);
    return null;
end
$$;
create trigger queue_for_seal after insert on receipt for each row execute function queue_for_seal();

grant usage on schema receipts to faheng_app;
grant select, insert on receipt, seal, leaf to faheng_app;
grant select, delete on unsealed to faheng_app;
