package cn.faheng.casework.directory;

import cn.faheng.engine.request.Party;
import cn.faheng.rules.identity.SocialCreditCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hides personal data where pages show it unasked. */
final class Masks {

    private static final Pattern UP_TO_DISTRICT = Pattern.compile("^(.*?[市县区旗])(?=[^市县区旗]*$)");

    private Masks() {}

    /** The code of an organisation is public; that of a sole proprietor leads to a person. */
    static String code(Party.Kind kind, SocialCreditCode code) {
        return kind == Party.Kind.ORGANISATION ? code.value() : code.masked();
    }

    /** Another document of identity: its first and last sign. */
    static String other(@Nullable String document) {
        if (document == null || document.isBlank()) {
            return "";
        }
        return document.length() <= 4
                ? "****"
                : document.charAt(0) + "****" + document.substring(document.length() - 1);
    }

    static String phone(String phone) {
        return phone.length() < 7
                ? phone.isEmpty() ? "" : "****"
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 2);
    }

    /** What lies behind the last district or county is hidden. */
    static String address(String address) {
        Matcher m = UP_TO_DISTRICT.matcher(address);
        return m.find() ? m.group(1) + "****" : address.isEmpty() ? "" : "****";
    }
}
