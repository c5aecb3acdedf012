package cn.faheng.drafting.intake;

import java.util.List;

/**
 * What was found in a file.
 *
 * @param items the items, in the order of the file
 * @param cells every non-empty cell of the file exactly once, those of the items as well
 * @param remarks what concerns the file as a whole, in Chinese
 */
public record IntakeResult(List<ImportedItem> items, List<PreviewCell> cells, List<String> remarks) {
    public IntakeResult {
        items = List.copyOf(items);
        cells = List.copyOf(cells);
        remarks = List.copyOf(remarks);
    }
}
