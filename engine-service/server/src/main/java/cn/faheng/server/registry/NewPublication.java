package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSetRef;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A publication that is to be made: one or more new versions of rule sets, with everything that comes with them.
 *
 * @param files path below the root of the rule base to text: the four files of every version, {@code item.yaml} of a new item,
 *     {@code law/<title>@<day>.yaml} of law that is new or gains articles
 * @param endings the versions that these ones end
 * @param base what the draft was made and proved on
 * @param authoredBy who drafted it
 * @param reviewedBy who reviewed it, or null where nobody did
 * @param approvedBy who approved it, another person than the author
 * @param reason why it is published, in Chinese
 * @param proofReport the proof reports, one JSON document
 * @param acknowledged what could not be proved and who answers for it
 * @param visibleFrom first day (Beijing) on which it is part of the rule base, or null for at once
 */
public record NewPublication(
        Map<String, String> files,
        List<Ending> endings,
        Base base,
        String authoredBy,
        @Nullable String reviewedBy,
        String approvedBy,
        String reason,
        String proofReport,
        List<Acknowledgement> acknowledged,
        @Nullable LocalDate visibleFrom) {

    public NewPublication {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        endings = List.copyOf(endings);
        acknowledged = List.copyOf(acknowledged);
    }

    /**
     * A version that ends: written, never inferred.
     *
     * @param ruleSet the version
     * @param lastDay its last day in force
     * @param by what ends it: the new version, {@code path@day}, or the document that says so
     * @param reason why, in Chinese
     */
    public record Ending(RuleSetRef ruleSet, LocalDate lastDay, String by, String reason) {}

    /**
     * A finding of the proof for which a person answers.
     *
     * @param ruleSet the rule set it concerns
     * @param finding key of the finding in the proof report
     * @param by who acknowledged it
     * @param reason why it may be published so, in Chinese
     */
    public record Acknowledgement(RuleSetRef ruleSet, String finding, String by, String reason) {}
}
