-- Files of master data that were read, with the rows that were refused and why.
create table directory_import (
    id        uuid        primary key,
    subject   text        not null check (subject in ('BODY', 'OFFICER', 'ITEM', 'POWER', 'COUNTERPART')),
    file_name text        not null,
    file_hash char(64)    not null,
    rows      integer     not null,
    taken     integer     not null,
    unchanged integer     not null,
    refused   integer     not null,
    reason    text        not null,
    by_account text       not null,
    by_name   text        not null,
    at        timestamptz not null
);
create table directory_import_row (
    import_id uuid    not null references directory_import,
    number    integer not null,
    cells     text    not null,
    faults    text    not null,
    primary key (import_id, number)
);
create trigger append_only before update or delete on directory_import for each row execute function refuse_change();
create trigger append_only before update or delete on directory_import_row for each row execute function refuse_change();
grant select, insert on directory_import, directory_import_row to faheng_app;
