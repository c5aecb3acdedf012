-- Time limits of all cases as last computed from their files. What colour one has follows from the moments kept here and the time of
-- asking, so that nothing here grows old overnight. Moments are Beijing time.
create table case_deadline (
    case_id         uuid      not null,
    limit_id        text      not null,
    start_entry     text      not null,
    ordinal         integer   not null,
    case_number     text      not null,
    case_title      text      not null,
    body            text      not null,
    officers        text[]    not null,
    subject         text      not null,
    bearing         text      not null check (bearing in ('DUTY', 'RIGHT', 'OTHERS', 'EFFECT')),
    state           text      not null check (state in ('RUNNING', 'STANDING', 'DONE', 'DONE_LATE')),
    watched         boolean   not null,
    starts_at       timestamp not null,
    due_on          date,
    ends_at         timestamp,
    provisional     boolean   not null,
    stood_days      integer   not null,
    reason          text      not null,
    done_at         timestamp,
    amber_from      timestamp,
    red_from        timestamp,
    head_from       timestamp,
    supervisor_from timestamp,
    primary key (case_id, limit_id, start_entry, ordinal)
);
create index case_deadline_due on case_deadline (ends_at, case_id, limit_id, start_entry, ordinal) where state = 'RUNNING';
create index case_deadline_of_body on case_deadline (body, ends_at) where state = 'RUNNING';
create index case_deadline_of_officer on case_deadline using gin (officers) where state = 'RUNNING';
create index case_deadline_standing on case_deadline (case_id) where state = 'STANDING';

-- Warnings and escalations, each once for one end of one limit; a new end may be warned of again.
create table deadline_alert (
    id          bigint    generated always as identity primary key,
    case_id     uuid      not null,
    limit_id    text      not null,
    start_entry text      not null,
    ordinal     integer   not null,
    ends_at     timestamp not null,
    level       text      not null check (level in ('AMBER', 'RED', 'OVERDUE', 'TO_HEAD', 'TO_SUPERVISOR')),
    body        text      not null,
    officers    text[]    not null,
    raised_at   timestamp not null,
    unique (case_id, limit_id, start_entry, ordinal, ends_at, level)
);
create index deadline_alert_of_body on deadline_alert (body, id desc);

-- On which calendar, limits, rules and thresholds the deadlines were computed, and up to when they were swept.
create table deadline_basis (
    id          integer   primary key check (id = 1),
    fingerprint text      not null,
    swept_at    timestamp not null
);

grant select, insert, update, delete on case_deadline to faheng_app;
grant select, insert on deadline_alert to faheng_app;
grant select, insert, update on deadline_basis to faheng_app;
