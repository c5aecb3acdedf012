/** Accounts: what the administrator does with them, and one's own password. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.accounts;
