package cn.faheng.casework.inspections;

import cn.faheng.rules.catalogue.DivisionNames;
import cn.faheng.rules.identity.SocialCreditCode;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object of the library as typed or imported.
 *
 * @param code 统一社会信用代码, or empty
 * @param name name
 * @param division six digits, or empty
 * @param fields fields with commas between them
 * @param riskClass A, B, C, D or UNRATED; empty for not rated
 * @param size name of a size, in Chinese or English
 * @param address address
 */
public record ObjectEntry(
        String code, String name, String division, String fields, String riskClass, String size, String address) {

    private static final int LONGEST = 200;
    private static final Map<String, InspectionObject.Size> SIZES = Map.of(
            "大型", InspectionObject.Size.LARGE,
            "中型", InspectionObject.Size.MEDIUM,
            "小型", InspectionObject.Size.SMALL,
            "微型", InspectionObject.Size.MICRO,
            "个体", InspectionObject.Size.SOLE_PROPRIETOR,
            "个体工商户", InspectionObject.Size.SOLE_PROPRIETOR);

    public ObjectEntry {
        code = code.strip().toUpperCase(Locale.ROOT);
        name = name.strip();
        division = division.strip();
        fields = fields.strip();
        riskClass = riskClass.strip().toUpperCase(Locale.ROOT);
        size = size.strip();
        address = address.strip();
    }

    /** The object it describes; throws with every field that is wrong. */
    InspectionObject object(UUID id, int revision, @Nullable UUID counterpart, boolean active) {
        Problem.Errors errors = new Problem.Errors();
        if (name.isEmpty() || name.length() > LONGEST) {
            errors.add("/name", ProblemType.MISSING_FIELD, "名称应当有 1 到 " + LONGEST + " 个字符。");
        }
        if (address.length() > LONGEST) {
            errors.add("/address", ProblemType.OUT_OF_RANGE, "地址最多 " + LONGEST + " 个字符。");
        }
        if (!code.isEmpty() && !validCode()) {
            errors.add(
                    "/code",
                    ProblemType.INVALID_SOCIAL_CREDIT_CODE,
                    "统一社会信用代码“" + code + "”不正确，请核对十八位代码和校验码（GB 32100）。");
        }
        if (!division.isEmpty() && DivisionNames.of(division).isEmpty()) {
            errors.add("/division", ProblemType.OUT_OF_RANGE, "没有行政区划代码“" + division + "”，请写六位代码（GB/T 2260）。");
        }
        List<String> all = fieldList();
        if (all.isEmpty() || !all.stream().allMatch(f -> f.matches("[a-z][a-z-]{1,39}"))) {
            errors.add("/fields", ProblemType.MISSING_FIELD, "请至少写明一个执法领域的代码，例如 food；多个用逗号分开。");
        }
        if (risk().isEmpty()) {
            errors.add("/riskClass", ProblemType.OUT_OF_RANGE, "风险等级“" + riskClass + "”不正确，请写 A、B、C、D，未评定的不填。");
        }
        if (sizeOf().isEmpty()) {
            errors.add("/size", ProblemType.OUT_OF_RANGE, "规模“" + size + "”不正确，请写大型、中型、小型、微型或者个体工商户。");
        }
        errors.throwIfAny();
        return new InspectionObject(
                id,
                revision,
                counterpart,
                code,
                name,
                division,
                all,
                risk().orElseThrow(),
                sizeOf().orElseThrow(),
                address,
                active);
    }

    private boolean validCode() {
        try {
            new SocialCreditCode(code);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<String> fieldList() {
        return Arrays.stream(fields.split("[,，、;； ]+", -1))
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<RiskClass> risk() {
        return riskClass.isEmpty()
                ? Optional.of(RiskClass.UNRATED)
                : Arrays.stream(RiskClass.values())
                        .filter(risk -> risk.name().equals(riskClass))
                        .findFirst();
    }

    private Optional<InspectionObject.Size> sizeOf() {
        return Optional.ofNullable(SIZES.get(size)).or(() -> Arrays.stream(InspectionObject.Size.values())
                .filter(one -> one.name().equalsIgnoreCase(size))
                .findFirst());
    }
}
