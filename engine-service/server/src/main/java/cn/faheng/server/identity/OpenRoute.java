package cn.faheng.server.identity;

/**
 * A route of the pages that needs no sign-in. Each is declared as a bean with its reason; everything else is closed.
 *
 * @param pattern path pattern
 * @param why why it is open
 */
public record OpenRoute(String pattern, String why) {}
