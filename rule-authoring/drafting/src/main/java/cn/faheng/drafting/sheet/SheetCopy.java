package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet of which parts are being exchanged. */
final class SheetCopy {

    private final Sheet sheet;

    @Nullable
    SheetItem item;

    LocalDate effectiveFrom;

    @Nullable
    LocalDate effectiveTo;

    String jurisdiction;
    String authority;
    List<SheetBasis> basis;

    @Nullable
    SheetSource source;

    List<SheetFact> facts;
    List<SheetPenalty> penalties;
    List<SheetDecision> decisions;
    List<String> leftToPerson;
    String notes;

    SheetCopy(Sheet sheet) {
        this.sheet = sheet;
        this.item = sheet.item();
        this.effectiveFrom = sheet.effectiveFrom();
        this.effectiveTo = sheet.effectiveTo();
        this.jurisdiction = sheet.jurisdiction();
        this.authority = sheet.authority();
        this.basis = sheet.basis();
        this.source = sheet.source();
        this.facts = sheet.facts();
        this.penalties = sheet.penalties();
        this.decisions = sheet.decisions();
        this.leftToPerson = sheet.leftToPerson();
        this.notes = sheet.notes();
    }

    Sheet sheet() {
        return new Sheet(
                item,
                sheet.kind(),
                sheet.hook(),
                sheet.fields(),
                effectiveFrom,
                effectiveTo,
                jurisdiction,
                authority,
                basis,
                source,
                sheet.form(),
                facts,
                penalties,
                decisions,
                leftToPerson,
                sheet.waivers(),
                notes);
    }
}
