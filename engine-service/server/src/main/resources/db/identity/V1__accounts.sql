-- The people who sign in, beside those of the settings.
create table account (
    name                 text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    display_name         text        not null check (display_name <> ''),
    password_hash        text        not null,
    password_since       timestamptz not null,
    body                 text,
    certificate          text,
    division             text,
    enabled              boolean     not null default true,
    must_change_password boolean     not null,
    revision             integer     not null default 1,
    created_by           text        not null,
    created_at           timestamptz not null,
    changed_by           text        not null,
    changed_at           timestamptz not null
);
create unique index account_by_certificate on account (certificate) where certificate is not null;

create table account_role (
    name text not null references account,
    role text not null,
    primary key (name, role)
);

-- Passwords that were used before.
create table former_password (
    name   text        not null references account,
    number integer     not null,
    hash   text        not null,
    set_at timestamptz not null,
    primary key (name, number)
);

-- An account is disabled, never deleted: what was done with it keeps its name.
grant usage on schema identity to faheng_app;
grant select, insert, update on account to faheng_app;
grant select, insert, delete on account_role, former_password to faheng_app;
