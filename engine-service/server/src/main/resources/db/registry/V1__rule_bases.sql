-- Every state of the rule base that ever answered here. Append-only: a receipt names it by its hash.
create table file (
    hash    char(64) primary key,
    content text not null
);
create table rule_base (
    hash      char(64) primary key,
    stored_at timestamptz not null default now()
);
create table rule_base_file (
    rule_base char(64) not null references rule_base,
    path      text     not null,
    file      char(64) not null references file,
    primary key (rule_base, path)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on file for each row execute function refuse_change();
create trigger append_only before update or delete on rule_base for each row execute function refuse_change();
create trigger append_only before update or delete on rule_base_file for each row execute function refuse_change();
create trigger no_truncate before truncate on file for each statement execute function refuse_change();
create trigger no_truncate before truncate on rule_base for each statement execute function refuse_change();
create trigger no_truncate before truncate on rule_base_file for each statement execute function refuse_change();

grant usage on schema registry to faheng_app;
grant select, insert on file, rule_base, rule_base_file to faheng_app;
