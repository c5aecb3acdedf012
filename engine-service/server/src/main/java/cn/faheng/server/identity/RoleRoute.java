package cn.faheng.server.identity;

import java.util.List;

/**
 * Pages that only people with one of some roles may open.
 *
 * @param pattern the pattern of their addresses
 * @param roles the roles, any of which suffices
 */
public record RoleRoute(String pattern, List<String> roles) {
    public RoleRoute {
        roles = List.copyOf(roles);
    }
}
