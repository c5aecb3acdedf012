package cn.faheng.casework.directory;

import cn.faheng.rules.catalogue.Division;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enforcement officer, by the law enforcement certificate (行政执法证件).
 *
 * @param certificate number of the certificate
 * @param name name
 * @param body code of the body he or she works for
 * @param fields what the certificate is for (执法类别): food, market, …
 * @param region divisions in which the certificate is good
 * @param validFrom first day of the certificate
 * @param validTo last day of the certificate
 * @param legalQualification whether he or she has passed the 国家统一法律职业资格考试
 * @param photo key of the photo, or null
 * @param account user name of the account, or null
 * @param status what became of the certificate
 */
public record Officer(
        String certificate,
        String name,
        String body,
        List<String> fields,
        List<Division> region,
        LocalDate validFrom,
        LocalDate validTo,
        boolean legalQualification,
        @Nullable String photo,
        @Nullable String account,
        Status status) {

    public Officer {
        fields = List.copyOf(fields);
        region = List.copyOf(region);
    }

    /** What became of a certificate. */
    public enum Status {
        ACTIVE("有效"),
        SUSPENDED("暂扣"),
        CANCELLED("注销");

        private final String chinese;

        Status(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Whether the certificate is good on a day. */
    public boolean certifiedOn(LocalDate day) {
        return status == Status.ACTIVE && !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** Whether the certificate is good in a place. */
    public boolean certifiedIn(Division place) {
        return region.stream().anyMatch(division -> division.contains(place));
    }

    /** Whether the certificate is for a field. */
    public boolean certifiedFor(String field) {
        return fields.contains(field);
    }
}
