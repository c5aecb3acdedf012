package cn.faheng.casework.directory;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enforcement body (执法主体).
 *
 * @param code its code, such as 370811-01
 * @param name full name
 * @param level city, county or township
 * @param standing why it may act in administrative law
 * @param entrustedBy code of the organ that entrusted it, or null unless it is entrusted
 * @param division where it has its seat and, with everything inside, its territory
 * @param townCode nine digits of the township or subdistrict it is limited to, or null
 * @param parent code of the body above it, or null
 * @param fields fields of enforcement: food, market, environment, …
 * @param address where it is found
 * @param phone for the public
 * @param creditCode 统一社会信用代码, or null
 * @param effective the days on which it may act
 */
public record Body(
        String code,
        String name,
        Level level,
        Standing standing,
        @Nullable String entrustedBy,
        Division division,
        @Nullable String townCode,
        @Nullable String parent,
        List<String> fields,
        String address,
        String phone,
        @Nullable String creditCode,
        EffectivePeriod effective) {

    public Body {
        fields = List.copyOf(fields);
    }

    /** The three levels at which enforcement happens. */
    public enum Level {
        CITY("市级"),
        COUNTY("县级"),
        TOWNSHIP("乡级");

        private final String chinese;

        Level(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Why a body may act: 行政处罚法 第十七条, 第十九条, 第二十条. */
    public enum Standing {
        STATUTORY("法定行政机关"),
        AUTHORISED("法律法规授权组织"),
        ENTRUSTED("受委托组织");

        private final String chinese;

        Standing(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Whether it may act on a day at all. */
    public boolean mayActOn(LocalDate day) {
        return effective.contains(day);
    }

    /** Whether a place lies in its territory; for a body of a township the nine digits must agree as well, where they are known. */
    public boolean covers(Division place, @Nullable String placeTownCode) {
        return division.contains(place)
                && (townCode == null || placeTownCode == null || townCode.equals(placeTownCode));
    }
}
