/** Who may do what: OAuth 2 for other systems, sign-in for people, and nothing that is open by accident. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.identity;
