-- Inspections. What is asked for in lists stands in columns, the rest of each thing in its content (JSON).

-- Plans; an adjustment is a new version that replaces the one before when it is published.
create table inspection_plan (
    id           uuid primary key,
    revision     integer not null,
    number       text    not null,
    plan_version integer not null check (plan_version > 0),
    body         text    not null,
    year         integer not null,
    state        text    not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'REPLACED')),
    starts       date    not null,
    ends         date    not null check (ends >= starts),
    form_key     uuid    not null unique,
    content      text    not null,
    unique (number, plan_version)
);
create index inspection_plan_by_year on inspection_plan (year, body);
create sequence inspection_plan_number;

-- The library of objects from which is drawn.
create table inspection_object (
    id           uuid primary key,
    revision     integer not null,
    counterpart  uuid unique,
    code         text    not null,
    name         text    not null,
    division     text    not null check (division ~ '^(\d{6})?$'),
    fields       text    not null,
    risk_class   text    not null check (risk_class in ('A', 'B', 'C', 'D', 'UNRATED')),
    size         text    not null,
    address      text    not null,
    active       boolean not null
);
create unique index inspection_object_by_code on inspection_object (code) where code <> '';
create index inspection_object_by_division on inspection_object (division, name);

-- Who may not be sent to whom: declared, never deleted, ended at most.
create table inspection_recusal (
    id          uuid primary key,
    revision    integer     not null,
    inspector   text        not null,
    object      uuid        not null references inspection_object,
    ground      text        not null check (ground in ('KINSHIP', 'FORMER_EMPLOYER', 'DECLARED_INTEREST', 'OTHER')),
    note        text        not null,
    declared_by text        not null,
    declared_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    end_reason  text        not null
);
create index inspection_recusal_by_object on inspection_recusal (object) where ended_at is null;

-- Draws. The lists, their hash and the commitments never change once they are written.
create table inspection_draw (
    id              uuid primary key,
    revision        integer not null,
    plan            uuid    not null references inspection_plan,
    body            text    not null,
    state           text    not null check (state in ('COMMITTING', 'COMMITTED', 'DRAWN', 'GIVEN_UP')),
    form_key        uuid    not null unique,
    candidates      text    not null,
    candidates_hash char(64) not null,
    content         text    not null
);
-- One draw of a plan at a time, and one result.
create unique index inspection_draw_of_plan on inspection_draw (plan) where state <> 'GIVEN_UP';

create function inspection_draw_frozen() returns trigger language plpgsql as $$
begin
    if new.candidates <> old.candidates or new.candidates_hash <> old.candidates_hash or new.plan <> old.plan then
        raise exception 'the lists of a draw are frozen';
    end if;
    if old.state in ('DRAWN', 'GIVEN_UP') then
        raise exception 'a finished draw does not change';
    end if;
    return new;
end $$;
create trigger inspection_draw_frozen before update on inspection_draw for each row execute function inspection_draw_frozen();

-- Tasks: a body's visit to an object.
create table inspection_task (
    id           uuid primary key,
    revision     integer not null,
    number       text    not null unique,
    kind         text    not null check (kind in ('RANDOM', 'JOINT', 'COMPLAINT', 'FOLLOW_UP')),
    plan         uuid references inspection_plan,
    draw         uuid references inspection_draw,
    object       uuid    not null references inspection_object,
    body         text    not null,
    bodies       text[]  not null,
    officers     text[]  not null,
    items        text[]  not null,
    state        text    not null check (state in ('HELD', 'PLANNED', 'RECORDED', 'PUBLISHED', 'JOINED', 'CANCELLED')),
    starts       date    not null,
    ends         date    not null check (ends >= starts),
    checked_on   date,
    publish_by   date,
    form_key     uuid    not null unique,
    content      text    not null,
    unique (draw, object)
);
create index inspection_task_of_object on inspection_task (object, starts);
create index inspection_task_of_body on inspection_task (body, state, starts);
create sequence inspection_task_number;

-- 综合查一次: two tasks that are better one, and who agreed for which side.
create table inspection_merge (
    id       uuid primary key,
    revision integer not null,
    one      uuid    not null references inspection_task,
    other    uuid    not null references inspection_task,
    state    text    not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED')),
    content  text    not null,
    unique (one, other)
);

grant select, insert, update on inspection_plan, inspection_object, inspection_recusal, inspection_draw, inspection_task, inspection_merge to faheng_app;
grant usage on sequence inspection_plan_number, inspection_task_number to faheng_app;
