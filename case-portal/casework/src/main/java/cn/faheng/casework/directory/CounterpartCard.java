package cn.faheng.casework.directory;

import cn.faheng.engine.request.Party;
import java.util.UUID;

/**
 * A counterpart as pages show it: personal data hidden.
 *
 * @param id its id
 * @param revision counts the changes
 * @param kind kind
 * @param name name
 * @param number the number by which it is known, hidden where it is a person's
 * @param address address, of a person without what lies behind the district
 * @param phone phone number, hidden but for its ends
 * @param legalRepresentative legal representative or operator
 * @param division division of the address
 */
public record CounterpartCard(
        UUID id,
        int revision,
        Party.Kind kind,
        String name,
        String number,
        String address,
        String phone,
        String legalRepresentative,
        String division) {

    static CounterpartCard of(Counterpart c) {
        return new CounterpartCard(
                c.id(),
                c.revision(),
                c.kind(),
                c.name(),
                c.maskedNumber(),
                c.kind() == Party.Kind.ORGANISATION ? c.address() : Masks.address(c.address()),
                c.kind() == Party.Kind.ORGANISATION ? c.phone() : Masks.phone(c.phone()),
                c.legalRepresentative(),
                c.division());
    }
}
