package cn.faheng.drafting.export;

import cn.faheng.drafting.sheet.Sheet;

/**
 * A sheet with its cases, as it travels in a file.
 *
 * @param sheet the sheet
 * @param cases its cases, CSV as in the rule-set format; empty where there are none
 */
public record ExportedSheet(Sheet sheet, String cases) {

    /** A sheet without cases. */
    public static ExportedSheet of(Sheet sheet) {
        return new ExportedSheet(sheet, "");
    }
}
