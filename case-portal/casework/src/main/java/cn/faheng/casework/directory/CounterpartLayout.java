package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Column.Choice;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.identity.CitizenIdNumber;
import cn.faheng.rules.identity.SocialCreditCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a counterpart is typed. What is wrong with a number is said without repeating it. */
final class CounterpartLayout {

    static final List<Column> COLUMNS = List.of(
            Column.choice(
                    "kind",
                    "类别",
                    true,
                    Arrays.stream(Party.Kind.values())
                            .map(kind -> new Choice(kind.code(), kind.chinese()))
                            .toList()),
            Column.text("name", "名称（姓名）", true, 200, ""),
            Column.text("citizenId", "公民身份号码", false, 30, ""),
            Column.text("creditCode", "统一社会信用代码", false, 30, ""),
            Column.text("otherDocument", "其他证件", false, 60, "护照 E00000000"),
            Column.text("address", "住所（地址）", true, 200, ""),
            Column.text("phone", "电话", false, 30, ""),
            Column.text("legalRepresentative", "法定代表人（负责人、经营者）", false, 60, ""),
            Column.text("division", "行政区划代码", true, 6, "370811"),
            Column.text("townCode", "乡镇街道代码", false, 9, "370811001"));

    private CounterpartLayout() {}

    /** A counterpart as it is typed, not yet numbered; empty where something is wrong with it. */
    static Optional<Counterpart> read(Typed typed, LocalDate today) {
        Optional<Party.Kind> kind = Party.Kind.ofCode(typed.choice("kind"));
        String name = typed.text("name");
        CitizenIdNumber citizen = citizen(typed, today);
        SocialCreditCode credit = credit(typed);
        String other = typed.textOrNull("otherDocument");
        String address = typed.text("address");
        String phone = typed.text("phone", BodyLayout.PHONE, "数字，可以带区号");
        String representative = typed.text("legalRepresentative");
        Optional<Division> division = typed.division("division");
        String town = typed.text("townCode", BodyLayout.TOWN, "九位数字");
        if (!town.isEmpty()
                && division.isPresent()
                && !town.startsWith(division.orElseThrow().code())) {
            typed.fault("townCode", "乡镇街道代码不在行政区划之内", "乡镇街道代码的前六位应当与行政区划代码一致");
        }
        if (typed.faults().isEmpty()) {
            checkIdentity(typed, kind.orElseThrow(), citizen, credit, other, representative);
        }
        return typed.faults().isEmpty()
                ? Optional.of(new Counterpart(
                        UUID.randomUUID(),
                        0,
                        kind.orElseThrow(),
                        name,
                        citizen,
                        credit,
                        other,
                        address,
                        phone,
                        representative,
                        division.orElseThrow().code(),
                        town.isEmpty() ? null : town))
                : Optional.empty();
    }

    private static @Nullable CitizenIdNumber citizen(Typed typed, LocalDate today) {
        String text = typed.text("citizenId");
        if (text.isEmpty()) {
            return null;
        }
        Optional<CitizenIdNumber> number = CitizenIdNumber.parse(text);
        if (text.matches("\\d{15}")) {
            typed.fault("citizenId", "是十五位的旧号码", "请按居民身份证填写十八位的公民身份号码");
        } else if (number.isEmpty()) {
            typed.fault("citizenId", "公民身份号码不正确（GB 11643）", "请核对十八位号码：第七至十四位是出生日期，最后一位是校验码");
        } else if (number.orElseThrow().birthDate().isAfter(today)) {
            typed.fault("citizenId", "号码里的出生日期在今天以后", "请核对第七至十四位");
        }
        return number.orElse(null);
    }

    private static @Nullable SocialCreditCode credit(Typed typed) {
        String text = typed.text("creditCode");
        if (text.isEmpty()) {
            return null;
        }
        Optional<SocialCreditCode> code = SocialCreditCode.parse(text);
        if (code.isEmpty()) {
            typed.fault("creditCode", "统一社会信用代码不正确（GB 32100）", "请核对十八位代码，最后一位是校验码，不用字母I、O、S、V、Z");
        }
        return code.orElse(null);
    }

    private static void checkIdentity(
            Typed typed,
            Party.Kind kind,
            @Nullable CitizenIdNumber citizen,
            @Nullable SocialCreditCode credit,
            @Nullable String other,
            String representative) {
        switch (kind) {
            case INDIVIDUAL -> {
                if (citizen == null && other == null) {
                    typed.fault("citizenId", "没有填写", "请填写公民身份号码；没有的填写其他证件的名称和号码");
                }
                if (credit != null) {
                    typed.fault("creditCode", "公民没有统一社会信用代码", "请删去，或者把类别改为个体工商户");
                }
            }
            case SOLE_PROPRIETOR -> {
                if (credit == null && citizen == null) {
                    typed.fault("creditCode", "没有填写", "请填写统一社会信用代码；没有的填写经营者的公民身份号码");
                }
            }
            case ORGANISATION -> {
                if (credit == null && other == null) {
                    typed.fault("creditCode", "没有填写", "请填写统一社会信用代码；没有的填写其他证件的名称和号码");
                }
                if (citizen != null) {
                    typed.fault("citizenId", "法人或者其他组织没有公民身份号码", "请删去，或者更正类别");
                }
                if (representative.isEmpty()) {
                    typed.fault("legalRepresentative", "没有填写", "请填写法定代表人或者负责人");
                }
            }
        }
    }

    static Map<String, String> write(Counterpart c, boolean masked) {
        CounterpartCard card = CounterpartCard.of(c);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", c.kind().chinese());
        row.put("name", c.name());
        row.put(
                "citizenId",
                c.citizenId() == null
                        ? ""
                        : masked ? c.citizenId().masked() : c.citizenId().value());
        row.put(
                "creditCode",
                c.creditCode() == null
                        ? ""
                        : masked
                                ? Masks.code(c.kind(), c.creditCode())
                                : c.creditCode().value());
        row.put("otherDocument", masked ? Masks.other(c.otherDocument()) : Cells.of(c.otherDocument()));
        row.put("address", masked ? card.address() : c.address());
        row.put("phone", masked ? card.phone() : c.phone());
        row.put("legalRepresentative", c.legalRepresentative());
        row.put("division", c.division());
        row.put("townCode", Cells.of(c.townCode()));
        return row;
    }
}
