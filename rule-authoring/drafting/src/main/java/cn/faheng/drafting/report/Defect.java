package cn.faheng.drafting.report;

import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.engine.proof.ProofReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item with what was found in it.
 *
 * @param item the item as imported
 * @param published whether the table itself was published, and not worked out from the statute by whoever collected it
 * @param proof what the proof says, or null where it could not be made into a rule set
 * @param sums what is wrong with its sums of weights as printed
 * @param problem why it could not be made into a rule set, or empty
 */
record Defect(ImportedItem item, boolean published, @Nullable ProofReport proof, List<String> sums, String problem) {}
