-- On which versions of rule sets a receipt was computed, so that those of a wrong publication are found. Most receipts share
-- their versions with many others: a receipt names a combination, and the combination the versions.
create table combination (
    id     integer generated always as identity primary key,
    digest char(64) not null unique
);
create table combination_version (
    combination  integer  not null references combination,
    rule_set     text     not null,
    version      date     not null,
    content_hash char(64) not null,
    primary key (combination, rule_set, version)
);
create index combination_version_by_rule_set on combination_version (rule_set, version, content_hash, combination);
create table receipt_combination (
    sequence    bigint  primary key,
    combination integer not null references combination
);
create index receipt_combination_by_combination on receipt_combination (combination, sequence);

-- The combination of a receipt's content; made when it is the first one of its kind.
create function combination_of(content text) returns integer language plpgsql security definer set search_path = receipts as $$
declare
    rule_sets json := content::json -> 'ruleSets';
    its_digest char(64) := encode(sha256(convert_to(coalesce(rule_sets::text, '[]'), 'UTF8')), 'hex');
    found integer;
begin
    select c.id into found from combination c where c.digest = its_digest;
    if found is null then
        -- One at a time until the commit: two transactions that make several would wait for each other.
        perform pg_advisory_xact_lock(x'466148656e67436d'::bigint);
        select c.id into found from combination c where c.digest = its_digest;
    end if;
    if found is null then
        insert into combination (digest) values (its_digest) returning id into found;
        insert into combination_version (combination, rule_set, version, content_hash)
        select distinct found, r ->> 'id', (r ->> 'version')::date, r ->> 'contentHash'
        from json_array_elements(coalesce(rule_sets, '[]'::json)) r;
    end if;
    return found;
end
$$;
revoke all on function combination_of(text) from public;

insert into receipt_combination (sequence, combination)
select r.sequence, combination_of(r.content) from receipt r order by r.sequence;

create function note_rule_sets() returns trigger language plpgsql security definer set search_path = receipts as $$
begin
    insert into receipt_combination (sequence, combination) values (new.sequence, combination_of(new.content));
    return null;
end
$$;
create trigger note_rule_sets after insert on receipt for each row execute function note_rule_sets();

create trigger append_only before update or delete on combination for each row execute function refuse_change();
create trigger append_only before update or delete on combination_version for each row execute function refuse_change();
create trigger append_only before update or delete on receipt_combination for each row execute function refuse_change();
create trigger no_truncate before truncate on combination for each statement execute function refuse_change();
create trigger no_truncate before truncate on combination_version for each statement execute function refuse_change();
create trigger no_truncate before truncate on receipt_combination for each statement execute function refuse_change();

grant select on combination, combination_version, receipt_combination to faheng_app;
