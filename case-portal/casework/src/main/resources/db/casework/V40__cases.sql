-- Cases. The record of a case is its entries; they are only added, each sealed by the one before it. The row of the case is what lists
-- and searches read of them.
create table enforcement_case (
    id            uuid        primary key,
    serial        bigint      generated always as identity unique,
    revision      integer     not null check (revision > 0),
    body          text        not null,
    division      char(6)     not null,
    field         text        not null,
    source_number text        not null unique,
    origin        text        unique,
    case_number   text        unique,
    stage         text        not null,
    procedure     text,
    cause         text        not null,
    parties       text        not null,
    item          text,
    tier          text        not null,
    opened_on     date        not null,
    filed_on      date,
    decided_on    date,
    closed_on     date,
    fine_fen      bigint      not null default 0,
    blocks        integer     not null default 0,
    reasons       integer     not null default 0,
    officers      text[]      not null default '{}',
    accounts      text[]      not null default '{}',
    order_sets    text[]      not null default '{}',
    pairs         text[]      not null,
    changed_at    timestamptz not null
);
create index enforcement_case_by_body on enforcement_case (body, serial desc);
create index enforcement_case_by_stage on enforcement_case (stage, serial desc);
create index enforcement_case_by_account on enforcement_case using gin (accounts);
create index enforcement_case_by_pairs on enforcement_case using gin (pairs);
create index enforcement_case_like on enforcement_case (item, tier, decided_on desc) where decided_on is not null;

create table case_entry (
    case_id     uuid        not null references enforcement_case,
    seq         integer     not null check (seq > 0),
    entry_id    text        not null,
    type        text        not null,
    happened_at timestamp   not null,
    content     text        not null,
    -- Reasons given where the law wanted some, by code of the finding, and who let the step pass all the same.
    reasons     text        not null,
    by_account  text        not null,
    by_name     text        not null,
    at          timestamptz not null,
    previous    char(64)    not null,
    hash        char(64)    not null,
    primary key (case_id, seq),
    unique (case_id, entry_id)
);
create trigger append_only before update or delete on case_entry for each row execute function refuse_change();
create trigger no_truncate before truncate on case_entry for each statement execute function refuse_change();

-- Steps that wait for somebody's leave.
create table case_request (
    id           uuid        primary key,
    serial       bigint      generated always as identity unique,
    case_id      uuid        not null references enforcement_case,
    revision     integer     not null,
    step         text        not null,
    title        text        not null,
    rank         text        not null,
    content      text        not null,
    reasons      text        not null,
    findings     text        not null,
    body         text        not null,
    by_account   text        not null,
    by_name      text        not null,
    at           timestamptz not null,
    assigned_to  text,
    state        text        not null check (state in ('OPEN', 'GRANTED', 'RETURNED', 'WITHDRAWN', 'OVERTAKEN')),
    settled_by   text,
    settled_name text,
    settled_at   timestamptz,
    remark       text        not null default '',
    check ((state = 'OPEN') = (settled_by is null))
);
create unique index case_request_open on case_request (case_id, step) where state = 'OPEN';
create index case_request_inbox on case_request (body, serial) where state = 'OPEN';
create index case_request_by_case on case_request (case_id, serial desc);

-- What was typed into a form and not yet put on record.
create table case_draft (
    case_id  uuid        not null references enforcement_case,
    account  text        not null,
    step     text        not null,
    content  text        not null,
    revision integer     not null,
    saved_at timestamptz not null,
    primary key (case_id, account, step)
);

-- Numbers by body, year and kind, without gaps: the next one is taken in the transaction that uses it.
create table case_number (
    body text    not null,
    year integer not null,
    kind text    not null,
    last integer not null check (last > 0),
    primary key (body, year, kind)
);

grant select, insert, update on enforcement_case, case_request, case_number to faheng_app;
grant select, insert on case_entry to faheng_app;
grant select, insert, update, delete on case_draft to faheng_app;
