package cn.faheng.web.show;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bands of a statutory span, lighter to heavier, as the rule set in place of a benchmark gives them for that span. */
final class Bands {

    private static final List<String> GRADES = List.of("lighter", "normal", "heavier");

    private final GeneralPart general;
    private final RuleSet bands;

    Bands(GeneralPart general, RuleSet bands) {
        this.general = general;
        this.bands = bands;
    }

    /** The bands; none where the span is no span. */
    List<RangeBar.Band> of(Range statutory) {
        Long max = statutory.max();
        if (max == null || max == statutory.min()) {
            return List.of();
        }
        BigDecimal span = BigDecimal.valueOf(max - statutory.min());
        List<RangeBar.Band> drawn = new ArrayList<>();
        for (String grade : GRADES) {
            // Some bands differ where the statute names a maximum and no minimum (重庆市规范行政处罚裁量权办法 第十六条).
            GeneralPart.HookAnswer answer =
                    general.answer(bands, "band", Map.of("grade", grade, "ceilingOnly", statutory.min() == 0));
            Optional<BigDecimal> low = answer.number("lowPct");
            Optional<BigDecimal> high = answer.number("highPct");
            if (low.isPresent() && high.isPresent()) {
                drawn.add(new RangeBar.Band(
                        grade,
                        Range.of(
                                statutory.min() + share(span, low.get(), RoundingMode.CEILING),
                                statutory.min() + share(span, high.get(), RoundingMode.FLOOR))));
            }
        }
        return drawn;
    }

    private static long share(BigDecimal span, BigDecimal percent, RoundingMode rounding) {
        return span.multiply(percent)
                .divide(BigDecimal.valueOf(100), 0, rounding)
                .longValueExact();
    }
}
