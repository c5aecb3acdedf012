-- The application works as this role, which owns nothing. The embedded server has it from the start, with its own login.
do $$
begin
    if not exists (select from pg_roles where rolname = 'faheng_app') then
        begin
            create role faheng_app nologin;
        exception when insufficient_privilege then
            raise exception 'The role faheng_app is missing and % may not create it. A database administrator runs: create role faheng_app nologin; grant faheng_app to %;', current_user, current_user;
        end;
    end if;
    if not pg_has_role(current_user, 'faheng_app', 'member') then
        begin
            execute format('grant faheng_app to %I', current_user);
        exception when insufficient_privilege then
            raise notice 'The application signs in as faheng_app itself';
        end;
    end if;
end
$$;
