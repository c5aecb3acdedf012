package cn.faheng.server.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is empty or null does not matter.
 *
 * @param user user name or client id
 * @param action what was done
 * @param subject number or code of the thing
 * @param outcome done or refused
 * @param from first day
 * @param to last day
 */
public record AuditQuery(
        String user, String action, String subject, String outcome, @Nullable LocalDate from, @Nullable LocalDate to) {}
