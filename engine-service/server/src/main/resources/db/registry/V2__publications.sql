-- What was published, ended and withdrawn, in the order in which it happened. The rule base of a day is the bundled one and these.
create table publication (
    sequence      bigint primary key check (sequence > 0),
    kind          text        not null check (kind in ('PUBLISH', 'REPEAL', 'WITHDRAW')),
    authored_by   text        not null,
    reviewed_by   text,
    approved_by   text        not null check (approved_by <> authored_by),
    reason        text        not null,
    proof_report  text        not null,
    acknowledged  text        not null,
    published_at  timestamptz not null,
    visible_from  date        not null,
    base_sequence bigint      not null,
    base_hash     char(64)    not null,
    withdraws     bigint unique references publication,
    check ((kind = 'WITHDRAW') = (withdraws is not null)),
    check (withdraws < sequence)
);

-- The files an event brought. None is ever taken away: a withdrawal takes the whole event out.
create table publication_file (
    sequence bigint not null references publication,
    path     text   not null,
    file     char(64) not null references file,
    primary key (sequence, path)
);

-- The versions an event brought (with the hash of their content) or ended (with the last day).
create table publication_version (
    sequence     bigint not null references publication,
    rule_set     text   not null,
    version      date   not null,
    content_hash char(64),
    last_day     date,
    ended_by     text,
    reason       text,
    primary key (sequence, rule_set, version),
    check ((content_hash is null) = (last_day is not null)),
    check ((last_day is null) = (ended_by is null)),
    check ((last_day is null) = (reason is null))
);
create index publication_version_by_rule_set on publication_version (rule_set, sequence);

-- A state that comes from publications is kept as what it comes from: a bundled state, the events up to a number, a day.
alter table rule_base
    add column root     char(64) references rule_base,
    add column sequence bigint,
    add column day      date,
    add check ((root is null) = (sequence is null)),
    add check ((root is null) = (day is null));

create trigger append_only before update or delete on publication for each row execute function refuse_change();
create trigger append_only before update or delete on publication_file for each row execute function refuse_change();
create trigger append_only before update or delete on publication_version for each row execute function refuse_change();
create trigger no_truncate before truncate on publication for each statement execute function refuse_change();
create trigger no_truncate before truncate on publication_file for each statement execute function refuse_change();
create trigger no_truncate before truncate on publication_version for each statement execute function refuse_change();

grant select, insert on publication, publication_file, publication_version to faheng_app;
