package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Column.Choice;
import cn.faheng.casework.directory.Officer.Status;
import cn.faheng.rules.catalogue.Division;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an officer is typed. */
@Component
final class OfficerLayout implements Layout<Officer> {

    static final String YES = "是";

    private static final Pattern CERTIFICATE = Pattern.compile("[0-9A-Z]{6,20}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern PHOTO = Pattern.compile("[0-9a-f]{64}");

    private static final List<Column> COLUMNS = List.of(
            Column.text("certificate", "执法证号", true, 20, "370811000000001"),
            Column.text("name", "姓名", true, 60, "示例姓名"),
            Column.text("body", "所属主体编码", true, 40, "370811-01"),
            Column.choices("fields", "执法类别", true, Fields.ALL),
            Column.lines("region", "执法区域", true, "370811"),
            Column.date("validFrom", "有效期起", true, "2024-01-01"),
            Column.date("validTo", "有效期止", true, "2028-12-31"),
            Column.choice(
                    "legalQualification", "法律职业资格", true, List.of(new Choice("false", "否"), new Choice("true", YES))),
            Column.text("account", "登录账号", false, 64, ""),
            Column.choice("status", "证件状态", true, Column.of(Status.values(), Status::chinese)));

    private final Photos photos;

    OfficerLayout(Photos photos) {
        this.photos = photos;
    }

    @Override
    public Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    public Class<Officer> type() {
        return Officer.class;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Officer> read(Typed typed) {
        String certificate = typed.text("certificate", CERTIFICATE, "6至20位数字或者大写字母");
        String name = typed.text("name");
        String body = typed.text("body");
        List<String> fields = typed.choices("fields");
        List<Division> region = typed.divisions("region");
        Optional<LocalDate> from = typed.date("validFrom");
        Optional<LocalDate> to = typed.date("validTo");
        String qualified = typed.choice("legalQualification");
        String account = typed.text("account", ACCOUNT, "登录账号");
        String status = typed.choice("status");
        String photo = typed.photo();
        if (from.isPresent() && to.isPresent() && to.orElseThrow().isBefore(from.orElseThrow())) {
            typed.fault("validTo", "有效期止早于有效期起", "请核对两个日期");
        }
        if (!photo.isEmpty() && !PHOTO.matcher(photo).matches()) {
            typed.fault("photo", "没有这张照片", "请重新上传照片");
        }
        if (!typed.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Officer(
                certificate,
                name,
                body,
                fields,
                region,
                from.orElseThrow(),
                to.orElseThrow(),
                qualified.equals("true"),
                photo.isEmpty() ? null : photo,
                account.isEmpty() ? null : account,
                Status.valueOf(status)));
    }

    @Override
    public Map<String, String> write(Officer officer) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("certificate", officer.certificate());
        row.put("name", officer.name());
        row.put("body", officer.body());
        row.put("fields", Cells.names(officer.fields(), Fields.ALL));
        row.put("region", Cells.joined(officer.region()));
        row.put("validFrom", officer.validFrom().toString());
        row.put("validTo", officer.validTo().toString());
        row.put("legalQualification", officer.legalQualification() ? YES : "否");
        row.put("account", Cells.of(officer.account()));
        row.put("status", officer.status().chinese());
        return row;
    }

    @Override
    public String code(Officer officer) {
        return officer.certificate();
    }

    @Override
    public Index index(Officer officer) {
        return new Index(
                officer.name(),
                List.of(officer.certificate()),
                officer.body(),
                officer.region().isEmpty() ? null : officer.region().get(0).code(),
                officer.status().name(),
                officer.fields(),
                officer.account());
    }

    @Override
    public LocalDate begins(Officer officer) {
        return officer.validFrom();
    }

    @Override
    public List<Reference> references(Officer officer) {
        return List.of(new Reference("body", Subject.BODY, officer.body()));
    }

    /** A photo is uploaded by itself; a table does not know it. */
    @Override
    public Officer keeping(Officer officer, @Nullable Officer before) {
        if (officer.photo() != null || before == null || before.photo() == null) {
            return officer;
        }
        return new Officer(
                officer.certificate(),
                officer.name(),
                officer.body(),
                officer.fields(),
                officer.region(),
                officer.validFrom(),
                officer.validTo(),
                officer.legalQualification(),
                before.photo(),
                officer.account(),
                officer.status());
    }

    /** One account is one officer, and a certificate is good only inside the territory of the body. */
    @Override
    public void check(Officer officer, Lookup lookup, Typed typed) {
        if (!typed.photo().isEmpty() && !photos.holds(typed.photo())) {
            typed.fault("photo", "没有这张照片", "请重新上传照片");
        }
        if (officer.account() != null) {
            lookup.otherWithKey(officer.account(), officer.certificate())
                    .ifPresent(other -> typed.fault(
                            "account", "账号“" + officer.account() + "”已经登记给执法证号" + other, "一个账号只对应一名执法人员，请核对"));
        }
        lookup.find(Body.class, officer.body()).ifPresent(body -> officer.region().stream()
                .filter(region -> !body.division().contains(region))
                .findFirst()
                .ifPresent(region ->
                        typed.fault("region", "执法区域" + region + "不在所属主体的行政区划" + body.division() + "之内", "请核对执法区域")));
    }
}
