package cn.faheng.server.identity;

import java.time.Instant;

/**
 * An account of the database with its secret.
 *
 * @param account the account
 * @param passwordHash hash of the password
 * @param passwordSince when the password was set
 */
record StoredAccount(Account account, String passwordHash, Instant passwordSince) {}
