package cn.faheng.web.library;

import cn.faheng.contract.model.ClauseDraftRequestBody;
import cn.faheng.contract.model.SheetItemBody;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.web.show.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * The draft of a statutory range that is asked for, as it was typed.
 *
 * @param law title of the instrument
 * @param version its version
 * @param at article/paragraph/item
 * @param forms numbers of the penalties that a person has confirmed
 * @param code code of the item
 * @param name name of a new item
 * @param field field of a new item
 * @param organ organ of a new item
 * @param from first day of the statutory range
 */
public record ClauseDraftForm(
        String law,
        LocalDate version,
        String at,
        List<Integer> forms,
        String code,
        String name,
        String field,
        String organ,
        String from) {

    /** Nothing typed yet: what was read with certainty is proposed. */
    static ClauseDraftForm empty(String law, LocalDate version, String at, List<Integer> sure) {
        return new ClauseDraftForm(law, version, at, sure, "", "", "", "", version.toString());
    }

    static ClauseDraftForm of(MultiValueMap<String, String> entries) {
        List<Integer> forms = entries.getOrDefault("forms", List.of()).stream()
                .filter(number -> number.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .toList();
        return new ClauseDraftForm(
                entry(entries, "law"),
                LocalDate.parse(entry(entries, "version")),
                entry(entries, "at"),
                forms,
                entry(entries, "code"),
                entry(entries, "name"),
                entry(entries, "field"),
                entry(entries, "organ"),
                entry(entries, "from"));
    }

    private static String entry(MultiValueMap<String, String> entries, String name) {
        return Optional.ofNullable(entries.getFirst(name)).orElse("").strip();
    }

    FieldErrors errors(Catalogue catalogue) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (forms.isEmpty()) {
            errors.put("forms", "请在“读出的处罚”里至少勾选一项。");
        }
        Optional<Item> known = catalogue.item(code);
        if (code.isEmpty()) {
            errors.put("code", "请填写事项编码：选已有的事项，或者给新事项编一个。");
        } else if (known.isEmpty() && !code.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            errors.put("code", "编码“" + code + "”只能用字母、数字和 . - _，例如 SX-SAFE-2。");
        } else if (known.isEmpty()) {
            requireNew(errors);
        } else {
            refuseHeld(known.get(), catalogue, errors);
        }
        if (day().isEmpty()) {
            errors.put("from", from.isEmpty() ? "请填写施行日期。" : "“" + from + "”不是日期，请写作 2021-07-15。");
        }
        return new FieldErrors(errors);
    }

    private void requireNew(Map<String, String> errors) {
        if (name.isEmpty()) {
            errors.put("name", "规则库里没有编码为 " + code + " 的事项。新事项请写明名称。");
        }
        if (field.isEmpty()) {
            errors.put("field", "新事项请选择执法领域。");
        }
    }

    private void refuseHeld(Item item, Catalogue catalogue, Map<String, String> errors) {
        day().flatMap(day -> catalogue.statutes(item.code()).stream()
                        .map(RuleSet::ref)
                        .filter(ref -> ref.version().equals(day))
                        .findFirst())
                .map(RuleSetRef::version)
                .ifPresent(day ->
                        errors.put("code", "“" + item.name() + "”已经有自 " + day + " 起施行的法定幅度。请换一个事项，或者把施行日期改为新法施行的那一天。"));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    ClauseDraftRequestBody request(Catalogue catalogue) {
        SheetItemBody item = catalogue
                .item(code)
                .map(known -> new SheetItemBody()
                        .code(known.code())
                        .name(known.name())
                        .nameEn(known.nameEn())
                        .field(known.field())
                        .organ(known.organ())
                        .aliases(known.aliases()))
                .orElseGet(() -> new SheetItemBody()
                        .code(code)
                        .name(name)
                        .nameEn(name)
                        .field(field)
                        .organ(organ)
                        .aliases(List.of()));
        return new ClauseDraftRequestBody()
                .law(law)
                .version(version)
                .at(at)
                .forms(forms)
                .item(item)
                .effectiveFrom(day().orElseThrow());
    }
}
