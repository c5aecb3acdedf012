package cn.faheng.drafting.clause;

import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.PenaltyKind.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The penalties of a statute draft and their columns. */
final class StatutePenalties {
    private final Map<String, SheetPenalty> all = new LinkedHashMap<>();
    private final Map<PenaltyForm, String> ids = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    StatutePenalties(List<PenaltyForm> forms) {
        for (PenaltyForm form : forms) {
            ids.put(form, idOf(form));
        }
    }

    List<SheetPenalty> all() {
        return List.copyOf(all.values());
    }

    String id(PenaltyForm form) {
        return ids.getOrDefault(form, "");
    }

    List<String> outputs() {
        List<String> names = new ArrayList<>(List.of("tier", "result"));
        for (SheetPenalty penalty : all.values()) {
            names.add(penalty.id());
            if (isMeasured(penalty)) {
                names.add(penalty.id() + "Min");
                names.add(penalty.id() + "Max");
            }
        }
        return names;
    }

    static boolean isMeasured(SheetPenalty penalty) {
        return PenaltyKind.ofCode(penalty.kind()).orElseThrow().quantity() != Quantity.NONE;
    }

    private String idOf(PenaltyForm form) {
        boolean person = form.subject() == Subject.RESPONSIBLE_PERSON;
        boolean property = form.kind() == PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY;
        boolean named = property
                || form.kind() == PenaltyKind.LICENCE_REVOCATION
                || form.kind() == PenaltyKind.RECTIFICATION_ORDER
                || form.kind() == PenaltyKind.PROFESSION_RESTRICTION
                || form.kind() == PenaltyKind.OTHER;
        boolean daily = form.name().startsWith("按日");
        String key =
                form.kind() + "/" + person + "/" + (named || daily ? form.name() : "") + (person ? form.role() : "");
        String known = keys.get(key);
        if (known != null) {
            return known;
        }
        String stem = daily ? "dailyFine" : stem(form);
        String id = person ? "responsible" + Character.toUpperCase(stem.charAt(0)) + stem.substring(1) : stem;
        for (int n = 2; all.containsKey(id); n++) {
            id = id.replaceFirst("\\d*$", "") + n;
        }
        String label = person && form.role() != null ? "对" + form.role() + "的" + form.name() : form.name();
        all.put(id, new SheetPenalty(id, form.kind().code(), person ? "responsible-person" : "party", label));
        keys.put(key, id);
        return id;
    }

    private static String stem(PenaltyForm form) {
        return switch (form.kind()) {
            case WARNING -> "warning";
            case CRITICISM -> "criticism";
            case FINE -> "fine";
            case CONFISCATE_ILLEGAL_GAINS -> "confiscateGains";
            case CONFISCATE_ILLEGAL_PROPERTY ->
                form.name().matches(".*(?:工具|设备).*") ? "confiscateTools" : "confiscateGoods";
            case LICENCE_SUSPENSION -> "suspendLicence";
            case QUALIFICATION_DOWNGRADE -> "downgrade";
            case LICENCE_REVOCATION -> "revokeLicence";
            case BUSINESS_RESTRICTION -> "restrict";
            case SUSPEND_OPERATIONS -> "suspend";
            case CLOSURE -> "closure";
            case PROFESSION_RESTRICTION -> "professionBan";
            case DETENTION -> "detention";
            case OTHER -> "other";
            case RECTIFICATION_ORDER -> "rectify";
        };
    }
}
