package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Body.Level;
import cn.faheng.casework.directory.Body.Standing;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.identity.SocialCreditCode;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a body is typed. */
@Component
final class BodyLayout implements Layout<Body> {

    static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{1,39}");
    static final String CODE_WORDS = "2至40位字母、数字、点或者横线";
    static final Pattern TOWN = Pattern.compile("\\d{9}");
    static final Pattern PHONE = Pattern.compile("[0-9+() -]{5,30}");

    private static final List<Column> COLUMNS = List.of(
            Column.text("code", "主体编码", true, 40, "370811-01"),
            Column.text("name", "主体名称", true, 120, "济宁市任城区市场监督管理局"),
            Column.choice("level", "层级", true, Column.of(Level.values(), Level::chinese)),
            Column.choice("standing", "主体性质", true, Column.of(Standing.values(), Standing::chinese)),
            Column.text("entrustedBy", "委托机关编码", false, 40, ""),
            Column.text("division", "行政区划代码", true, 6, "370811"),
            Column.text("townCode", "乡镇街道代码", false, 9, "370811001"),
            Column.text("parent", "上级主体编码", false, 40, "370800-01"),
            Column.choices("fields", "执法领域", true, Fields.ALL),
            Column.text("address", "地址", true, 200, ""),
            Column.text("phone", "电话", false, 30, ""),
            Column.text("creditCode", "统一社会信用代码", false, 18, ""),
            Column.date("from", "设立日期", true, "2019-01-01"),
            Column.date("to", "终止日期", false, ""));

    @Override
    public Subject subject() {
        return Subject.BODY;
    }

    @Override
    public Class<Body> type() {
        return Body.class;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Body> read(Typed typed) {
        String code = typed.text("code", CODE, CODE_WORDS);
        String name = typed.text("name");
        String level = typed.choice("level");
        String standing = typed.choice("standing");
        String entrustedBy = typed.textOrNull("entrustedBy");
        Optional<Division> division = typed.division("division");
        String town = typed.text("townCode", TOWN, "九位数字");
        String parent = typed.textOrNull("parent");
        List<String> fields = typed.choices("fields");
        String address = typed.text("address");
        String phone = typed.text("phone", PHONE, "数字，可以带区号");
        String credit = creditCode(typed);
        Optional<EffectivePeriod> period = period(typed);
        checkStanding(typed, standing, entrustedBy, code);
        checkTown(typed, level, division, town);
        if (code.equals(parent)) {
            typed.fault("parent", "上级主体是它自己", "请填写上级主体的编码，没有上级的不填");
        }
        if (!typed.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Body(
                code,
                name,
                Level.valueOf(level),
                Standing.valueOf(standing),
                entrustedBy,
                division.orElseThrow(),
                town.isEmpty() ? null : town,
                parent,
                fields,
                address,
                phone,
                credit,
                period.orElseThrow()));
    }

    /** 行政处罚法 第二十条、第二十一条: what is entrusted acts in the name of the organ that entrusted it. */
    private static void checkStanding(Typed typed, String standing, @Nullable String entrustedBy, String code) {
        boolean entrusted = standing.equals(Standing.ENTRUSTED.name());
        if (entrusted && entrustedBy == null) {
            typed.fault("entrustedBy", "受委托组织没有写明委托机关（行政处罚法第二十条）", "请填写委托机关的主体编码");
        }
        if (!entrusted && !standing.isEmpty() && entrustedBy != null) {
            typed.fault("entrustedBy", "不是受委托组织，却写了委托机关", "请删去，或者把主体性质改为“受委托组织”");
        }
        if (code.equals(entrustedBy)) {
            typed.fault("entrustedBy", "委托机关是它自己", "请填写委托机关的主体编码");
        }
    }

    private static void checkTown(Typed typed, String level, Optional<Division> division, String town) {
        if (level.equals(Level.TOWNSHIP.name()) && town.isEmpty()) {
            typed.fault("townCode", "乡级主体没有写明乡镇街道代码", "请填写九位乡镇街道代码");
        }
        if (!town.isEmpty()
                && division.isPresent()
                && !town.startsWith(division.orElseThrow().code())) {
            typed.fault("townCode", "乡镇街道代码不在行政区划之内", "乡镇街道代码的前六位应当与行政区划代码一致");
        }
        if (division.isPresent()) {
            boolean ofCity = division.orElseThrow().code().endsWith("00");
            if (level.equals(Level.CITY.name()) && !ofCity) {
                typed.fault("division", "市级主体的行政区划不是市", "请填写市的行政区划代码，例如370800，或者更正层级");
            }
            if (level.equals(Level.TOWNSHIP.name()) && ofCity) {
                typed.fault("division", "乡级主体的行政区划是市", "请填写所在县（市、区）的行政区划代码");
            }
        }
    }

    private static @Nullable String creditCode(Typed typed) {
        String text = typed.text("creditCode");
        if (text.isEmpty()) {
            return null;
        }
        Optional<SocialCreditCode> code = SocialCreditCode.parse(text);
        if (code.isEmpty()) {
            typed.fault("creditCode", "统一社会信用代码不正确（GB 32100）", "请核对十八位代码，最后一位是校验码，不用字母I、O、S、V、Z");
        }
        return code.map(SocialCreditCode::value).orElse(null);
    }

    /** The period in the columns {@code from} and {@code to}. */
    static Optional<EffectivePeriod> period(Typed typed) {
        Optional<LocalDate> from = typed.date("from");
        Optional<LocalDate> to = typed.date("to");
        if (from.isPresent() && to.isPresent() && to.orElseThrow().isBefore(from.orElseThrow())) {
            typed.fault("to", "终止日期早于起始日期", "请核对两个日期");
            return Optional.empty();
        }
        return from.map(first -> new EffectivePeriod(first, to.orElse(null)));
    }

    @Override
    public Map<String, String> write(Body body) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("code", body.code());
        row.put("name", body.name());
        row.put("level", body.level().chinese());
        row.put("standing", body.standing().chinese());
        row.put("entrustedBy", Cells.of(body.entrustedBy()));
        row.put("division", body.division().code());
        row.put("townCode", Cells.of(body.townCode()));
        row.put("parent", Cells.of(body.parent()));
        row.put("fields", Cells.names(body.fields(), Fields.ALL));
        row.put("address", body.address());
        row.put("phone", body.phone());
        row.put("creditCode", Cells.of(body.creditCode()));
        row.put("from", body.effective().from().toString());
        row.put("to", Cells.of(body.effective().to()));
        return row;
    }

    @Override
    public String code(Body body) {
        return body.code();
    }

    @Override
    public Index index(Body body) {
        return new Index(
                body.name(),
                List.of(body.code()),
                body.parent(),
                body.division().code(),
                body.level().name(),
                body.fields(),
                body.entrustedBy());
    }

    @Override
    public LocalDate begins(Body body) {
        return body.effective().from();
    }

    @Override
    public List<Reference> references(Body body) {
        List<Reference> references = new ArrayList<>();
        if (body.parent() != null) {
            references.add(new Reference("parent", Subject.BODY, body.parent()));
        }
        if (body.entrustedBy() != null) {
            references.add(new Reference("entrustedBy", Subject.BODY, body.entrustedBy()));
        }
        return references;
    }

    /** 行政处罚法 第二十条第四款: what is entrusted does not entrust others; 第二十一条: it is an organisation, not an organ. */
    @Override
    public void check(Body body, Lookup lookup, Typed typed) {
        if (body.entrustedBy() != null) {
            lookup.find(Body.class, body.entrustedBy())
                    .filter(organ -> organ.standing() == Standing.ENTRUSTED)
                    .ifPresent(organ -> typed.fault(
                            "entrustedBy", "“" + organ.name() + "”自己是受委托组织，不得再委托（行政处罚法第二十条）", "请填写行政机关的主体编码"));
        }
        if (body.parent() != null) {
            lookup.find(Body.class, body.parent())
                    .filter(above -> above.level().compareTo(body.level()) > 0)
                    .ifPresent(above -> typed.fault("parent", "上级主体“" + above.name() + "”的层级比它低", "请核对上级主体和层级"));
        }
    }
}
