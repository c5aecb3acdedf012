package cn.faheng.casework.directory;

import cn.faheng.engine.request.Party;
import cn.faheng.rules.identity.CitizenIdNumber;
import cn.faheng.rules.identity.SocialCreditCode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counterpart (行政相对人) with everything that is known. For documents and computations; pages show a {@link CounterpartCard}.
 *
 * @param id its id, which stays when the counterpart is merged into another
 * @param revision counts the changes, from 1
 * @param kind as the engine tells parties apart
 * @param name name, of a sole proprietor that on the licence
 * @param citizenId 公民身份号码: of the person, or of the operator of a sole proprietor; or null
 * @param creditCode 统一社会信用代码, or null
 * @param otherDocument kind and number of another document of identity, or null
 * @param address domicile or seat
 * @param phone phone number, or empty
 * @param legalRepresentative legal representative, person in charge or operator, or empty
 * @param division division of the address
 * @param townCode nine digits of the township of the address, or null
 */
public record Counterpart(
        UUID id,
        int revision,
        Party.Kind kind,
        String name,
        @Nullable CitizenIdNumber citizenId,
        @Nullable SocialCreditCode creditCode,
        @Nullable String otherDocument,
        String address,
        String phone,
        String legalRepresentative,
        String division,
        @Nullable String townCode) {

    /** The number by which the counterpart is known: of a person the citizen's number, else the credit code. */
    public Optional<String> number() {
        if (kind == Party.Kind.INDIVIDUAL) {
            return Optional.ofNullable(citizenId)
                    .map(CitizenIdNumber::value)
                    .or(() -> Optional.ofNullable(otherDocument));
        }
        return Optional.ofNullable(creditCode).map(SocialCreditCode::value);
    }

    /** The same, hidden but for its ends. */
    public String maskedNumber() {
        return kind == Party.Kind.INDIVIDUAL || creditCode == null
                ? citizenId != null ? citizenId.masked() : Masks.other(otherDocument)
                : Masks.code(kind, creditCode);
    }

    /** Name and masked number only, so that no log shows more by accident. */
    @Override
    public String toString() {
        return "Counterpart[" + id + " " + maskedNumber() + "]";
    }
}
