package cn.faheng.drafting.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item as a file states it, before anything is concluded from it. Absent texts are empty.
 *
 * @param id number in the source
 * @param field field of enforcement in the source's own word
 * @param jurisdiction place in the source's own words
 * @param kind published, statutory-tiers, statutory-fixed, computed-national-formula
 * @param title the violation
 * @param bases provisions named
 * @param statute the words of the statutory range
 * @param question what the source calls the question that chooses the tier, or empty
 * @param tiers rows of a tier table
 * @param starts starting points of a weight table, one for each result column
 * @param factors factors of a weight table
 * @param notes notes below the table, with the formula
 * @param bounds what the document says about 以上 and 以下, or empty
 * @param capRule the method's own rule about a total above 100 %, or empty
 * @param document where it was published
 * @param effective first day in force, as written
 * @param expires last day in force, as written
 * @param confidence how sure the text is
 * @param remarks anything else the source says about it
 */
record SourceItem(
        String id,
        String field,
        String jurisdiction,
        String kind,
        String title,
        List<SourceBasis> bases,
        String violated,
        String statute,
        String question,
        List<SourceTier> tiers,
        List<String> starts,
        List<SourceFactor> factors,
        String notes,
        String bounds,
        String capRule,
        SourceDocument document,
        String effective,
        String expires,
        String confidence,
        List<String> remarks) {

    SourceItem {
        bases = List.copyOf(bases);
        tiers = List.copyOf(tiers);
        starts = List.copyOf(starts);
        factors = List.copyOf(factors);
        remarks = List.copyOf(remarks);
    }

    boolean isWeights() {
        return !factors.isEmpty();
    }

    boolean isStatute() {
        return kind.startsWith("statutory-");
    }

    /** The words of the statute and, where it quotes none, those of the whole item. */
    String statuteWords() {
        return Words.squeezed(statute);
    }

    /**
     * Where it was published.
     *
     * @param title title of the document, or empty
     * @param number its number, or empty
     * @param issuer who issued it, or empty
     * @param reference where in it, or where the copy was found
     */
    record SourceDocument(String title, String number, String issuer, String reference) {}

    /** A provision as the source names it. */
    record SourceBasis(String law, int article, String paragraph, String item, String version) {}

    /**
     * A row of a tier table.
     *
     * @param place where it stands, for the preview
     * @param name name of the tier
     * @param branch number of the sub-table, from 1
     * @param condition its condition in one text
     * @param conditions its conditions by the names of their columns; empty where there is only one text
     * @param standard the words of the penalty
     * @param columns the words of the penalty by column, where there are several
     * @param remark a remark of the source
     * @param fine the fine in figures, or null where there are only words
     */
    record SourceTier(
            String place,
            String name,
            int branch,
            String condition,
            Map<String, String> conditions,
            String standard,
            Map<String, String> columns,
            String remark,
            @Nullable JsonNode fine) {
        SourceTier {
            conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        SourceTier withoutCondition(String column) {
            Map<String, String> rest = new LinkedHashMap<>(conditions);
            rest.remove(column);
            return new SourceTier(
                    place, name, branch, String.join("；", rest.values()), rest, standard, columns, remark, fine);
        }

        /** The only condition as the text of the tier. */
        SourceTier withOneCondition() {
            return new SourceTier(place, name, branch, condition, Map.of(), standard, columns, remark, fine);
        }

        SourceTier inBranch(int number) {
            return new SourceTier(place, name, number, condition, conditions, standard, columns, remark, fine);
        }
    }

    /** A factor of a weight table. */
    record SourceFactor(String name, List<SourceOption> options) {
        SourceFactor {
            options = List.copyOf(new ArrayList<>(options));
        }
    }

    /** An option of a factor, the weight as written. */
    record SourceOption(String condition, String weight) {}
}
