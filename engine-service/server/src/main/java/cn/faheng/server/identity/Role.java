package cn.faheng.server.identity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What people do here, and which of it one person may not do together (GB/T 22239 8.1.4.2 d). */
public enum Role {
    OFFICER,
    HEAD,
    REVIEWER,
    AUTHOR,
    APPROVER,
    LEGAL,
    SUPERVISOR,
    ADMIN,
    AUDITOR;

    /** Those who are at home in an enforcement body. */
    private static final Set<Role> OF_A_BODY = Set.of(OFFICER, HEAD);

    /** Those who look after the system or its records, and do nothing else. */
    private static final Set<Role> ALONE = Set.of(ADMIN, AUDITOR);

    /** Whether whoever has this role belongs to an enforcement body. */
    public boolean needsBody() {
        return OF_A_BODY.contains(this);
    }

    /** Names of all roles. */
    public static Set<String> names() {
        return Arrays.stream(values()).map(Role::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The role among these that may not be held with any other, where it is; administering accounts, reading the records of everyone,
     * and working on cases or rules are different people's.
     */
    static List<String> clashing(List<String> roles) {
        boolean clash = roles.size() > 1 && ALONE.stream().map(Role::name).anyMatch(roles::contains);
        return clash
                ? ALONE.stream()
                        .map(Role::name)
                        .filter(roles::contains)
                        .sorted()
                        .toList()
                : List.of();
    }
}
