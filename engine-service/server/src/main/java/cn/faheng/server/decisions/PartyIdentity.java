package cn.faheng.server.decisions;

import org.jspecify.annotations.Nullable;

/**
 * Who the party is, as a receipt may keep it: nothing of a natural person in the clear.
 *
 * @param name name of an organisation, or the first character of a person's name with the rest hidden, or null
 * @param hiddenName keyed hash of a person's whole name, or null
 * @param idNumber keyed hash of the citizen's number, or null
 * @param socialCreditCode keyed hash of the social credit code, or null
 */
record PartyIdentity(
        @Nullable String name,
        @Nullable String hiddenName,
        @Nullable String idNumber,
        @Nullable String socialCreditCode) {}
