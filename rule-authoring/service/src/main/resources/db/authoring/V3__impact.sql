-- Cases whose penalty is computed again under a draft, and the jobs that do it.
create table past_case (
    id        text primary key,
    item      text        not null,
    place     char(6)     not null,
    is_open   boolean     not null,
    content   text        not null,
    loaded_at timestamptz not null,
    loaded_by text        not null
);
create index past_case_by_item on past_case (item, id);

-- A job goes on where its cursor stands: tally, cursor and the cases concerned are written in one transaction.
create table impact_job (
    number     bigint generated always as identity primary key,
    draft      uuid        not null references draft,
    revision   integer     not null,
    rule_base  char(64)    not null,
    today      date        not null,
    status     text        not null check (status in ('RUNNING', 'PAUSED', 'DONE', 'CANCELLED', 'FAILED')),
    items      text[],
    total      bigint      not null,
    done       bigint      not null default 0,
    cursor_at  text        not null default '',
    tally      text        not null,
    failure    text,
    by_name    text        not null,
    by_shown   text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index impact_job_by_draft on impact_job (draft, number);

create table impact_case (
    job     bigint not null references impact_job,
    id      text   not null,
    content text   not null,
    primary key (job, id)
);

grant select, insert, update on past_case, impact_job to faheng_app;
grant select, insert on impact_case to faheng_app;
