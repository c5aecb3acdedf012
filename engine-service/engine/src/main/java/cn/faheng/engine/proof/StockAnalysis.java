package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.RuleSet;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kie.api.builder.Message;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;

/**
 * Schema, model and table analysis of the DMN library. What it only warns about (an unknown variable, a literal of the wrong type, a
 * misspelt value, a table it did not analyse) counts as an error here.
 */
final class StockAnalysis {

    private static final Set<DMNMessageType> BLOCKING = EnumSet.of(
            DMNMessageType.DECISION_TABLE_ANALYSIS_ERROR,
            DMNMessageType.DECISION_TABLE_GAP,
            DMNMessageType.DECISION_TABLE_OVERLAP,
            DMNMessageType.DECISION_TABLE_OVERLAP_HITPOLICY_UNIQUE,
            DMNMessageType.DECISION_TABLE_OVERLAP_HITPOLICY_ANY,
            DMNMessageType.DECISION_TABLE_MASKED_RULE,
            DMNMessageType.DECISION_TABLE_MISLEADING_RULE,
            DMNMessageType.DECISION_TABLE_HITPOLICY_FIRST);

    private final DMNValidator validator = DMNValidatorFactory.newValidator(List.of(new ExtendedDMNProfile()));

    List<GateFinding> findings(RuleSet ruleSet) {
        List<GateFinding> findings = new ArrayList<>();
        List<DMNMessage> messages = validator.validate(
                new StringReader(ruleSet.dmn()),
                Validation.VALIDATE_SCHEMA,
                Validation.VALIDATE_MODEL,
                Validation.VALIDATE_COMPILATION,
                Validation.ANALYZE_DECISION_TABLE);
        for (DMNMessage message : messages) {
            boolean skipped = message.getText().contains("skipped");
            boolean blocking =
                    message.getLevel() == Message.Level.ERROR || BLOCKING.contains(message.getMessageType()) || skipped;
            if (blocking && !waived(ruleSet, message, skipped)) {
                findings.add(new GateFinding(
                        ruleSet.ref(), "analysis", String.valueOf(message.getSourceId()), message.getText()));
            }
        }
        return findings;
    }

    private static boolean waived(RuleSet ruleSet, DMNMessage message, boolean skipped) {
        return ruleSet.waivers().stream()
                .anyMatch(waiver -> message.getText().contains(waiver.table())
                        && (skipped
                                ? waiver.finding().equals("skipped")
                                : typeName(message).contains(waiver.finding())));
    }

    private static String typeName(DMNMessage message) {
        return String.valueOf(message.getMessageType()).toLowerCase(java.util.Locale.ROOT);
    }
}
