package cn.faheng.casework.directory;

import cn.faheng.engine.request.Party;
import cn.faheng.rules.identity.CitizenIdNumber;
import cn.faheng.rules.identity.SocialCreditCode;
import cn.faheng.server.search.SearchText;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A counterpart as the table holds it. Its revision keeps two people from overwriting each other. */
@Table(name = "counterpart", schema = "casework")
@SuppressWarnings("ArrayRecordComponent") // A column of texts.
record CounterpartRow(
        @Id UUID id,
        @Version int revision,
        String kind,
        String name,
        @Nullable String citizenId,
        @Nullable String creditCode,
        @Nullable String otherDocument,
        String address,
        String phone,
        String legalRepresentative,
        String division,
        @Nullable String townCode,
        String numberKey,
        String nameKey,
        String search,
        String[] pairs,
        @Nullable UUID mergedInto) {

    static CounterpartRow of(Counterpart c, UUID id, int revision, @Nullable UUID mergedInto) {
        String search = SearchText.of(
                c.name(),
                c.kind() == Party.Kind.ORGANISATION && c.creditCode() != null
                        ? List.of(c.creditCode().value())
                        : List.of());
        return new CounterpartRow(
                id,
                revision,
                c.kind().name(),
                c.name(),
                c.citizenId() == null ? null : c.citizenId().value(),
                c.creditCode() == null ? null : c.creditCode().value(),
                c.otherDocument(),
                c.address(),
                c.phone(),
                c.legalRepresentative(),
                c.division(),
                c.townCode(),
                numberKey(c),
                SearchText.normalised(c.name()),
                search,
                SearchText.pairs(search),
                mergedInto);
    }

    /** What makes two entries the same counterpart. A person and the business that he or she runs are two. */
    static String numberKey(Counterpart c) {
        String kind = c.kind() == Party.Kind.INDIVIDUAL ? "person" : "business";
        if (c.kind() != Party.Kind.INDIVIDUAL && c.creditCode() != null) {
            return "code:" + c.creditCode().value();
        }
        if (c.citizenId() != null) {
            return kind + ":" + c.citizenId().value();
        }
        String other = c.otherDocument() == null ? "" : c.otherDocument();
        return kind + "-document:" + SearchText.normalised(other).toUpperCase(Locale.ROOT);
    }

    /** The keys under which a number that someone typed may be held. */
    static List<String> keysOf(String number) {
        String text = number.strip().toUpperCase(Locale.ROOT);
        return List.of("code:" + text, "person:" + text, "business:" + text);
    }

    Counterpart content() {
        return new Counterpart(
                id,
                revision,
                Party.Kind.valueOf(kind),
                name,
                citizenId == null ? null : new CitizenIdNumber(citizenId),
                creditCode == null ? null : new SocialCreditCode(creditCode),
                otherDocument,
                address,
                phone,
                legalRepresentative,
                division,
                townCode);
    }
}
