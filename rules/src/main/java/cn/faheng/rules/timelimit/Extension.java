package cn.faheng.rules.timelimit;

import java.util.List;

/**
 * How a time limit may be lengthened.
 *
 * @param steps the lengths that may be added one after the other; empty where the law names none (a reasonable time)
 * @param text who grants it and when, in the law's words
 */
public record Extension(List<Length.Period> steps, String text) {
    public Extension {
        steps = List.copyOf(steps);
    }
}
